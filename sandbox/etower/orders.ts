import type { OrderState } from '../carrier';
import { text, type JsonRecord } from '../json';
import type { ParcelEvent } from '../parcel-events';
import { postalNumber } from '../postal-number';
import type { Service } from './catalogue';

export type Stage = 'created' | 'labelled' | 'forecast';

export interface Order {
  serial: number;
  reference: string;
  /** '' until one is assigned. */
  tracking: string;
  uuid: string;
  service: Service;
  /** As sent, changes included. */
  sent: JsonRecord;
  stage: Stage;
  held: boolean;
  /** The bag that it was handed over in, '' before. */
  bag: string;
  /** Tracking events shown so far. */
  step: number;
  /** Events that were written from outside, in the place of those of the script. Oldest first. */
  written?: readonly ParcelEvent[];
  /** Milliseconds on the real clock: by them a client tells an order of its run from an older one. */
  received: number;
  /** Milliseconds on the sandbox's own clock. */
  created: number;
  /** Of further pieces: the first one. */
  master?: Order;
  pieces: Order[];
}

/** Dates are the same in every run: the first order is of this time, each one a minute later. */
const firstOrder = Date.UTC(2026, 0, 5, 8, 0, 0);

export class Orders {
  /** Numbers of the bags that were handed over. */
  readonly bags = new Set<string>();
  private readonly orders = new Map<string, Order>();
  private readonly byTracking = new Map<string, Order>();
  private serial = 0;

  add(sent: JsonRecord, service: Service, master?: Order): Order {
    this.serial += 1;
    const order: Order = {
      serial: this.serial,
      reference: text(sent.referenceNo),
      tracking: '',
      uuid: `00000000-0000-4000-8000-${this.serial.toString(16).padStart(12, '0')}`,
      service,
      sent,
      stage: 'created',
      held: false,
      bag: '',
      step: 1,
      received: Date.now(),
      created: firstOrder + this.serial * 60_000,
      ...(master ? { master } : {}),
      pieces: [],
    };
    this.orders.set(order.reference, order);
    master?.pieces.push(order);
    if (!service.tracksLater) this.assignTracking(order);
    return order;
  }

  assignTracking(order: Order): void {
    if (order.tracking !== '') return;
    order.tracking = postalNumber('ET', 33_657_712 + order.serial, 'CN');
    this.byTracking.set(order.tracking, order);
  }

  /** The order ID is the reference number: the vendor's samples echo whichever number was asked for. */
  byReference(number: string): Order | undefined {
    return this.orders.get(number);
  }

  byTrackingNumber(number: string): Order | undefined {
    return this.byTracking.get(number);
  }

  byAny(number: string): Order | undefined {
    return this.byReference(number) ?? this.byTrackingNumber(number);
  }

  byUuid(uuid: string): Order | undefined {
    return this.all().find((order) => order.uuid === uuid.toLowerCase());
  }

  remove(order: Order): void {
    for (const each of [order, ...order.pieces]) {
      this.orders.delete(each.reference);
      this.byTracking.delete(each.tracking);
    }
  }

  all(): Order[] {
    return [...this.orders.values()];
  }

  clear(): void {
    this.orders.clear();
    this.byTracking.clear();
    this.bags.clear();
    this.serial = 0;
  }
}

export function kilograms(weight: unknown, unit: unknown): number {
  const factors: Record<string, number> = { G: 0.001, KG: 1, LB: 0.45359237 };
  return Number(weight) * (factors[(text(unit) || 'KG').toUpperCase()] ?? Number.NaN);
}

export function stateOf(order: Order): OrderState {
  return {
    reference: order.reference,
    orderNumber: order.reference,
    trackingNumber: order.tracking,
    status: order.stage,
    product: order.service.code,
    country: text(order.sent.country),
    weight: kilograms(order.sent.weight, order.sent.weightUnit),
    uuid: order.uuid,
    held: order.held,
    bag: order.bag,
    trackingEvents: order.step,
  };
}
