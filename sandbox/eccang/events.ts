import type { Order, OrderStatus } from './orders';
import { touch } from './orders';

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

export interface TrackingEvent extends ScriptedEvent {
  at: number;
}

/** Events shown so far, newest first. */
export function eventsOf(order: Order): TrackingEvent[] {
  return script
    .slice(0, order.step)
    .map((event) => ({ ...event, at: order.created + event.hours * hour }))
    .reverse();
}

/** Moves the parcel to its next event; a held, cancelled or delivered one stays. */
export function moveOn(order: Order): void {
  if (!moving.includes(order.status) || order.step >= script.length) return;
  order.status = script[order.step]?.status ?? order.status;
  order.step += 1;
  touch(order);
}

/** Puts the order into a status, with the events that lead there when the status belongs to the script. */
export function moveTo(order: Order, status: OrderStatus): void {
  const reached = script.findIndex((event) => event.status === status);
  if (reached >= 0) order.step = reached + 1;
  order.status = status;
  touch(order);
}

/** When the parcel was checked in, or undefined: charges and billed weight exist from then on. */
export function checkedInAt(order: Order): number | undefined {
  return eventsOf(order).find(({ code }) => code === 'AF')?.at;
}
