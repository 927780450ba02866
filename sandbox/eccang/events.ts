import { isDeepStrictEqual } from 'node:util';
import { countries } from '../countries';
import { clockAndZone, type ParcelEvent } from '../parcel-events';
import type { Order, OrderStatus } from './orders';
import { touch, wireTime } from './orders';
import type { TrackingEvent } from './tracking-event';

interface ScriptedEvent extends Omit<TrackingEvent, 'event' | 'time' | 'zone'> {
  /** Hours after the order was made. */
  hours: number;
  /** Order status reached with it. */
  status?: OrderStatus;
}

/** The life of every parcel. Texts of IR, AF and DF are Huahan's (`getCargoTrack.response.json`), the rest is invented. */
const script: readonly ScriptedEvent[] = [
  {
    code: 'IR',
    hours: 0,
    chinese: '快件电子信息已经收到',
    english: 'Shipment information received',
    area: 'none',
    status: 'P',
  },
  {
    code: 'AF',
    hours: 5,
    chinese: '快件到达作业中心',
    english: 'Shipment arrived at facility',
    pddEnglish: 'Has entered the warehouse',
    area: 'origin',
    status: 'V',
  },
  {
    code: 'DF',
    hours: 9,
    chinese: '快件操作完成',
    english: 'Shipment departed from facility',
    area: 'origin',
    status: 'C',
  },
  { code: 'NT', hours: 31, chinese: '航班已起飞', english: 'Flight departed', area: 'origin' },
  { code: 'NC', hours: 52, chinese: '目的国清关中', english: 'In customs clearance', area: 'destination' },
  { code: 'NT', hours: 75, chinese: '到达目的地分拨中心', english: 'Arrived at destination hub', area: 'destination' },
  { code: 'ND', hours: 98, chinese: '派送中', english: 'Out for delivery', area: 'destination' },
  { code: 'CC', hours: 103, chinese: '快件已妥投', english: 'Delivered', area: 'destination', status: 'O' },
];

/** A parcel that is no draft and was not stopped goes on with each look at it. */
const moving = 'PVCO';
const hour = 3_600_000;

/** Of all that happens in the script, as `getCargoTrackPdd` tells it. */
const scriptZone = '+08:00';

/** Events shown so far, newest first. */
export function eventsOf(order: Order): TrackingEvent[] {
  const { step, written, created } = order;
  if (written) return [...written].reverse();
  return script
    .slice(0, step)
    .map((event, index) => ({
      ...event,
      event: index + 1,
      time: wireTime(created + event.hours * hour),
      zone: scriptZone,
    }))
    .reverse();
}

/** The same as a control address shows them, oldest first. */
export function parcelEvents(order: Order): ParcelEvent[] {
  return eventsOf(order)
    .map((event) => shown(event, order))
    .reverse();
}

/** An event that stays as it was shown keeps what only the script knows, such as its Chinese words. */
export function writeEvents(order: Order, events: readonly ParcelEvent[]): void {
  const before = eventsOf(order);
  order.written = events.map((each) => {
    const known = before.find(({ event }) => event === each.event);
    return known && isDeepStrictEqual(shown(known, order), each) ? known : written(each);
  });
}

/** `track_area` of an event: where it happened. */
export function areaOf({ area }: TrackingEvent, order: Order, unknown: string): string {
  if (typeof area === 'object') return area.place;
  const destination = countries.get(order.country)?.english ?? order.country;
  return { none: unknown, origin: 'SHENZHEN', destination: destination.toUpperCase() }[area];
}

/** Moves the parcel to its next event; one that is held, cancelled, delivered or has written events stays. */
export function moveOn(order: Order): void {
  if (order.written || !moving.includes(order.status) || order.step >= script.length) return;
  order.status = script[order.step]?.status ?? order.status;
  order.step += 1;
  touch(order);
}

/** Puts the order into a status, with the events that lead there when the status belongs to the script. */
export function moveTo(order: Order, status: OrderStatus): void {
  const reached = script.findIndex((event) => event.status === status);
  if (reached >= 0 && !order.written) order.step = reached + 1;
  order.status = status;
  touch(order);
}

/** When the parcel was checked in, or undefined: charges and billed weight exist from then on. */
export function checkedInAt(order: Order): string | undefined {
  return eventsOf(order).find(({ code }) => code === 'AF')?.time;
}

function shown(event: TrackingEvent, order: Order): ParcelEvent {
  return {
    event: event.event,
    time: `${event.time.replace(' ', 'T')}${event.zone}`,
    code: event.code,
    text: event.english,
    location: areaOf(event, order, ''),
  };
}

function written({ event, time, code, text, location }: ParcelEvent): TrackingEvent {
  const [clock, zone] = clockAndZone(time);
  const place = { place: location };
  return { event, time: clock.replace('T', ' '), zone, code, chinese: text, english: text, area: place };
}
