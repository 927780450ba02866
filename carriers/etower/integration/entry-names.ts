import { keysOf } from '#carriers/shared/entry-keys';
import { membersOf, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import type { Intent } from './reply';

/** An entry of a reply that is nobody's yet. */
export interface OpenEntry {
  entry: JsonObject;
  /** In the reply. */
  place: number;
  /** The numbers in it. */
  names: string[];
  /** It names its order or bag, whoever that is. A tracking number may have just been given, so it alone names none. */
  isNumbered: boolean;
  /** It names an order or bag that nobody asked for. */
  isStranger: boolean;
}

/** References of the further pieces of each number; undefined where nobody knows them. */
export type KnownPieces = readonly (readonly string[] | undefined)[];

/**
 * The entries with what they name. Where the pieces are not known, an entry may bear the number of one. A read may answer
 * with eTower's own order IDs; a write repeats the number that was sent, as all of the samples do.
 */
export function openEntries(
  entries: readonly JsonObject[],
  numbers: readonly string[],
  pieces: KnownPieces,
  intent: Intent,
): OpenEntry[] {
  const isKnown = knownAmong(numbers, pieces);
  const piecesAreKnown = pieces.every((own) => own !== undefined);
  const fields = piecesAreKnown ? ['masterRefno', 'referenceNo', 'bagNo'] : ['masterRefno'];
  return entries.map((entry, place) => {
    const named = namesIn(entry);
    const names = named.some(isKnown) ? named : [...named, ...keysOf(entry).filter(isKnown)];
    const isOfOne = fields.some((field) => textOf(entry[field]) !== undefined);
    const repeats = piecesAreKnown && intent === 'write' && textOf(entry['orderId']) !== undefined;
    return { entry, place, names, isNumbered: isOfOne || repeats, isStranger: isOfOne && !names.some(isKnown) };
  });
}

/** Says of a number whether it was asked for, or is that of a piece. */
export function knownAmong(numbers: readonly string[], pieces: KnownPieces): (name: string) => boolean {
  const known = new Set([...numbers, ...pieces.flatMap((own) => own ?? [])].map(folded));
  return (name) => known.has(folded(name));
}

/** How entries name their order, at every operation of `etower.md` B.4; events name their parcel too (B.4.8). */
export function namesIn(entry: JsonObject): string[] {
  const event = objectAsIs(membersOf(entry['events'])[0]);
  const names = [
    entry['orderId'],
    entry['referenceNo'],
    entry['trackingNo'],
    entry['masterRefno'],
    entry['bagNo'],
    event['trackingNo'],
  ];
  return names.flatMap((name) => textOf(name) ?? []);
}

/** For each name the indexes of those who have it. */
export function indexesOf(names: readonly (readonly string[])[]): Map<string, number[]> {
  const indexes = new Map<string, number[]>();
  names.forEach((own, index) => {
    for (const name of own) indexes.set(name, [...(indexes.get(name) ?? []), index]);
  });
  return indexes;
}

export type Form = (number: string) => string;

export function exact(number: string): string {
  return number.trim();
}

export function folded(number: string): string {
  return number.trim().toUpperCase();
}
