import type { IncomingHttpHeaders } from 'node:http';
import type { ParcelEvent } from './parcel-events';
import type { Reply } from './reply';
import type { ReplyForm } from './reply-form';

/** One request as it arrived, its body read to the end. `path` is the whole path, prefix included. */
export interface CarrierRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export type { Reply };

/** What a request is for, known before it is processed: faults, statistics and limits go by it. */
export interface Asked {
  kind: 'api' | 'download';
  /** The carrier's own name of the service or endpoint, '' when the request does not say it readably. */
  service: string;
  /** The carrier blocks a second call of this service while one is in flight. */
  exclusive: boolean;
}

/** Service name under which label downloads are addressed. */
export const downloadService = 'label';

/** One order as `GET /_control/state` shows it; carriers add members of their own. */
export interface OrderState {
  reference: string;
  orderNumber: string;
  trackingNumber: string;
  status: string;
  product: string;
  country: string;
  /** Kilograms. */
  weight: number;
  [more: string]: unknown;
}

/**
 * A stand-in for one carrier: everything below `prefix` is its own. A new carrier is a folder that makes one of these and a
 * line in `carriers.ts`.
 */
export interface Carrier {
  name: string;
  prefix: string;
  /** Path that API calls go to, shown at start. */
  address: string;
  identify(request: CarrierRequest): Asked;
  handle(request: CarrierRequest): Promise<Reply>;
  state(): { orders: OrderState[] };
  /**
   * Moves an order on: into the carrier's `status`, or one tracking step when none is given. Throws a RangeError that says
   * what is wrong with the number or the status.
   */
  advance(number: string, status?: string): OrderState;
  /** Left out where the carrier has no tracking. Both throw a RangeError that says what is wrong with number or events. */
  tracking?: {
    /** Oldest first. */
    events(number: string): ParcelEvent[];
    /** From now on the parcel has these alone: no look at it adds another. */
    write(number: string, events: readonly ParcelEvent[]): void;
  };
  reset(): void;
  /** How its APIs answer, most have one: by this the faults of all carriers change answers. */
  forms: readonly ReplyForm[];
  /** Fault kinds that only this carrier's protocol has, such as `soap-fault`; the request is not processed. */
  faultReplies: ReadonlyMap<string, () => Reply>;
}
