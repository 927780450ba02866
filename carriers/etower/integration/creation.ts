import { CarrierError, LABEL_REPLY_BYTES } from '../../http';
import { givenList, listOf, membersOf, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import { readable } from '#carriers/shared/unreadable';
import { CARRIER, DISPLAY_NAME } from '../account';
import type { EtowerClient } from './client';
import { judge } from './entries';
import { matchEntries } from './matching';
import { answerOf, type OrderAnswer } from './orders';
import { awaitedParcel, withNotes } from './parcels';
import { referenceOf, settleOpen, type NewOrder } from './recovery';
import { contradiction, warningsOf, type Envelope } from './reply';

/**
 * Create orders (B.4.1). Sent once: orders whose answer is lost are looked up by their references and returned with
 * `recovered: true`.
 * @returns one answer or error per order, in their order
 */
export async function createOrders(
  client: EtowerClient,
  orders: readonly NewOrder[],
): Promise<(OrderAnswer | CarrierError)[]> {
  return create(client, orders, { path: '/services/shipper/orders', body: orders.map(({ order }) => order) });
}

/** Sends new orders by either endpoint; one answer or error per order, in their order. */
export async function create(
  client: EtowerClient,
  orders: readonly NewOrder[],
  request: { path: string; body: unknown },
): Promise<(OrderAnswer | CarrierError)[]> {
  const references = orders.map(({ order }) => referenceOf(order));
  const sentAt = Date.now();
  const answers = await client
    .call(request, { intent: 'write', maxReplyBytes: LABEL_REPLY_BYTES })
    .then((envelope) => {
      const piecesOf = (index: number): string[] => givenList(orders[index]?.order['pieces']).map(referenceOf);
      if (isBare(envelope)) return references.map((reference) => bareAnswer(envelope, reference));
      const matched = matchEntries(references, envelope.entries, 'write', piecesOf);
      const whole = matched.map((entries, index) =>
        piecesOf(index).length > 0 ? readable({ intent: 'write' }, () => asOne(entries)) : entries,
      );
      return judge(client, references, whole, envelope, 'write').map((result, index) => {
        // Replies with labels do not repeat the reference (B.4.2); the entry was matched to the order's own.
        const reference = references[index] ?? '';
        if (areSeveral(whole[index] ?? [])) return contradicted(reference);
        const named = (entry: JsonObject): JsonObject => ({
          ...entry,
          referenceNo: textOf(entry['referenceNo']) ?? reference,
        });
        const answer = answerOf(result, (entry) => awaitedParcel(named(entry)));
        return answer instanceof Error ? unlessMade(answer, whole[index] ?? [], orders[index]) : answer;
      });
    })
    .catch((error: unknown) => {
      if (error instanceof CarrierError && error.kind === 'outcome-unknown') return references.map(() => error);
      throw error;
    });
  return settleOpen(client, orders, answers, sentAt);
}

/** Pieces that have entries of their own beside their master's belong into its `piecesResult` (B.4.1). */
function asOne(entries: JsonObject[]): JsonObject[] {
  const [master, ...pieces] = entries;
  if (master === undefined || pieces.length === 0) return entries;
  return [{ ...master, piecesResult: [...listOf(master['piecesResult']), ...pieces] }];
}

/** One order has one entry, its pieces aside; it may be repeated. One alone, which may hold a long label, is not written out. */
function areSeveral(entries: readonly JsonObject[]): boolean {
  return entries.length > 1 && new Set(entries.map((entry) => JSON.stringify(entry))).size > 1;
}

function contradicted(reference: string): CarrierError {
  const message = `${DISPLAY_NAME} answered more than once for ${reference}, and not the same`;
  return new CarrierError({ kind: 'outcome-unknown', message });
}

/** A success that says nothing of any order, as of one that gives no number. */
function isBare({ status, entries }: Envelope): boolean {
  return status === 'success' && entries.length === 0;
}

function bareAnswer({ raw }: Envelope, reference: string): OrderAnswer {
  const reply = objectAsIs(raw);
  return { raw: reply, parcel: withNotes({ carrier: CARRIER, reference }, warningsOf(reply)) };
}

/** A refusal with a tracking number that was not sent: which of them holds is not for us to guess. */
function unlessMade(refusal: CarrierError, entries: readonly JsonObject[], order: NewOrder | undefined): CarrierError {
  const sent = [order?.order ?? {}, ...givenList(order?.order['pieces'])].map(({ trackingNo }) => textOf(trackingNo));
  const isMade = entries.some(({ trackingNo, piecesResult }) => {
    const given = textOf(trackingNo);
    return given !== undefined && !sent.includes(given) && membersOf(piecesResult).length === 0;
  });
  return isMade && refusal.kind !== 'duplicate' && refusal.kind !== 'outcome-unknown'
    ? contradiction(refusal)
    : refusal;
}
