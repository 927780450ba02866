import { clockAndZone, type ParcelEvent } from '../parcel-events';
import type { Order, OrderStatus } from './orders';
import { touch, wireTime } from './orders';

interface ScriptedEvent {
  /** `eccang.md` 4.13 and the Eccang table of `tracking-status.md`. */
  code: string;
  /** Hours after the order was made. */
  hours: number;
  chinese: string;
  english: string;
  /** Wording of `getCargoTrackPdd` where its example differs. */
  pddEnglish?: string;
  area: 'none' | 'origin' | 'destination';
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

export const originPlace = 'SHENZHEN';

export interface TrackingEvent extends Pick<ScriptedEvent, 'code' | 'chinese' | 'english' | 'pddEnglish'> {
  /** `YYYY-MM-DD HH:mm:ss`, as it is answered. */
  time: string;
  /** Where the carrier tells it. */
  zone: string;
  area: ScriptedEvent['area'] | { place: string };
}

/** Events shown so far, newest first. */
export function eventsOf(order: Order): TrackingEvent[] {
  const shown =
    order.written?.map(writtenEvent) ??
    script.slice(0, order.step).map((event) => ({ ...event, time: scriptedTime(event, order), zone: scriptZone }));
  return shown.reverse();
}

/** The same as a control address shows them, oldest first. */
export function parcelEvents(order: Order): readonly ParcelEvent[] {
  const { step, written } = order;
  if (written) return written;
  return script.slice(0, step).map((event, index) => ({
    event: index + 1,
    time: `${scriptedTime(event, order).replace(' ', 'T')}${scriptZone}`,
    code: event.code,
    text: event.english,
    location: event.area === 'origin' ? originPlace : '',
  }));
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

function scriptedTime({ hours }: ScriptedEvent, { created }: Order): string {
  return wireTime(created + hours * hour);
}

function writtenEvent({ time, code, text, location }: ParcelEvent): TrackingEvent {
  const [clock, zone] = clockAndZone(time);
  return { time: clock.replace('T', ' '), zone, code, chinese: text, english: text, area: { place: location } };
}

/** When the parcel was checked in, or undefined: charges and billed weight exist from then on. */
export function checkedInAt(order: Order): string | undefined {
  return eventsOf(order).find(({ code }) => code === 'AF')?.time;
}
