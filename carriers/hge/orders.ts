import { defined } from '#carriers/shared/defined';
import { withHintIfLost } from '#carriers/shared/lost-answer';
import { CarrierError } from '../http';
import { listOf, type JsonObject } from '#carriers/shared/json-value';
import type { Parcel } from '#carriers/shared/parcel';
import { ofOneOrder } from '#carriers/shared/one-order';
import { DISPLAY_NAME, endpointOf } from './account';
import type { HgeClient } from './client';
import { checkByNumber } from './codes';
import { ORDER } from './requests/order';
import { ORDER_FIELDS, orderParcel } from './parcels';
import { numbersIn } from './reply';
import { checkBody } from './request';

export interface OrderNumber {
  /** `num_type`: only 1 is documented, without saying what it stands for (`hge.md` 7.6). */
  numberType: number;
  number: string;
}

/** What HGE holds of an order: its own data, and the same as a parcel. */
export interface OrderAnswer {
  raw: JsonObject;
  parcel: Parcel;
}

/** The order as it will be sent. Throws a RequestError that names every documented field that is wrong. */
export function checkOrder(order: JsonObject): JsonObject {
  return checkBody(ORDER, order);
}

/**
 * order_create (`hge.md` 7.3, partial). Sent once. When the answer is lost, the order cannot be looked up: no number
 * type is known to take the customer's own number, so the outcome stays unknown.
 * @param order as `checkOrder` passed it
 * @returns the whole reply: what `data` holds is not documented. When no number is in it, with the order's own one
 * @throws CarrierError `duplicate` when HGE has had the order before, `outcome-unknown`, …
 */
export async function createOrder(client: HgeClient, order: JsonObject): Promise<JsonObject> {
  const request = { method: 'POST', url: endpointOf(client.base, 'order_create/'), body: order } as const;
  const call = client.call(request, { intent: 'write', number: 'customer_order_num' });
  const reply = await withHintIfLost(call, checkByNumber(order, 'customer_order_num'));
  if (numbersIn(reply['data'], order).length > 0) return reply;
  const { customer_order_num } = order;
  const note = `${DISPLAY_NAME} said that it created the order, but gave no number for it. Look for it in HGE's portal by its own number.`;
  return { ...reply, ...defined({ customer_order_num }), notes: [note] };
}

/** query_order (`hge.md` 7.6). Rejects with `not-found` when HGE answers without an order. */
export async function getOrder(client: HgeClient, { numberType, number }: OrderNumber): Promise<OrderAnswer> {
  const { data } = await client.call(
    { method: 'POST', url: endpointOf(client.base, 'query_order/'), body: { num_type: numberType, num: number } },
    { intent: 'read' },
  );
  const [raw] = listOf(data, ORDER_FIELDS);
  if (raw) return { raw, parcel: orderParcel(ofOneOrder(raw)) };
  throw new CarrierError({
    kind: 'not-found',
    message: `${DISPLAY_NAME} returned nothing for ${number}`,
    hint: 'Check the number and its type; it may belong to another account or environment.',
  });
}
