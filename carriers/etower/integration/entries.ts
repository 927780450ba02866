import { CarrierError } from '../../http';
import { objectOf, textOf, type JsonObject } from '../../json-value';
import { DISPLAY_NAME } from '../base-url';
import type { EtowerClient } from './client';
import type { Envelope, Intent } from './reply';

/** What came back for one order: its entries, all of them successful, or why not. */
export type Settled = JsonObject[] | CarrierError;

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
): Promise<Settled[]> {
  const distinct = [...new Set(numbers)];
  const settled = settle(client, distinct, await ask(distinct), intent);
  const byNumber = new Map(distinct.map((number, index) => [number, settled[index]]));
  return numbers.map((number) => byNumber.get(number) ?? []);
}

/**
 * Matches the entries of a reply to the numbers that were asked for: by number, else by position where there is one
 * entry per number (B.3). Each entry's own status decides.
 */
export function settle(
  client: EtowerClient,
  numbers: readonly string[],
  envelope: Envelope,
  intent: Intent,
): Settled[] {
  const matched = matchEntries(numbers, envelope.entries);
  return matched.map((entries, index) => {
    if (entries.length === 0) return unanswered(client, numbers[index] ?? '', envelope, intent);
    const failures = entries.flatMap((entry) => client.refusalOf(envelope, intent, entry) ?? []);
    return failures[0] ?? entries;
  });
}

function matchEntries(numbers: readonly string[], entries: readonly JsonObject[]): JsonObject[][] {
  const matched: JsonObject[][] = numbers.map(() => []);
  const positions = new Map<string, number[]>();
  numbers.forEach((number, index) => {
    positions.set(normal(number), [...(positions.get(normal(number)) ?? []), index]);
  });
  const rest = entries.flatMap((entry, index) => {
    // In request order as documented: settles orders of the same reference in one call, of which the second is refused.
    if (numbers[index] === undefined || !idsOf(entry).includes(normal(numbers[index]))) return [{ entry, index }];
    matched[index]?.push(entry);
    return [];
  });
  const strangers = rest.filter(({ entry }) => {
    const candidates = idsOf(entry).flatMap((id) => positions.get(id) ?? []);
    const own = candidates.find((index) => matched[index]?.length === 0) ?? candidates[0];
    if (own !== undefined) matched[own]?.push(entry);
    return own === undefined;
  });
  if (entries.length === numbers.length) {
    for (const { entry, index } of strangers) if (matched[index]?.length === 0) matched[index].push(entry);
  }
  return matched;
}

function unanswered(client: EtowerClient, number: string, envelope: Envelope, intent: Intent): CarrierError {
  const refusal = client.refusalOf(envelope, intent);
  if (refusal) return refusal;
  const message = `${DISPLAY_NAME} returned nothing for ${number}`;
  if (intent === 'read') {
    const hint = 'Check the number; it may belong to another account, or be too new to be known yet.';
    return new CarrierError({ kind: 'not-found', message, hint });
  }
  return new CarrierError({ kind: 'outcome-unknown', message });
}

function idsOf(entry: JsonObject): string[] {
  return ID_FIELDS.flatMap((field) => {
    const id = textOf(objectOf(entry)[field]);
    return id === undefined ? [] : normal(id);
  });
}

function normal(number: string): string {
  return number.trim().toUpperCase();
}
