import { CarrierError } from '../http';
import { defined } from '#carriers/shared/defined';
import { listOf, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import { MGOSHIP } from './account';
import type { MgoshipClient } from './client';
import { asAnswer, ended, withHintIfLost } from '#carriers/shared/lost-answer';
import { ageOf, type Age } from '#carriers/shared/order-age';
import { asRecovered, differencesFrom, otherOrder } from '#carriers/shared/same-order';
import { momentOf } from '#carriers/shared/written-time';
import { ofOneOrder } from '#carriers/shared/one-order';
import { hasOrderNumber, isEmptyAnswer, madeParcel, orderNumberIn } from './made';
import { paramsOf } from './params';
import { parcelOf, type MgoshipParcel } from './parcels';
import { GROUPS } from './reply';
import { PARCEL_ORDER } from './requests/parcel-order';

export type NumberType = 'customerno' | 'orderNo' | 'trackno';

/** Which order: any one of its three numbers (`mgoship.md` 8.14). */
export interface Lookup {
  numberType: NumberType;
  number: string;
}

/** What the carrier said of an order: its own data, and the same as a parcel. */
export interface ParcelAnswer {
  raw: JsonObject;
  parcel: MgoshipParcel;
}

const CREATE = { module: 'tms_orders', action: 'add_tms_order' };
const GET = { module: 'tms_orders', action: 'get_tms_order_detail' };
const DELETE = { module: 'tms_orders', action: 'delete_tms_order' };

/**
 * The params of add_tms_order for what the user gave, in the form of the samples.
 * @throws RequestError naming every field that is wrong
 */
export function parcelOrderParams(given: JsonObject): JsonObject {
  return paramsOf(PARCEL_ORDER, given);
}

/** get_tms_order_detail (`mgoship.md` 5.2). Of several orders with one own number it gives the newest. */
export async function getParcelOrder(client: MgoshipClient, lookup: Lookup): Promise<ParcelAnswer> {
  const reply = await client.call(GET, lookupParams(lookup), { intent: 'read' });
  const [raw = {}] = listOf(reply['data'], GROUPS);
  if (Object.keys(raw).length === 0) throw client.notFound(lookup.number);
  return { raw, parcel: parcelOf(ofOneOrder(raw)) };
}

/**
 * add_tms_order (`mgoship.md` 5.1). Sent once. The answer is not documented: when no order number can be found in it, the
 * order is looked up by its own number. When the answer is lost, it is looked up as well and returned with
 * `recovered: true`, if it is certain to be this one.
 * @param params as `parcelOrderParams` gave them
 */
export async function createParcelOrder(client: MgoshipClient, params: JsonObject): Promise<ParcelAnswer> {
  const sent: Sent = { reference: textOf(objectAsIs(params['order'])['customerno']) ?? '', params, at: Date.now() };
  try {
    const number = { name: 'customerno', sent: sent.reference };
    const raw = await client.call(CREATE, params, { intent: 'write', isMade: hasOrderNumber, number });
    return await created(client, raw, sent);
  } catch (error) {
    if (!(error instanceof CarrierError) || error.kind !== 'outcome-unknown') throw error;
    return await recover(client, sent, error);
  }
}

/** An order of this run. */
interface Sent {
  reference: string;
  params: JsonObject;
  /** Milliseconds since 1970. */
  at: number;
}

/**
 * delete_tms_order (`mgoship.md` 5.3). Of several orders with one own number it deletes the oldest: another one than
 * `getParcelOrder` shows.
 * @returns the whole reply; it has a status only
 */
export async function deleteParcelOrder(client: MgoshipClient, lookup: Lookup): Promise<JsonObject> {
  return withHintIfLost(
    client.call(DELETE, lookupParams(lookup), { intent: 'write' }),
    lookup.numberType === 'customerno'
      ? 'Check with Parcel Order: Get. Do not simply run it again: where several orders have this own number, a second run deletes the next one.'
      : 'Check with Parcel Order: Get whether the order is still there; running this again for the same number deletes no other order.',
  );
}

/** The sample sends the other two as empty text. */
function lookupParams({ numberType, number }: Lookup): JsonObject {
  return { customerno: '', orderNo: '', trackno: '', [numberType]: number };
}

async function created(client: MgoshipClient, raw: JsonObject, sent: Sent): Promise<ParcelAnswer> {
  const { reference } = sent;
  const { data } = raw;
  const orderNumber = orderNumberIn(data);
  if (orderNumber === undefined) {
    // The order was made: that it cannot be looked up (yet) is no error of this item.
    const found = await newestOrder(client, reference);
    if (isThisOne(found, sent, ['of this run', 'unknown'])) {
      const notes = [`${noNumber(data)}: it was looked up by its own number.`];
      const told = isEmptyAnswer(data) ? {} : { data };
      return { raw: { ...raw, notes }, parcel: { ...found.parcel, ...told, notes } };
    }
    const notes = [`${noNumber(data)}. ${seenOf(found, sent)} ${whereToLook(sent)}`];
    const parcel = present<MgoshipParcel>({ carrier: MGOSHIP.carrier, reference, data: data ?? undefined, notes });
    return { raw: { ...raw, ...(reference === '' ? {} : { customerno: reference }), notes }, parcel };
  }
  return { raw, parcel: madeParcel(data, orderNumber, reference) };
}

function noNumber(data: unknown): string {
  const where = isEmptyAnswer(data) ? '' : ' where one is known to be';
  return `${MGOSHIP.displayName} said that it created the order, but gave no number${where}`;
}

async function recover(client: MgoshipClient, sent: Sent, lost: CarrierError): Promise<ParcelAnswer> {
  const { reference } = sent;
  const found = await newestOrder(client, reference);
  if (isThisOne(found, sent, ['of this run'])) return asRecovered(found);
  // An order of another run may look the same to the last item, so what was sent proves nothing.
  const check = isThisOne(found, sent, ['unknown'])
    ? `Look with Parcel Order: Get, by own number, whether order ${numberOf(found)} is this one: it does not have all the times by which to tell.`
    : `Wait a few minutes. ${whereToLook(sent)}`;
  const ofAccount = lost.ofAccount ?? (found instanceof CarrierError ? found.ofAccount : undefined);
  throw lost.with({
    message: `${ended(lost.message)} ${seenOf(found, sent)}`,
    hint: `${check} Creating it again may ship it twice: Mgoship takes the same own number more than once.`,
    ...defined({ ofAccount }),
  });
}

/** Whether the newest order under the own number may be the one that was sent: of such an age, and to the same recipient. */
function isThisOne(
  found: ParcelAnswer | CarrierError,
  { reference, params, at }: Sent,
  ages: readonly Age[],
): found is ParcelAnswer {
  if (found instanceof CarrierError || found.parcel.reference !== reference) return false;
  return ages.includes(ageIn(found.parcel, at)) && differencesFrom(parcelOf(params), found.parcel).length === 0;
}

function seenOf(found: ParcelAnswer | CarrierError, { reference, params }: Sent): string {
  if (reference === '') return 'It was sent without an own number (customerno), by which it could be looked up.';
  if (found instanceof CarrierError) {
    const why = found.ofAccount ? `: ${ended(found.message)}` : '.';
    return `No order could be looked up under the own number ${reference}${why}`;
  }
  const differences = found.parcel.reference === reference ? differencesFrom(parcelOf(params), found.parcel) : [];
  return differences.length > 0
    ? otherOrder(MGOSHIP.displayName, reference, found.parcel, differences)
    : `The newest order that it has under the own number ${reference} is ${numberOf(found)}, and nothing shows that this run made it.`;
}

function whereToLook({ reference }: Sent): string {
  return reference === ''
    ? `Look for it in ${MGOSHIP.displayName}'s customer portal.`
    : 'Check with Parcel Order: Get, by own number.';
}

function numberOf({ parcel }: ParcelAnswer): string {
  return parcel.orderNumber ?? 'without a number';
}

/** The newest order with an own number, or why it cannot be looked up. */
async function newestOrder(client: MgoshipClient, reference: string): Promise<ParcelAnswer | CarrierError> {
  if (reference === '') return client.notFound('an order without an own number');
  return getParcelOrder(client, { numberType: 'customerno', number: reference }).catch(asAnswer);
}

/**
 * Own numbers are not unique, so an older order may bear this one: it has an event that is older than this run. An event
 * without a time may be such a one.
 */
function ageIn({ events = [] }: MgoshipParcel, sentAt: number): Age {
  return ageOf(
    events.map(({ time }) => momentOf(time)),
    sentAt,
  );
}
