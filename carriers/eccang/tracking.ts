import { CarrierError } from '../http';
import { firstOf, listOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { newestFirst, type Happening } from '#carriers/shared/newest-first';
import { isEnd, present, type Parcel, type ParcelStatus, type TrackingEvent } from '#carriers/shared/parcel';
import { orUnreadable } from '#carriers/shared/unreadable';
import { eventTimeOf, momentOf, type EventTime } from '#carriers/shared/written-time';
import type { EccangClient } from './client';
import { CONTAINERS, entriesOf, namedBy } from './answer';
import type { OrderAnswer } from './orders';
import { trackingMeaning, trackingProgress } from './status';

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
  // `Code` is the number asked for; some deployments name the parcel's other numbers too (`eccang.md` 3.16).
  const isNamed = namedBy(codes, ['Code', 'WaybillNumber', 'TrackingNumber']);
  return numbers.map((number) => {
    const entry = entries.find((each) => isNamed(each, number));
    const raw = client.judgeRead(entry, number, reply, ANSWERED_BY);
    if (raw instanceof CarrierError) return raw;
    if (isUnknown(raw)) return client.notFound(number);
    return orUnreadable(() => ({ raw, parcel: trackedParcel(carrier, raw) }));
  });
}

/** An entry of `Data` as a parcel. */
export function trackedParcel(carrier: string, entry: JsonObject): Parcel {
  const events = eventsOf(listOf(entry['Detail']), entry['Time_zone']);
  const { status, code } = currentOf(events, textOf(entry['Status']));
  return present<Parcel>({
    carrier,
    orderNumber: textOf(entry['WaybillNumber']),
    trackingNumber: textOf(entry['TrackingNumber']) ?? textOf(entry['Code']),
    status,
    statusRaw: code,
    service: present({ code: textOf(entry['product_code']), name: textOf(entry['product_name']) }),
    country: textOf(entry['Country_code']),
    events,
  });
}

/**
 * The status of the newest event that has a code (`tracking-status.md`). The entry's own counts where no event has one, and
 * where it alone says that the parcel is delivered or goes back: otherwise it may be behind the events (`huahan.md` 3.8).
 */
function currentOf(events: readonly TrackingEvent[], summary: string | undefined): Pick<Happening, 'status' | 'code'> {
  const own = { status: trackingMeaning(summary).status, code: summary };
  const newest = events.find(({ code }) => code !== undefined);
  if (newest === undefined) return own;
  return isEnd(own.status) && !isEnd(newest.status) ? own : newest;
}

/**
 * Newest first, as the carrier says that it sends them; sorting keeps that true for a deployment that does not.
 * @param entryZone of the events that name none (`huahan.md` 3.9)
 */
function eventsOf(details: readonly JsonObject[], entryZone: unknown): TrackingEvent[] {
  const zoneOf = (detail: JsonObject): unknown => textOf(detail['Occur_time_zone']) ?? entryZone;
  const ordered = newestFirst(details, (detail) => {
    const code = textOf(detail['Status']);
    const moment = momentOf(detail['Occur_date'], zoneOf(detail));
    return { moment, code, status: trackingMeaning(code).status, progress: trackingProgress(code) };
  });
  return ordered.map((detail, index) => {
    const code = textOf(detail['Status']);
    const isFirstScan = ordered.slice(index + 1).every((earlier) => isBeforeScan(textOf(earlier['Status'])));
    const meaning = trackingMeaning(code, isFirstScan);
    return {
      ...eventTimeOf(detail['Occur_date'], zoneOf(detail)),
      ...present<Omit<TrackingEvent, keyof EventTime>>({
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

/** getCargoTrackPdd answers an unknown number with an empty entry and a code other than 0000 (`huahan.md` 3.9). */
function isUnknown(entry: JsonObject): boolean {
  const code = textOf(entry['Error_code']);
  return code !== undefined && code !== '0000' && listOf(entry['Detail']).length === 0;
}
