import { CarrierError } from '../../http';
import { listOf, textOf, type JsonObject } from '../../json-value';
import { DISPLAY_NAME } from '../account';
import type { EtowerClient } from './client';
import { requestErrorOf, type Envelope, type Intent } from './reply';

/** What came back for one order: its entries, all of them successful, or why not. */
export type Settled = JsonObject[] | CarrierError;

/**
 * References of the further pieces of the number at this place; undefined where nobody knows what they are or how many.
 * Entries of pieces may bear numbers of their own only.
 */
export type Pieces = (index: number) => readonly string[] | undefined;

const NO_PIECES: Pieces = () => [];

/** Master reference numbers (B.4.3, B.4.6): each brings the entries of all its pieces, however many there are. */
export const MASTERS: Pieces = () => undefined;

/** How entries name their order, at every operation of `etower.md` B.4. */
const ID_FIELDS = ['orderId', 'referenceNo', 'trackingNo', 'masterRefno'] as const;

/**
 * Gives every number of one call its own result. Numbers that occur twice are asked once and answered twice.
 * @param ask sends the distinct numbers
 */
export async function settleNumbers(
  client: EtowerClient,
  numbers: readonly string[],
  intent: Intent,
  ask: (distinct: string[]) => Promise<Envelope>,
  pieces?: Pieces,
): Promise<Settled[]> {
  const distinct = [...new Set(numbers)];
  const envelope = await ask(distinct);
  const settled = judge(client, distinct, matchEntries(distinct, envelope.entries, pieces), envelope, intent);
  const byNumber = new Map(distinct.map((number, index) => [number, settled[index]]));
  return numbers.map((number) => byNumber.get(number) ?? []);
}

/** Matches the entries of a reply to the numbers that were asked for, and judges them. */
export function settle(
  client: EtowerClient,
  numbers: readonly string[],
  envelope: Envelope,
  intent: Intent,
): Settled[] {
  return judge(client, numbers, matchEntries(numbers, envelope.entries), envelope, intent);
}

/** Each entry's own status decides; one that failed fails its number. */
export function judge(
  client: EtowerClient,
  numbers: readonly string[],
  matched: readonly JsonObject[][],
  envelope: Envelope,
  intent: Intent,
): Settled[] {
  return matched.map((entries, index) => {
    if (entries.length === 0) return unanswered(client, numbers[index] ?? '', envelope, intent);
    const failures = entries.flatMap((entry) => client.refusalOf(envelope, intent, entry) ?? []);
    return failures[0] ?? entries;
  });
}

/**
 * The entries of each number: by number, else by position where there is one entry per number (B.3). From the surest sign
 * to the weakest; what a step settles is not looked at again.
 */
export function matchEntries(
  numbers: readonly string[],
  entries: readonly JsonObject[],
  piecesOf: Pieces = NO_PIECES,
): JsonObject[][] {
  const matched: JsonObject[][] = numbers.map(() => []);
  const owners: (number | undefined)[] = entries.map(() => undefined);
  let rest = entries.map((entry, index) => ({ entry, index, ids: idsOf(entry) }));
  const settleBy = (own: (candidate: (typeof rest)[number]) => number | undefined): void => {
    rest = rest.filter((candidate) => {
      const index = own(candidate);
      if (index !== undefined) {
        matched[index]?.push(candidate.entry);
        owners[candidate.index] = index;
      }
      return index === undefined;
    });
  };
  // Numbers that differ in their letters' case alone are different ones where both are asked for.
  for (const form of [exact, folded]) {
    const positions = positionsOf(numbers.map((number) => [form(number)]));
    // In request order as documented: settles orders of the same reference in one call, of which the second is refused.
    settleBy(({ index, ids }) => (ids.some((id) => positions.get(form(id))?.includes(index)) ? index : undefined));
    settleBy(({ ids }) => {
      const candidates = ids.flatMap((id) => positions.get(form(id)) ?? []);
      return candidates.find((index) => matched[index]?.length === 0) ?? candidates[0];
    });
  }
  // Of one number alone, all is its own: the pieces of a master, which may bear their own numbers only.
  if (numbers.length === 1) settleBy(() => 0);
  const pieces = numbers.map((_, index) => piecesOf(index)?.map(folded));
  const masters = positionsOf(pieces.map((own) => own ?? []));
  const mastersOf = (ids: readonly string[]): number[] => ids.flatMap((id) => masters.get(folded(id)) ?? []);
  const ownerBefore = (place: number): number | undefined =>
    owners.slice(0, place).findLast((owner) => owner !== undefined);
  // Pieces that are known have no place in the order of the numbers.
  const ofPieces = new Set(rest.flatMap(({ index, ids }) => (mastersOf(ids).length > 0 ? index : [])));
  const places = entries.flatMap((_, index) => (ofPieces.has(index) ? [] : index));
  // Where nobody knows the pieces and some number is named, as many entries as numbers may be those of fewer numbers.
  const oneEach = pieces.every((own) => own !== undefined) || owners.every((owner) => owner === undefined);
  const byPosition = oneEach && places.length === numbers.length;
  if (byPosition) {
    settleBy(({ index }) => {
      const place = places.indexOf(index);
      return matched[place]?.length === 0 ? place : undefined;
    });
  }
  settleBy(({ index, ids }) => {
    const answered = mastersOf(ids).filter((master) => matched[master]?.length !== 0);
    return answered.find((master) => master === ownerBefore(index)) ?? answered[0];
  });
  if (byPosition) {
    const open = matched.flatMap((own, index) => (own.length === 0 ? index : []));
    if (open.length === 1 && rest.length === 1) settleBy(({ ids }) => (ids.length === 0 ? open[0] : undefined));
    return matched;
  }
  // In request order as documented: a piece that bears its own number only follows its master.
  settleBy(({ index, ids }) => {
    const owner = ownerBefore(index);
    if (ids.length === 0 || owner === undefined) return undefined;
    const most = pieces[owner]?.length ?? Infinity;
    return (matched[owner]?.length ?? 0) <= most ? owner : undefined;
  });
  return matched;
}

/** Where each name occurs. */
function positionsOf(names: readonly (readonly string[])[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  names.forEach((own, index) => {
    for (const name of own) positions.set(name, [...(positions.get(name) ?? []), index]);
  });
  return positions;
}

function unanswered(client: EtowerClient, number: string, envelope: Envelope, intent: Intent): CarrierError {
  const refusal = client.refusalOf(envelope, intent);
  if (refusal) return refusal;
  const message = `${DISPLAY_NAME} returned nothing for ${number}`;
  const reported = requestErrorOf(envelope)?.withTexts((text) => client.transport.redact(text));
  if (reported && intent === 'read') return reported;
  if (intent === 'read') {
    const hint = 'Check the number; it may belong to another account, or be too new to be known yet.';
    return new CarrierError({ kind: 'not-found', message, hint });
  }
  return new CarrierError({ kind: 'outcome-unknown', message, ...(reported ? { carrierText: reported.message } : {}) });
}

/** Events name their parcel too (B.4.8). */
function idsOf(entry: JsonObject): string[] {
  const [event = {}] = listOf(entry['events']);
  const ids = [...ID_FIELDS.map((field) => entry[field]), event['trackingNo']];
  return ids.flatMap((id) => textOf(id) ?? []);
}

function exact(number: string): string {
  return number.trim();
}

function folded(number: string): string {
  return number.trim().toUpperCase();
}
