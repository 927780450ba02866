import type { PaperSize, LabelPage } from '../label-page';
import type { Answer } from './answers';
import type { NumberType } from './numbers';
import type { Numbering, Order, Orders } from './orders';
import type { Product } from './product';
import type { FieldFormat } from './rules';

/** What a service works with: the deployment it belongs to, its orders, and a place to put documents. */
export interface Desk {
  deployment: Deployment;
  orders: Orders;
  /** Keeps a document that is drawn when its link is opened; gives the absolute link. */
  link(paper: PaperSize, pages: readonly LabelPage[]): string;
}

export type Service = (params: unknown, desk: Desk) => Answer;

/** How `time_cost(s)` is printed. The documented examples have a number, a text, or lack it. */
export type TimeCost = 'number' | 'text' | 'absent';

/** Everything in which two installations of the Eccang family differ. Huahan is such a set of differences. */
export interface Deployment {
  name: string;
  prefix: string;
  credentials: { appToken: string; appKey: string };
  numbering: Numbering;
  products: readonly Product[];
  services: ReadonlyMap<string, Service>;
  timeCost(service: string): TimeCost;
  /** Numbers a service takes, where the references restrict them. */
  accepts: Readonly<
    Record<'getOrder' | 'interceptOrder' | 'modifyOrderWeight' | 'getCargoTrack', readonly NumberType[]>
  >;
  /** Order states in which a change is allowed, as letters of `eccang.md` 4.11. */
  allowedIn: Readonly<Record<'cancelOrder' | 'interceptOrder' | 'modifyOrderWeight', string>>;
  /** Entries per call. */
  limits: Readonly<Record<'getCargoTrack' | 'batchCreateOrder', number>>;
  /** Services of which only one call may be in flight. */
  exclusive: ReadonlySet<string>;
  interception: { needsTypeAndRemark: boolean };
  creation: {
    requiredFields: readonly string[];
    formats: readonly FieldFormat[];
    /** The server stores reference, product and country in upper case. */
    upperCases: boolean;
    /** `shipping_method` may be the product's Chinese name. */
    takesProductNames: boolean;
    checksExtraServices: boolean;
    failureMessage: string;
    /** Members of a successful answer after `ask` and `message`. */
    answer(order: Order, desk: Desk): Answer;
  };
  /** `shipping_method_no` of an order that has no tracking number (yet). */
  withoutTracking(order: Order): string;
  orderView: {
    omit: readonly string[];
    omitOfItem: readonly string[];
    chargeDecimals: number;
    /** What an absent postcode and insurance value read as. */
    emptyPostcode: '' | null;
    emptyInsurance: string | null;
  };
  tracking: {
    comment(event: { chinese: string; english: string }, lang: string): string;
    /** Summary of a parcel that is only announced, where it differs from its one event. */
    announced?: { status: string; comment: string };
  };
}

/** The number shown as tracking number. */
export function trackingNumber(order: Order, deployment: Deployment): string {
  return order.tracking === '' ? deployment.withoutTracking(order) : order.tracking;
}
