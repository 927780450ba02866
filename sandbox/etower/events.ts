import { text } from '../json';
import { clockAndZone, type ParcelEvent } from '../parcel-events';
import type { Order } from './orders';

/** The life of every parcel (`etower.md`, eventCode). Texts are invented but for the first. */
const script = [
  { code: 'INF', hours: 0, activity: 'SHIPPING INFORMATION RECEIVED', abroad: false },
  { code: 'RCV', hours: 6, activity: 'RECEIVED SHIPMENT', abroad: false },
  { code: 'SCN', hours: 9, activity: 'PROCESSED AT ORIGIN HUB', abroad: false },
  { code: 'CCD', hours: 61, activity: 'CUSTOMS CLEARED', abroad: true },
  { code: 'DLV', hours: 83, activity: 'DELIVERY ATTEMPTED', abroad: true },
  { code: 'DLD', hours: 107, activity: 'DELIVERED', abroad: true },
] as const;

const originZone = '+08:00';

/** Codes that `advance` takes as a status. */
export const eventCodes: readonly string[] = script.map(({ code }) => code);

/** Events shown so far: local times with the zone beside them, and in no strict order (B.4.8). */
export function eventsOf(order: Order) {
  const shown = parcelEvents(order).map(({ time, code, text: activity, location }) => {
    const [eventTime, zone] = clockAndZone(time);
    return {
      trackingNo: order.tracking,
      eventTime,
      eventCode: code,
      activity,
      location,
      referenceTrackingNo: null,
      destCountry: text(order.sent.country),
      country: zone === originZone ? 'CN' : text(order.sent.country),
      timeZone: `GMT${zone}`,
    };
  });
  return shown.sort((left, right) => left.eventCode.localeCompare(right.eventCode));
}

/** The same as a control address shows them, oldest first. */
export function parcelEvents(order: Order): readonly ParcelEvent[] {
  if (order.written) return order.written;
  // What has not moved since it came in has the true time; the rest of the script is the same in every run.
  const start = order.step === 1 ? order.received : order.created;
  return script.slice(0, order.step).map(({ code, hours, activity, abroad }, index) => {
    const clock = new Date(start + (hours + (abroad ? 10 : 8)) * 3_600_000).toISOString().slice(0, 19);
    return {
      event: index + 1,
      time: `${clock}${abroad ? '+10:00' : originZone}`,
      code,
      text: activity,
      location: abroad ? text(order.sent.city) : '',
    };
  });
}

/** One step of the script on; a parcel with written events stays. */
export function moveOn(order: Order): void {
  if (!order.written) order.step = Math.min(order.step + 1, script.length);
}
