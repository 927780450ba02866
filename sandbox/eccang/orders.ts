import type { JsonRecord } from '../json';
import { postalNumber } from '../postal-number';
import type { NumberType } from './numbers';
import type { Product } from './product';
import type { TrackingEvent } from './tracking-event';

/** Order status, `eccang.md` 4.11. */
export type OrderStatus = 'D' | 'P' | 'V' | 'C' | 'Q' | 'E' | 'O' | 'U' | 'R';

export interface Order {
  serial: number;
  reference: string;
  waybill: string;
  /** '' until one is assigned. */
  tracking: string;
  product: Product;
  country: string;
  /** Kilograms. */
  weight: number;
  pieces: number;
  status: OrderStatus;
  /** Milliseconds on the sandbox's own clock. */
  created: number;
  /** Milliseconds on the real clock: by them a client tells an order of its run from an older one. */
  modified: number;
  /** Tracking events shown so far. */
  step: number;
  /** Events that were written from outside, in the place of those of the script. Oldest first. */
  written?: readonly TrackingEvent[];
  /** How often the tracking number was asked for before it was assigned. */
  asked: number;
  holdRemark: string;
  /** The createOrder object as sent. */
  sent: JsonRecord;
  /** Tracking numbers given, oldest first. */
  assigned: { number: string; at: number }[];
}

/** How a deployment numbers its parcels. */
export interface Numbering {
  waybill(serial: number): string;
  /** Eight digits; the sandbox counts up from here. */
  firstTrackingSerial: number;
}

const minute = 60_000;
/** The sandbox's clock starts here after every reset and moves a minute with each order: dates are the same in every run. */
const firstOrder = Date.UTC(2026, 0, 5, 8, 0, 0);

/** The orders of one carrier, found by any of their numbers. */
export class Orders {
  private readonly byNumber: Record<NumberType, Map<string, Order>> = {
    reference: new Map(),
    waybill: new Map(),
    tracking: new Map(),
  };

  constructor(private readonly numbering: Numbering) {}

  add(
    wanted: Pick<Order, 'reference' | 'product' | 'country' | 'weight' | 'pieces' | 'sent'>,
    ownTracking: string,
  ): Order {
    const serial = this.byNumber.waybill.size + 1;
    const created = firstOrder + serial * minute;
    const order: Order = {
      ...wanted,
      serial,
      waybill: this.numbering.waybill(serial),
      tracking: '',
      status: 'P',
      created,
      modified: Date.now(),
      step: 0,
      asked: 0,
      holdRemark: '',
      assigned: [],
    };
    this.byNumber.reference.set(order.reference.toUpperCase(), order);
    this.byNumber.waybill.set(order.waybill, order);
    if (ownTracking !== '') this.give(order, ownTracking);
    else if (order.product.trackStatus === 1) this.assignTracking(order);
    return order;
  }

  /** References are compared without regard to case: the server upper-cases them (`eccang.md` 3.1, notes). */
  find(number: string, types: readonly NumberType[]): Order | undefined {
    for (const type of types) {
      const order = this.byNumber[type].get(type === 'reference' ? number.toUpperCase() : number);
      if (order) return order;
    }
    return undefined;
  }

  /** Gives the order its tracking number unless it has one or its product has none. */
  assignTracking(order: Order): void {
    if (order.tracking !== '' || order.product.trackStatus === 3) return;
    this.give(order, postalNumber(order.product.series, this.numbering.firstTrackingSerial + order.serial, 'CN'));
  }

  all(): Order[] {
    return [...this.byNumber.waybill.values()];
  }

  clear(): void {
    for (const numbers of Object.values(this.byNumber)) numbers.clear();
  }

  private give(order: Order, number: string): void {
    order.tracking = number;
    order.assigned.push({ number, at: order.modified });
    this.byNumber.tracking.set(number, order);
  }
}

/** Marks a change a minute after the last one. */
export function touch(order: Order): void {
  order.modified += minute;
}

/** `YYYY-MM-DD HH:mm:ss`, the carrier's format, without a zone. */
export function wireTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}
