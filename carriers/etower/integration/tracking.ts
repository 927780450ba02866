import { CarrierError } from '../../http';
import { listOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { newestFirst, type Happening } from '#carriers/shared/newest-first';
import { present, type Parcel, type TrackingEvent } from '#carriers/shared/parcel';
import { orUnreadable } from '#carriers/shared/unreadable';
import { eventTimeOf, momentOf, type EventTime } from '#carriers/shared/written-time';
import { CARRIER } from '../account';
import type { EtowerClient } from './client';
import { settleNumbers } from './entries';
import type { OrderAnswer } from './orders';
import { eventMeaning, eventProgress } from './status';

/** One client notes 30 as the maximum, another sends more (`etower.md` B.4.8); the smaller number works everywhere. */
export const TRACKINGS_PER_CALL = 30;

/**
 * Tracking events (B.4.8), by tracking or reference number.
 * @returns one answer or error per number, in the order of `numbers`
 */
export async function trackParcels(
  client: EtowerClient,
  numbers: readonly string[],
): Promise<(OrderAnswer<Parcel> | CarrierError)[]> {
  const settled = await settleNumbers(client, numbers, 'read', (body) =>
    client.call({ path: '/services/shipper/trackingEvents', body }, { intent: 'read' }),
  );
  return settled.map((result) => {
    if (result instanceof CarrierError) return result;
    const [raw = {}] = result;
    return orUnreadable(() => ({ raw, parcel: trackedParcel(raw) }));
  });
}

/**
 * An entry as a parcel: its status is that of the newest event that has a code (`tracking-status.md`). The carrier keeps no
 * order (B.4.8).
 */
export function trackedParcel(entry: JsonObject): Parcel {
  const events = newestFirst(listOf(entry['events']), happeningOf);
  const [newest] = events;
  const [code] = events.flatMap((event) => textOf(event['eventCode']) ?? []);
  return present<Parcel>({
    carrier: CARRIER,
    orderNumber: textOf(entry['orderId']),
    trackingNumber: textOf(newest?.['trackingNo']) ?? textOf(entry['trackingNo']),
    status: newest === undefined ? undefined : eventMeaning(code).status,
    statusRaw: code,
    country: textOf(newest?.['destCountry']),
    events: events.map(eventOf),
  });
}

function happeningOf(event: JsonObject): Happening {
  const code = textOf(event['eventCode']);
  const moment = momentOf(event['eventTime'], zoneOf(event));
  return { moment, code, status: eventMeaning(code).status, progress: eventProgress(code) };
}

function eventOf(event: JsonObject): TrackingEvent {
  const code = textOf(event['eventCode']);
  const { status, reason } = eventMeaning(code);
  return {
    ...eventTimeOf(event['eventTime'], zoneOf(event)),
    ...present<Omit<TrackingEvent, keyof EventTime>>({
      status,
      code,
      description: textOf(event['activity']),
      location: textOf(event['location']),
      reason,
    }),
  };
}

/** `GMT+08:00`, `GMT+1`, on the older path `+0800`; none means GMT+8 (B.4.8). */
function zoneOf(event: JsonObject): string {
  return textOf(event['timeZone']) ?? 'GMT+8';
}
