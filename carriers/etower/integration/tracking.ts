import { CarrierError } from '../../http';
import { listOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type Parcel, type TrackingEvent } from '#carriers/shared/parcel';
import { orUnreadable } from '#carriers/shared/unreadable';
import { CARRIER } from '../account';
import type { EtowerClient } from './client';
import { settleNumbers } from './entries';
import type { OrderAnswer } from './orders';
import { eventMeaning } from './status';

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

/** An entry as a parcel: its status is that of the newest event (`tracking-status.md`). */
export function trackedParcel(entry: JsonObject): Parcel {
  const events = newestFirst(listOf(entry['events']));
  const [newest] = events;
  const code = textOf(newest?.['eventCode']);
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

function eventOf(event: JsonObject): TrackingEvent {
  const code = textOf(event['eventCode']);
  const { status, reason } = eventMeaning(code);
  return {
    ...timeOf(event),
    ...present<Omit<TrackingEvent, 'time' | 'timeRaw'>>({
      status,
      code,
      description: textOf(event['activity']),
      location: textOf(event['location']),
      reason,
    }),
  };
}

/** The carrier keeps no order (B.4.8). Events whose time cannot be read come last, in the carrier's order. */
function newestFirst(events: readonly JsonObject[]): JsonObject[] {
  const timed = events.map((event) => {
    const { time, timeRaw = '' } = timeOf(event);
    const instant = Date.parse(time ?? `${timeRaw}Z`);
    return { event, instant: Number.isNaN(instant) ? -Infinity : instant };
  });
  return timed
    .sort((left, right) => (left.instant === right.instant ? 0 : right.instant - left.instant))
    .map(({ event }) => event);
}

/** `2019-09-20T14:13:43` and `GMT+08:00`; on the older path milliseconds since 1970 and `+0800` (B.4.8, B.6). */
function timeOf(event: JsonObject): Pick<TrackingEvent, 'time' | 'timeRaw'> {
  const raw = textOf(event['eventTime']);
  if (raw === undefined) return { time: null };
  const offset = offsetOf(textOf(event['timeZone']));
  if (/^\d{12,13}$/.test(raw)) return { time: atOffset(Number(raw), offset ?? '+00:00'), timeRaw: raw };
  const [, local, zone] = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/.exec(raw) ?? [];
  const own = zone === undefined ? offset : offsetOf(zone);
  const isKnown = local !== undefined && own !== undefined;
  return { time: isKnown ? local.replace(' ', 'T') + own : null, timeRaw: raw };
}

/** `+08:00` of `GMT+08:00`, `+0800`, `GMT+8`, `GMT` or `Z`. */
function offsetOf(zone = ''): string | undefined {
  if (/^(GMT|UTC|Z)$/.test(zone)) return '+00:00';
  const [, sign, hours, minutes = '00'] = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  return sign === undefined ? undefined : `${sign}${(hours ?? '').padStart(2, '0')}:${minutes}`;
}

function atOffset(milliseconds: number, offset: string): string {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  const aheadMs = (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
  return new Date(milliseconds + aheadMs).toISOString().slice(0, 19) + offset;
}
