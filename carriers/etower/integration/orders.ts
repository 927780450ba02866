import { withHintIfLost } from '#carriers/shared/lost-answer';
import { CarrierError, eachInSlices } from '../../http';
import { isObject, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import type { Parcel } from '#carriers/shared/parcel';
import { orUnreadable } from '#carriers/shared/unreadable';
import { ofOneOrder } from '#carriers/shared/one-order';
import { pathWith } from '../account';
import type { EtowerClient } from './client';
import { settle, settleNumbers, type Settled } from './entries';
import { ORDER } from './requests/order';
import { orderParcel } from './order-parcel';
import { awaitedParcel, numberedParcel, piecesBeside, withNotes, withPieces, type EtowerParcel } from './parcels';
import { warningsOf, type Envelope } from './reply';
import { UPDATE } from './requests/update';

/** The most orders or numbers of one call (`etower.md` B.4.1, B.4.4, B.4.7, B.4.9, B.4.12). */
export const ORDERS_PER_CALL = 300;

/** What the carrier said of an order: its own data, and the same as a parcel. */
export interface OrderAnswer<P extends Parcel = EtowerParcel> {
  raw: JsonObject;
  parcel: P;
}

/** The order as it will be sent. Throws a RequestError that names every documented field that is missing or wrong. */
export function checkOrder(order: JsonObject): JsonObject {
  return ORDER.check(order);
}

/** queryorders (B.4.7): by tracking number. */
export async function getOrders(
  client: EtowerClient,
  numbers: readonly string[],
): Promise<(OrderAnswer | CarrierError)[]> {
  const settled = await settleNumbers(client, numbers, 'read', (body) =>
    client.call({ path: '/services/shipper/queryorders', body }, { intent: 'read' }),
  );
  return eachInSlices(settled, (result, index) =>
    answerOf(result, (entry) => orderParcel(entry, numbers[index] ?? '')),
  );
}

/** Tracking numbers (B.4.9): by reference number or order ID. */
export async function getTrackingNumbers(
  client: EtowerClient,
  numbers: readonly string[],
): Promise<(OrderAnswer | CarrierError)[]> {
  const settled = await settleNumbers(client, numbers, 'read', (body) =>
    client.call({ path: '/services/shipper/trackingNumbers', body }, { intent: 'read' }),
  );
  return eachInSlices(settled, (result) => answerOf(result, awaitedParcel));
}

/** Hold or release (B.4.12): 1 hold, 2 release. */
export async function holdOrders(
  client: EtowerClient,
  numbers: readonly string[],
  holdType: number,
): Promise<(OrderAnswer | CarrierError)[]> {
  const settled = await settleNumbers(client, numbers, 'write', (orderIds) =>
    withHintIfLost(
      client.call({ path: '/services/shipper/hold', body: { orderIds, holdType } }, { intent: 'write' }),
      'Look with Tracking: Get or in the portal whether the order is held. What holding a held order does is not documented.',
    ),
  );
  return eachInSlices(settled, (result) => answerOf(result, numberedParcel));
}

/** Delete (B.4.10): by reference number or order ID. A master's reference deletes all pieces. */
export async function deleteOrder(client: EtowerClient, number: string): Promise<OrderAnswer> {
  const envelope = await withHintIfLost(
    client.call({ method: 'DELETE', path: pathWith('/services/shipper/order', number) }, { intent: 'write' }),
    'Delete it once more: "order does not exist" (100009) then means that it is gone.',
  );
  return oneAnswer(client, number, envelope);
}

/** The change as it will be sent. Throws a RequestError that names every field that is missing or wrong. */
export function checkUpdate(update: JsonObject): JsonObject {
  return UPDATE.check(update);
}

/** update-order (B.4.11): the keys that are sent replace what the order has. */
export async function updateOrder(client: EtowerClient, update: JsonObject): Promise<OrderAnswer> {
  const envelope = await withHintIfLost(
    client.call({ path: '/services/shipper/update-order', body: [update] }, { intent: 'write' }),
    'Compare with Order: Get, and run it again if it was not changed.',
  );
  return oneAnswer(client, textOf(update['orderId']) ?? '', envelope);
}

/** A reply whose success carries no entry (the reply to an update is not documented) is one for the order as a whole. */
function oneAnswer(client: EtowerClient, number: string, envelope: Envelope): OrderAnswer {
  const bare = envelope.entries.length === 0 && envelope.status === 'success' && isObject(envelope.raw);
  const made = { entries: [{ orderId: number }], notes: warningsOf(objectAsIs(envelope.raw)) };
  const [settled = made] = bare ? [made] : settle(client, [number], envelope, 'write');
  const answer = answerOf(settled, numberedParcel);
  if (answer instanceof Error) throw answer;
  return bare && isObject(envelope.raw) ? { ...answer, raw: envelope.raw } : answer;
}

/** The first entry of a result; of several pieces it is the master's, with the others as its pieces. */
export function answerOf(result: Settled, parcelOf: (entry: JsonObject) => EtowerParcel): OrderAnswer | CarrierError {
  if (result instanceof CarrierError) return result;
  const [raw = {}, ...others] = result.entries;
  return orUnreadable(() => ({
    raw,
    parcel: withNotes(withPieces(parcelOf(ofOneOrder(raw)), piecesBeside(raw, others)), result.notes),
  }));
}
