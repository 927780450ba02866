import { type CarrierError, eachInSlices } from '../../http';
import { detailsOf } from '#carriers/shared/details';
import { listOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { newestFirst, type Happening } from '#carriers/shared/newest-first';
import { present, type TrackingEvent } from '#carriers/shared/parcel';
import { eventTimeOf, momentOf, type EventTime } from '#carriers/shared/written-time';
import type { EtowerClient } from './client';
import { settleNumbers } from './entries';
import { answerOf, type OrderAnswer } from './orders';
import { entryDetails, numberedParcel, type EtowerParcel, type NumberedParcel } from './parcels';
import { eventMeaning, eventProgress } from './status';

/** One client notes 30 as the maximum, another sends more (`etower.md` B.4.8); the smaller number works everywhere. */
export const TRACKINGS_PER_CALL = 30;

/** Of an event: what stands in it under another name. */
const EVENT_FIELDS = ['eventTime', 'eventCode', 'activity', 'location'];

/**
 * Tracking events (B.4.8), by tracking or reference number.
 * @returns one answer or error per number, in the order of `numbers`
 */
export async function trackParcels(
  client: EtowerClient,
  numbers: readonly string[],
): Promise<(OrderAnswer | CarrierError)[]> {
  const settled = await settleNumbers(client, numbers, 'read', (body) =>
    client.call({ path: '/services/shipper/trackingEvents', body }, { intent: 'read' }),
  );
  return eachInSlices(settled, (result) => answerOf(result, trackedParcel));
}

/** What is told of where a parcel is. */
export type TrackedParcel = Pick<
  EtowerParcel,
  keyof NumberedParcel | 'status' | 'statusRaw' | 'statusText' | 'country' | 'events'
>;

/**
 * An entry as a parcel: its status is that of the newest event that has a code (`tracking-status.md`). The carrier keeps no
 * order (B.4.8).
 */
export function trackedParcel(entry: JsonObject): EtowerParcel {
  const events = newestFirst(listOf(entry['events']), happeningOf);
  const [newest] = events;
  const [code] = events.flatMap((event) => textOf(event['eventCode']) ?? []);
  const meaning = eventMeaning(code);
  const trackingNumber = textOf(newest?.['trackingNo']) ?? textOf(entry['trackingNo']);
  const country = textOf(newest?.['destCountry']);
  return present<TrackedParcel>({
    ...numberedParcel(entry),
    trackingNumber,
    status: newest === undefined ? undefined : meaning.status,
    statusRaw: code,
    statusText: meaning.text,
    country,
    events: events.map((event) => eventOf(event, { trackingNo: trackingNumber, destCountry: country })),
    details: entryDetails(entry, 'events'),
  });
}

function happeningOf(event: JsonObject): Happening {
  const code = textOf(event['eventCode']);
  const moment = momentOf(event['eventTime'], zoneOf(event));
  return { moment, code, status: eventMeaning(code).status, progress: eventProgress(code) };
}

/** @param ofAll what the parcel says for all of its events */
function eventOf(event: JsonObject, ofAll: Readonly<Record<string, string | undefined>>): TrackingEvent {
  const code = textOf(event['eventCode']);
  const { status, reason } = eventMeaning(code);
  const time = eventTimeOf(event['eventTime'], zoneOf(event));
  const told = Object.keys(ofAll).filter((field) => textOf(event[field]) === ofAll[field]);
  return {
    ...time,
    ...present<Omit<TrackingEvent, keyof EventTime>>({
      status,
      code,
      description: textOf(event['activity']),
      location: textOf(event['location']),
      reason,
      details: detailsOf(event, [...EVENT_FIELDS, ...told, ...(time.time === null ? [] : ['timeZone'])]),
    }),
  };
}

/** `GMT+08:00`, `GMT+1`, on the older path `+0800`; none means GMT+8 (B.4.8). */
function zoneOf(event: JsonObject): string {
  return textOf(event['timeZone']) ?? 'GMT+8';
}
