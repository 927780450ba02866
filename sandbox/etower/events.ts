import { text } from '../json';
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

export const lastStep = script.length;

/** Codes that `advance` takes as a status. */
export const eventCodes: readonly string[] = script.map(({ code }) => code);

/** Events shown so far: local times with the zone beside them, and in no strict order (B.4.8). */
export function eventsOf(order: Order) {
  // What has not moved since it came in has the true time; the rest of the script is the same in every run.
  const start = order.step === 1 ? order.received : order.created;
  const shown = script.slice(0, order.step).map(({ code, hours, activity, abroad }) => {
    const zone = abroad ? 10 : 8;
    return {
      trackingNo: order.tracking,
      eventTime: new Date(start + (hours + zone) * 3_600_000).toISOString().slice(0, 19),
      eventCode: code,
      activity,
      location: abroad ? text(order.sent.city) : '',
      referenceTrackingNo: null,
      destCountry: text(order.sent.country),
      country: abroad ? text(order.sent.country) : 'CN',
      timeZone: `GMT+${String(zone).padStart(2, '0')}:00`,
    };
  });
  return shown.sort((left, right) => left.eventCode.localeCompare(right.eventCode));
}
