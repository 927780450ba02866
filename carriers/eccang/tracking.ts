import { CarrierError, eachInSlices } from '../http';
import { listOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { newestFirst, type Happening } from '#carriers/shared/newest-first';
import { isEnd, present, type ParcelStatus, type TrackingEvent } from '#carriers/shared/parcel';
import type { Told } from '#carriers/shared/told';
import { isBlank } from '#carriers/shared/blank';
import { defined } from '#carriers/shared/defined';
import { orUnreadable } from '#carriers/shared/unreadable';
import { eventTimeOf, momentOf, type EventTime } from '#carriers/shared/written-time';
import { ofOneOrder } from '#carriers/shared/one-order';
import type { EccangClient } from './client';
import { CONTAINERS, entriesOf, namedAmong, toldIn } from './answer';
import type { OrderAnswer } from './orders';
import type { Carrier, EccangParcel } from './parcels';
import { trackingMeaning, trackingProgress, trackingText } from './status';

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
  const codes = [...new Set(numbers)];
  const reply = await client.call(
    service,
    { codes, ...settings },
    { intent: 'read', answersIn: CONTAINERS, answeredBy: ANSWERED_BY },
  );
  // `Code` is the number asked for; some deployments name the parcel's other numbers too (`eccang.md` 3.16).
  const named = namedAmong(entriesOf(reply), codes, ['Code', 'WaybillNumber', 'TrackingNumber']);
  return eachInSlices(numbers, (number) => {
    const [entry] = named(number);
    const raw = client.judgeRead(entry, number, reply, ANSWERED_BY);
    if (raw instanceof CarrierError) return raw;
    if (isUnknown(raw)) return client.notFound(number);
    return orUnreadable(() => ({ raw, parcel: trackedParcel(client.deployment, ofOneOrder(raw), number) }));
  });
}

/** What is told of where a parcel is. */
export type TrackedParcel = Pick<
  EccangParcel,
  | 'carrier'
  | 'number'
  | 'orderNumber'
  | 'trackingNumber'
  | 'status'
  | 'statusRaw'
  | 'statusText'
  | 'service'
  | 'country'
  | 'events'
  | 'details'
>;

/** An entry of `Data` as a parcel. `Code` repeats what was asked, which may be a reference: it is no tracking number. */
export function trackedParcel({ carrier }: Carrier, entry: JsonObject, number: string): EccangParcel {
  const told = toldIn(entry);
  const events = eventsOf(told, entry['Time_zone']);
  const { status, code } = currentOf(events, textOf(entry['Status']));
  told.repeated('Code', number);
  told.repeated('Status', code);
  told.repeated('New_date', events[0]?.timeRaw);
  told.repeated('New_Comment', events[0]?.description);
  told.repeated('Error_code', FOUND);
  return present<TrackedParcel>({
    carrier,
    number,
    orderNumber: told.text('WaybillNumber'),
    trackingNumber: told.text('TrackingNumber'),
    status,
    statusRaw: code,
    statusText: trackingText(code),
    service: present({ code: told.text('product_code'), name: told.text('product_name') }),
    country: told.text('Country_code'),
    events,
    details: told.details(),
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

/** Those of `Detail`; where it is empty, the newest one of which the entry itself tells. */
function eventsOf(told: Told, zone: unknown): TrackingEvent[] {
  const details = listOf(told.value('Detail'));
  if (details.length > 0) return sorted(details, zone);
  const newest = defined({ Occur_date: told.text('New_date'), Comment: told.text('New_Comment') });
  if (Object.keys(newest).length === 0) return [];
  return [eventOf({ ...newest, Status: told.text('Status') }, zone)];
}

/**
 * Newest first, as the carrier says that it sends them; sorting keeps that true for a deployment that does not.
 * @param entryZone of the events that name none (`huahan.md` 3.9)
 */
function sorted(details: readonly JsonObject[], entryZone: unknown): TrackingEvent[] {
  const ordered = newestFirst(details, (detail) => {
    const code = textOf(detail['Status']);
    const moment = momentOf(detail['Occur_date'], zoneIn(detail, entryZone));
    return { moment, code, status: trackingMeaning(code).status, progress: trackingProgress(code) };
  });
  const oldestScan = ordered.findLastIndex(({ Status }) => !isBeforeScan(textOf(Status)));
  return ordered.map((detail, index) => eventOf(detail, entryZone, index >= oldestScan));
}

function eventOf(detail: JsonObject, entryZone: unknown, isFirstScan = false): TrackingEvent {
  const told = toldIn(detail);
  const code = told.text('Status');
  const meaning = trackingMeaning(code, isFirstScan);
  const time = eventTimeOf(told.text('Occur_date'), zoneIn(detail, entryZone));
  // The zone stands in the time, where both could be read.
  if (time.time !== null) told.text('Occur_time_zone');
  const descriptionEn = told.text('Comment_en');
  return {
    ...time,
    ...present<Omit<TrackingEvent, keyof EventTime>>({
      status: meaning.status,
      code,
      description: told.text('Comment') ?? descriptionEn,
      descriptionEn,
      location: told.text('track_area'),
      reason: meaning.reason,
      details: told.details(),
    }),
  };
}

function zoneIn(detail: JsonObject, entryZone: unknown): unknown {
  return textOf(detail['Occur_time_zone']) ?? entryZone;
}

function isBeforeScan(code: string | undefined): boolean {
  const status: ParcelStatus = trackingMeaning(code).status;
  return status === 'pending';
}

/** getCargoTrackPdd answers an unknown number with an empty entry and another code (`huahan.md` 3.9, 4.2). */
const FOUND = '0000';

function isUnknown(entry: JsonObject): boolean {
  const code = textOf(entry['Error_code']);
  return code !== undefined && code !== FOUND && isBlank(entry['New_Comment']) && listOf(entry['Detail']).length === 0;
}
