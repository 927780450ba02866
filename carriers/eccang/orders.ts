import { withCleanNumbers } from '#carriers/shared/exact-numbers';
import { CarrierError } from '../http';
import { givenList, objectOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import type { Parcel } from '#carriers/shared/parcel';
import type { EccangClient } from './client';
import { CONTAINERS, contentOf, entriesFor, entriesOf, sameNumber } from './answer';
import type { EccangDeployment } from './deployment';
import { createdParcel, numberedParcel, orderParcel } from './parcels';

/** What the carrier said of an order: its own data, and the same as a parcel. */
export interface OrderAnswer {
  raw: JsonObject;
  parcel: Parcel;
}

/**
 * createOrder (`eccang.md` 3.1, `huahan.md` 3.1). Sent once: when the answer is lost, the order is looked up by its
 * reference and returned with `recovered: true`.
 * @param order as `checkOrder` passed it
 * @throws CarrierError `duplicate`, `outcome-unknown`, …
 */
export async function createOrder(
  client: EccangClient,
  order: JsonObject,
  options: CreateOptions = {},
): Promise<OrderAnswer> {
  try {
    const raw = await client.call('createOrder', order, { intent: 'write' });
    return { raw, parcel: createdParcel(client.deployment.carrier, contentOf(raw)) };
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error;
    return settleFailure(client, order, error, options);
  }
}

export interface CreateOptions {
  /** When the reference exists already, look that order up instead of failing. */
  returnExisting?: boolean;
}

async function settleFailure(
  client: EccangClient,
  order: JsonObject,
  failure: CarrierError,
  { returnExisting = false }: CreateOptions,
): Promise<OrderAnswer> {
  const reference = referenceOf(order);
  if (failure.kind === 'outcome-unknown') return recover(client, reference, failure);
  if (failure.kind === 'duplicate' && returnExisting) return asRecovered(await findOrder(client, reference));
  throw failure;
}

function referenceOf(order: JsonObject): string {
  return textOf(order['reference_no']) ?? '';
}

/**
 * batchCreateOrder (`eccang.md` 3.2, `huahan.md` 3.2): several orders in one call, each with its own answer. When the
 * answer of the call is lost, every order is looked up by its reference.
 * @returns one answer or error per order, in their order
 */
export async function createOrders(
  client: EccangClient,
  orders: readonly JsonObject[],
  options: CreateOptions = {},
): Promise<(OrderAnswer | CarrierError)[]> {
  const settle = async (order: JsonObject, outcome: JsonObject | CarrierError): Promise<OrderAnswer | CarrierError> => {
    if (!(outcome instanceof CarrierError))
      return { raw: outcome, parcel: createdParcel(client.deployment.carrier, outcome) };
    return settleFailure(client, order, outcome, options).catch((error: unknown) => {
      if (error instanceof CarrierError) return error;
      throw error;
    });
  };
  const outcomes = await batch(client, orders);
  const answers: (OrderAnswer | CarrierError)[] = [];
  for (const [index, order] of orders.entries()) {
    const outcome = outcomes[index];
    if (outcome) answers.push(await settle(order, outcome));
  }
  return answers;
}

async function batch(client: EccangClient, orders: readonly JsonObject[]): Promise<(JsonObject | CarrierError)[]> {
  try {
    const reply = await client.call('batchCreateOrder', orders, { intent: 'write', answersIn: CONTAINERS });
    const references = orders.map(referenceOf);
    const entries = entriesFor(references, entriesOf(reply), 'reference_no');
    return references.map((reference, index) => client.judgeWrite(entries[index], reference));
  } catch (error) {
    if (!(error instanceof CarrierError) || error.kind !== 'outcome-unknown') throw error;
    return orders.map(() => error);
  }
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
  return { raw, parcel: orderParcel(client.deployment.carrier, raw) };
}

/** getTrackNumber (`eccang.md` 3.3) for one customer reference: the method of the family that takes one. */
async function findByTrackingNumberRequest(client: EccangClient, reference: string): Promise<OrderAnswer> {
  const reply = await client.call('getTrackNumber', { reference_no: [reference] }, { intent: 'read' });
  const raw = entriesOf(reply).find((entry) => sameNumber(entry['OrderNumber'], reference));
  // An echo of the reference without any number says nothing of an order.
  if (!raw || (textOf(raw['WayBillNumber']) ?? textOf(raw['TrackingNumber'])) === undefined)
    throw client.notFound(reference);
  return { raw, parcel: numberedParcel(client.deployment.carrier, raw) };
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

async function findOrder(client: EccangClient, reference: string): Promise<OrderAnswer> {
  return LOOK_UPS[client.deployment.findsOrdersWith].find(client, reference);
}

async function recover(client: EccangClient, reference: string, lost: CarrierError): Promise<OrderAnswer> {
  try {
    return asRecovered(await findOrder(client, reference));
  } catch (error) {
    const looked = error instanceof CarrierError && error.kind === 'not-found';
    throw new CarrierError({
      kind: 'outcome-unknown',
      message: `${lost.message} ${
        looked
          ? `${client.deployment.displayName} does not know reference ${reference} at this moment.`
          : `Looking up reference ${reference} failed as well.`
      }`,
      hint: `The order may still appear. Wait a few minutes and ask for its reference with ${LOOK_UPS[client.deployment.findsOrdersWith].operation}; creating it again with the same reference cannot ship it twice, because the carrier refuses a reference that exists.`,
      ...(lost.httpStatus === undefined ? {} : { httpStatus: lost.httpStatus }),
    });
  }
}

function asRecovered({ raw, parcel }: OrderAnswer): OrderAnswer {
  return { raw: { ...raw, recovered: true }, parcel: { ...parcel, recovered: true } };
}
