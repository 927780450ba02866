import { CarrierError } from '../../http';
import { objectAsIs, type JsonObject } from '#carriers/shared/json-value';
import { DISPLAY_NAME } from '../account';
import type { EtowerClient } from './client';
import { namesIn } from './entry-names';
import { matchEntries, type Pieces } from './matching';
import { requestErrorOf, warningsOf, type Envelope, type Intent } from './reply';

/** What came back for one order: its entries, all of them successful, or why not. */
export type Settled = Answered | CarrierError;

export interface Answered {
  entries: readonly JsonObject[];
  /** What the request as a whole is warned of (B.3): it is for all of its orders. */
  notes: readonly string[];
}

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
  const settled = judge(client, distinct, matchEntries(distinct, envelope.entries, intent, pieces), envelope, intent);
  const byNumber = new Map(distinct.map((number, index) => [number, settled[index]]));
  return numbers.map((number) => byNumber.get(number) ?? { entries: [], notes: [] });
}

/** Matches the entries of a reply to the numbers that were asked for, and judges them. */
export function settle(
  client: EtowerClient,
  numbers: readonly string[],
  envelope: Envelope,
  intent: Intent,
): Settled[] {
  return judge(client, numbers, matchEntries(numbers, envelope.entries, intent), envelope, intent);
}

/** Each entry's own status decides; one that failed fails its number. */
export function judge(
  client: EtowerClient,
  numbers: readonly string[],
  matched: readonly JsonObject[][],
  envelope: Envelope,
  intent: Intent,
): Settled[] {
  const notes = warningsOf(objectAsIs(envelope.raw));
  return matched.map((entries, index) => {
    if (entries.length === 0) return unanswered(client, numbers, index, envelope, intent);
    const failures = entries.flatMap((entry) => client.refusalOf(envelope, intent, entry) ?? []);
    return failures[0] ?? { entries, notes };
  });
}

function unanswered(
  client: EtowerClient,
  numbers: readonly string[],
  index: number,
  envelope: Envelope,
  intent: Intent,
): CarrierError {
  const number = numbers[index] ?? '';
  const refusal = client.refusalOf(envelope, intent);
  if (refusal) return refusal;
  const others =
    numbers.length === 1 ? envelope.entries.slice(0, MOST_NAMED).flatMap((entry) => namesIn(entry).slice(0, 1)) : [];
  const instead = others.length > 0 ? `: its answer names ${others.join(', ')}` : '';
  const message = `${DISPLAY_NAME} returned nothing for ${number}${instead}`;
  const reported = requestErrorOf(envelope)?.withTexts((text) => client.transport.redact(text));
  if (reported && intent === 'read') return reported;
  if (intent === 'read') {
    const hint = 'Check the number; it may belong to another account, or be too new to be known yet.';
    return new CarrierError({ kind: 'not-found', message, hint });
  }
  return new CarrierError({ kind: 'outcome-unknown', message, ...(reported ? { carrierText: reported.message } : {}) });
}

/** Entries of others that an error names: more say no more. */
const MOST_NAMED = 5;
