import { defined } from '#carriers/shared/defined';
import { CarrierError } from '../http';
import { askAgain, type Patience } from '#carriers/shared/not-ready';
import { present } from '#carriers/shared/parcel';
import type { JsonObject } from '#carriers/shared/json-value';
import { eventTimeOf, type EventTime } from '#carriers/shared/written-time';
import type { EccangClient } from './client';
import { CONTAINERS, entriesFor, entriesOf, toldIn } from './answer';
import type { OrderAnswer } from './orders';
import { numberedParcel } from './parcels';

const ANSWERED_BY = ['TrackingNumber', 'WayBillNumber'];

/**
 * getTrackNumber (`eccang.md` 3.3, `huahan.md` 3.7) for several customer references.
 * @returns one answer or error per reference, in their order
 */
export async function getTrackingNumbers(
  client: EccangClient,
  references: readonly string[],
): Promise<(OrderAnswer | CarrierError)[]> {
  const asked = [...new Set(references)];
  const reply = await client.call(
    'getTrackNumber',
    { reference_no: asked },
    { intent: 'read', answersIn: CONTAINERS, answeredBy: ANSWERED_BY },
  );
  const entries = entriesFor(asked, entriesOf(reply), 'OrderNumber');
  return references.map((reference) => {
    const raw = client.judgeRead(entries[asked.indexOf(reference)], reference, reply, ANSWERED_BY);
    return raw instanceof CarrierError ? raw : { raw, parcel: numberedParcel(client.deployment, raw) };
  });
}

/**
 * Asks again for the numbers that are not issued yet (createOrder said `track_status` 2), until all are there or the
 * deadline has come. Numbers that are still missing then are answers with `trackingNumberPending`, not errors.
 */
export async function awaitTrackingNumbers(
  client: EccangClient,
  references: readonly string[],
  patience: Patience,
): Promise<(OrderAnswer | CarrierError)[]> {
  return askAgain(client, patience, references, (pending) => getTrackingNumbers(client, pending), isPending);
}

function isPending(answer: OrderAnswer | CarrierError): boolean {
  return 'parcel' in answer && answer.parcel.trackingNumberPending === true;
}

export interface NumberChanges {
  waybill: string;
  /** `YYYY-MM-DD HH:mm:ss`, in the carrier's time. */
  startDate?: string;
  endDate?: string;
}

/** getTrackingNumberChangeRecord (`eccang.md` 3.17): newest first; no change is an empty list. */
export async function getTrackingNumberChanges(client: EccangClient, request: NumberChanges): Promise<JsonObject[]> {
  const { waybill, startDate, endDate } = request;
  const params = { shipper_hawbcode: waybill, ...defined({ start_date: startDate, end_date: endDate }) };
  const reply = await client.call('getTrackingNumberChangeRecord', params, { intent: 'read' });
  return entriesOf(reply);
}

/** A change as the nodes output it. */
export interface NumberChange {
  carrier: string;
  orderNumber?: string;
  trackingNumber?: string;
  previousTrackingNumber?: string;
  /** Null: the carrier does not say in which zone. */
  time: EventTime['time'];
  timeRaw?: string;
  /** What else the carrier told, by its own names. */
  details?: Readonly<Record<string, unknown>>;
}

export function numberChangeOf(carrier: string, entry: JsonObject): NumberChange {
  const told = toldIn(entry);
  return present<NumberChange>({
    carrier,
    orderNumber: told.text('shipper_hawbcode'),
    trackingNumber: told.text('shipping_method_no'),
    previousTrackingNumber: told.text('old_shipping_method_no'),
    ...eventTimeOf(told.text('create_date')),
    details: told.details(),
  });
}
