import { CarrierError } from '../http';
import { firstOf, listOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type Parcel, type ParcelStatus, type TrackingEvent } from '#carriers/shared/parcel';
import type { EccangClient } from './client';
import { CONTAINERS, entriesOf, sameNumber } from './answer';
import type { OrderAnswer } from './orders';
import { trackingMeaning } from './status';

export type TrackingService = 'getCargoTrack' | 'getCargoTrackPdd';

/** Seen in one client of getCargoTrack only; what values `type` has is not stated (`eccang.md` 3.16). */
export interface TrackingSettings {
  type?: string;
  lang?: string;
}

const ANSWERED_BY = ['Detail', 'Status', 'Error_code'];

/**
 * getCargoTrack (`eccang.md` 3.16, `huahan.md` 3.8) for as many numbers as one call may carry.
 * @returns one answer or error per number, in the order of `numbers`
 */
export async function trackParcels(
  client: EccangClient,
  numbers: readonly string[],
  service: TrackingService = 'getCargoTrack',
  settings: TrackingSettings = {},
): Promise<(OrderAnswer | CarrierError)[]> {
  const { carrier } = client.deployment;
  const codes = [...new Set(numbers)];
  const reply = await client.call(
    service,
    { codes, ...settings },
    { intent: 'read', answersIn: CONTAINERS, answeredBy: ANSWERED_BY },
  );
  const entries = entriesOf(reply);
  return numbers.map((number) => {
    const entry = entries.find((each) => isFor(each, number));
    const raw = client.judgeRead(entry, number, reply, ANSWERED_BY);
    if (raw instanceof CarrierError) return raw;
    if (isUnknown(raw)) return client.notFound(number);
    return { raw, parcel: trackedParcel(carrier, raw) };
  });
}

/** `Code` is the number asked for; some deployments name the parcel's other numbers too (`eccang.md` 3.16). */
function isFor(entry: JsonObject, number: string): boolean {
  return ['Code', 'WaybillNumber', 'TrackingNumber'].some((field) => sameNumber(entry[field], number));
}

/**
 * An entry of `Data` as a parcel: its status is that of the newest event (`tracking-status.md`), or the entry's own where
 * that event has no code.
 */
export function trackedParcel(carrier: string, entry: JsonObject): Parcel {
  const events = eventsOf(listOf(entry['Detail']));
  const [newest] = events;
  const summary = textOf(entry['Status']);
  const current = newest?.code === undefined ? { status: trackingMeaning(summary).status, code: summary } : newest;
  return present<Parcel>({
    carrier,
    orderNumber: textOf(entry['WaybillNumber']),
    trackingNumber: textOf(entry['TrackingNumber']) ?? textOf(entry['Code']),
    status: current.status,
    statusRaw: current.code,
    service: present({ code: textOf(entry['product_code']), name: textOf(entry['product_name']) }),
    country: textOf(entry['Country_code']),
    events,
  });
}

function eventsOf(details: readonly JsonObject[]): TrackingEvent[] {
  const ordered = newestFirst(details);
  return ordered.map((detail, index) => {
    const code = textOf(detail['Status']);
    const isFirstScan = ordered.slice(index + 1).every((earlier) => isBeforeScan(textOf(earlier['Status'])));
    const meaning = trackingMeaning(code, isFirstScan);
    return {
      ...timeOf(detail),
      ...present<Pick<TrackingEvent, 'status' | 'reason' | 'code' | 'description' | 'location'>>({
        status: meaning.status,
        code,
        description: textOf(firstOf(detail, 'Comment', 'Comment_en')),
        location: textOf(detail['track_area']),
        reason: meaning.reason,
      }),
    };
  });
}

function isBeforeScan(code: string | undefined): boolean {
  const status: ParcelStatus = trackingMeaning(code).status;
  return status === 'pending';
}

/** The carrier sends the newest event first; sorting keeps that true for a deployment that does not. */
function newestFirst(details: readonly JsonObject[]): JsonObject[] {
  const key = (detail: JsonObject): string => timeOf(detail).time ?? textOf(detail['Occur_date']) ?? '';
  const instant = (detail: JsonObject): number => Date.parse(key(detail));
  if (details.some((detail) => Number.isNaN(instant(detail)))) return [...details];
  return [...details].sort((left, right) => instant(right) - instant(left));
}

/** `YYYY-MM-DD HH:mm:ss`; only getCargoTrackPdd says in which zone (`huahan.md` 3.8, 3.9). */
function timeOf(detail: JsonObject): Pick<TrackingEvent, 'time' | 'timeRaw'> {
  const raw = textOf(detail['Occur_date']);
  if (raw === undefined) return { time: null };
  const zone = textOf(detail['Occur_time_zone']);
  const known = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(raw) && /^[+-]\d{2}:\d{2}$/.test(zone ?? '');
  return { time: known ? `${raw.replace(' ', 'T')}${zone}` : null, timeRaw: raw };
}

/** getCargoTrackPdd answers an unknown number with an empty entry and a code other than 0000 (`huahan.md` 3.9). */
function isUnknown(entry: JsonObject): boolean {
  const code = textOf(entry['Error_code']);
  return code !== undefined && code !== '0000' && listOf(entry['Detail']).length === 0;
}
