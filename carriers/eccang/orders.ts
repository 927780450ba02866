import { withCleanNumbers } from '#carriers/shared/exact-numbers';
import { givenList, objectOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import type { EccangClient } from './client';
import { sameNumber } from '#carriers/shared/whose-answer';
import { ofOneOrder } from '#carriers/shared/one-order';
import { contentOf, entriesOf, namedAmong } from './answer';
import type { EccangDeployment } from './deployment';
import { numberedParcel, orderParcel, type EccangParcel } from './parcels';

/** What the carrier said of an order: its own data, and the same as a parcel. */
export interface OrderAnswer {
  raw: JsonObject;
  parcel: EccangParcel;
}

/** The order as it will be sent. Throws a RequestError that names every documented field that is missing or wrong. */
export function checkOrder(deployment: EccangDeployment, order: JsonObject): JsonObject {
  const checked = withCleanNumbers(deployment.order.check(order));
  const lists = Object.keys(deployment.order.rows).filter((name) => deployment.order.rows[name]?.kind === 'list');
  return Object.fromEntries(
    Object.entries(checked).flatMap(([name, value]): [string, unknown][] => {
      if (!lists.includes(name)) return [[name, value]];
      // An object is documented too; "send an array" (`huahan.md` 3.1). Boxes may be left out.
      return (value ?? '') === '' ? [] : [[name, givenList(value).map(withCleanNumbers)]];
    }),
  );
}

/** getOrder (`eccang.md` 3.8: waybill number; `huahan.md` 3.3: also the customer reference). */
export async function getOrder(client: EccangClient, number: string): Promise<OrderAnswer> {
  const reply = await client.call('getOrder', { reference_no: number }, { intent: 'read' });
  const raw = entriesOf(reply)[0] ?? contentOf(reply);
  // At top level an unknown order leaves nothing but the echo of the number.
  if (textOf(raw['shipper_hawbcode']) === undefined && Object.keys(objectOf(raw['Consignee'])).length === 0)
    throw client.notFound(number);
  return { raw, parcel: orderParcel(client.deployment, ofOneOrder(raw)) };
}

/** getTrackNumber (`eccang.md` 3.3) for one customer reference: the method of the family that takes one. */
async function findByTrackingNumberRequest(client: EccangClient, reference: string): Promise<OrderAnswer> {
  const reply = await client.call('getTrackNumber', { reference_no: [reference] }, { intent: 'read' });
  const [raw] = namedAmong(entriesOf(reply), [reference], ['OrderNumber'])(reference);
  // An echo of the reference without any number says nothing of an order.
  if (!raw || (textOf(raw['WayBillNumber']) ?? textOf(raw['TrackingNumber'])) === undefined)
    throw client.notFound(reference);
  return { raw, parcel: numberedParcel(client.deployment, raw) };
}

/** getOrder where it takes the customer's reference (`huahan.md` 3.3): only an order that has this very reference. */
async function findByOrderRequest(client: EccangClient, reference: string): Promise<OrderAnswer> {
  const answer = await getOrder(client, reference);
  if (!sameNumber(answer.raw['reference_no'], reference)) throw client.notFound(reference);
  return answer;
}

/** How an order is found by the customer's reference, and the operation with which a user does the same. */
const LOOK_UPS = {
  getOrder: { find: findByOrderRequest, operation: 'Order: Get' },
  getTrackNumber: { find: findByTrackingNumberRequest, operation: 'Order: Get Tracking Number' },
} as const;

/** The order with this reference. @throws CarrierError `not-found`, … */
export async function findOrder(client: EccangClient, reference: string): Promise<OrderAnswer> {
  return LOOK_UPS[client.deployment.findsOrdersWith].find(client, reference);
}

/** The operation with which a user looks for a reference. */
export function lookUpOperation({ deployment }: EccangClient): string {
  return LOOK_UPS[deployment.findsOrdersWith].operation;
}
