import { CarrierError, LABEL_REPLY_BYTES } from '../../http';
import { givenList, listOf, objectOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { readable } from '#carriers/shared/unreadable';
import { DISPLAY_NAME } from '../account';
import type { EtowerClient } from './client';
import { judge } from './entries';
import { matchEntries } from './matching';
import { answerOf, getTrackingNumbers, type OrderAnswer } from './orders';
import { awaitedParcel } from './parcels';
import { warningsOf } from './reply';

/** An order and what to do when its reference exists. */
export interface NewOrder {
  /** As `checkOrder` passed it. */
  order: JsonObject;
  returnExisting: boolean;
}

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
  const answers = await client
    .call(request, { intent: 'write', maxReplyBytes: LABEL_REPLY_BYTES })
    .then((envelope) => {
      const piecesOf = (index: number): string[] => givenList(orders[index]?.order['pieces']).map(referenceOf);
      // What the request as a whole is warned of (B.3) is for all of its orders.
      const notes = warningsOf(objectOf(envelope.raw));
      const matched = matchEntries(references, envelope.entries, piecesOf);
      const whole = matched.map((entries, index) =>
        piecesOf(index).length > 0 ? readable({ intent: 'write' }, () => asOne(entries)) : entries,
      );
      return judge(client, references, whole, envelope, 'write').map((result, index) => {
        const answer = answerOf(result, awaitedParcel);
        // Replies with labels do not repeat the reference (B.4.2); the entry was matched to the order's own.
        const reference = references[index] ?? '';
        if (answer instanceof Error) return answer;
        const parcel = { ...answer.parcel, reference: answer.parcel.reference ?? reference };
        return { ...answer, parcel: { ...parcel, ...(notes.length === 0 ? {} : { notes }) } };
      });
    })
    .catch((error: unknown) => {
      if (error instanceof CarrierError && error.kind === 'outcome-unknown') return references.map(() => error);
      throw error;
    });
  return recovered(client, orders, references, answers);
}

/** Pieces that have entries of their own beside their master's belong into its `piecesResult` (B.4.1). */
function asOne(entries: JsonObject[]): JsonObject[] {
  const [master, ...pieces] = entries;
  if (master === undefined || pieces.length === 0) return entries;
  return [{ ...master, piecesResult: [...listOf(master['piecesResult']), ...pieces] }];
}

/** Looks up the orders whose answer was lost, and those that exist where the user wants them returned. */
async function recovered(
  client: EtowerClient,
  orders: readonly NewOrder[],
  references: readonly string[],
  answers: readonly (OrderAnswer | CarrierError)[],
): Promise<(OrderAnswer | CarrierError)[]> {
  const wanted = references.filter((_, index) => isOpen(answers[index], orders[index]));
  if (wanted.length === 0) return [...answers];
  const found = await getTrackingNumbers(client, wanted).catch((error: unknown) => {
    if (error instanceof CarrierError) return wanted.map(() => error);
    throw error;
  });
  return answers.map((answer, index) => {
    if (!isOpen(answer, orders[index])) return answer;
    const reference = references[index] ?? '';
    const result = found[wanted.indexOf(reference)];
    if (result && !(result instanceof Error)) return asRecovered(result, reference);
    return answer instanceof CarrierError && answer.kind === 'outcome-unknown'
      ? stillUnknown(answer, reference, result)
      : answer;
  });
}

function isOpen(answer: OrderAnswer | CarrierError | undefined, order: NewOrder | undefined): boolean {
  if (!(answer instanceof CarrierError)) return false;
  return answer.kind === 'outcome-unknown' || (answer.kind === 'duplicate' && order?.returnExisting === true);
}

function asRecovered({ raw, parcel }: OrderAnswer, reference: string): OrderAnswer {
  return {
    raw: { referenceNo: reference, ...raw, recovered: true },
    parcel: { ...parcel, reference, recovered: true },
  };
}

function stillUnknown(lost: CarrierError, reference: string, looked: CarrierError | undefined): CarrierError {
  const now =
    looked?.kind === 'not-found'
      ? `${DISPLAY_NAME} does not know reference ${reference} at this moment.`
      : `Looking up reference ${reference} failed as well.`;
  return lost.with({
    message: `${lost.message.replace(/[^.!?]$/, '$&.')} ${now}`,
    hint: 'The order may still appear. Wait a few minutes and check with Order: Get Tracking Number; creating it again with the same reference is refused (110003) when it exists.',
  });
}

export function referenceOf(order: JsonObject): string {
  return textOf(order['referenceNo']) ?? '';
}
