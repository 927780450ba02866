import { CarrierError } from '../http';
import { firstOf, listOf, textOf, type JsonObject } from '../json-value';
import type { Parcel } from '../parcel';
import { checkRequest } from '../request-check';
import type { EccangClient } from './client';
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
  options: { returnExisting?: boolean } = {},
): Promise<OrderAnswer> {
  const reference = textOf(order['reference_no']) ?? '';
  try {
    const raw = await client.call('createOrder', order, { intent: 'write' });
    return { raw, parcel: createdParcel(client.deployment.carrier, raw) };
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error;
    if (error.kind === 'outcome-unknown') return recover(client, reference, error);
    if (error.kind === 'duplicate' && options.returnExisting) return asRecovered(await findOrder(client, reference));
    throw error;
  }
}

/** The order as it will be sent. Throws a RequestError that names every documented field that is missing or wrong. */
export function checkOrder(deployment: EccangDeployment, order: JsonObject): JsonObject {
  return checkRequest(deployment.order.schema, order);
}

/** getOrder (`eccang.md` 3.8: waybill number; `huahan.md` 3.3: also the customer reference). */
export async function getOrder(client: EccangClient, number: string): Promise<OrderAnswer> {
  const reply = await client.call('getOrder', { reference_no: number }, { intent: 'read' });
  const [raw] = listOf(firstOf(reply, 'data', 'Data'));
  if (!raw) throw client.notFound(number);
  return { raw, parcel: orderParcel(client.deployment.carrier, raw) };
}

/** getTrackNumber (`eccang.md` 3.3) for one customer reference: the method of the family that takes one. */
export async function findByTrackingNumberRequest(client: EccangClient, reference: string): Promise<OrderAnswer> {
  const reply = await client.call('getTrackNumber', { reference_no: [reference] }, { intent: 'read' });
  const raw = listOf(firstOf(reply, 'data', 'Data')).find((entry) => sameNumber(entry['OrderNumber'], reference));
  if (!raw) throw client.notFound(reference);
  return { raw, parcel: numberedParcel(client.deployment.carrier, raw) };
}

/** The server writes references in upper case (`eccang.md` 3.1), so echoes are compared without case. */
export function sameNumber(echo: unknown, number: string): boolean {
  return textOf(echo)?.trim().toUpperCase() === number.trim().toUpperCase();
}

async function findOrder(client: EccangClient, reference: string): Promise<OrderAnswer> {
  return client.deployment.findByReference(client, reference);
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
      hint: 'The order may still appear. Wait a few minutes and check with Order: Get; creating it again with the same reference cannot ship it twice, because the carrier refuses a reference that exists.',
      ...(lost.httpStatus === undefined ? {} : { httpStatus: lost.httpStatus }),
    });
  }
}

function asRecovered({ raw, parcel }: OrderAnswer): OrderAnswer {
  return { raw: { ...raw, recovered: true }, parcel: { ...parcel, recovered: true } };
}
