import type {
  FbaOrder,
  Lookup,
  MadeParcel,
  MgoshipParcel,
  OrderParcel,
  Rate,
  StockMovement,
  TrackedParcel,
} from '../../carriers/mgoship';
import type { Written } from '#carriers/shared/json-value';
import type { ParcelUpdates } from '#carriers/shared/updates';
import type { LinkedFile } from '#nodes/shared/linked-file';
import type { Made, Numbered } from '#nodes/shared/output';

/** What each operation gives, with Simplify on where it has that. */
export interface Outputs {
  'endpoint.call': Reply;
  'fbaOrder.getMany': FbaOrder & FbaRecord;
  'inboundOrder.delete': Deleted;
  'inboundOrder.getLabel': LinkedFile & InboundLabel;
  /** Of a record nothing is documented (`mgoship.md` 6.2). */
  'inboundOrder.getMany': Readonly<Record<string, unknown>>;
  'outboundOrder.create': MadeParcel & Undocumented;
  'parcelOrder.create': OrderParcel & Made & Undocumented;
  'parcelOrder.delete': Deleted & Pick<Lookup, 'numberType'>;
  'parcelOrder.get': OrderParcel & Numbered;
  'rate.get': Rate;
  'stockLog.getMany': StockMovement & StockRecord;
  'tracking.get': TrackedParcel & Numbered;
  'tracking.getUpdates': TrackedParcel & Numbered & ParcelUpdates;
}

type Undocumented = Pick<MgoshipParcel, 'data' | 'notes'>;

interface Deleted {
  carrier: string;
  /** As it was asked for. */
  number: string;
  deleted: true;
  /** In the carrier's words. */
  message?: string;
}

interface InboundLabel {
  /** As it was asked for. */
  number: string;
  /** Of the paper: 100 or 200. */
  size: string;
}

/** An FBA order as the carrier wrote it; the table is not held to its end (`mgoship.md` 6.7). */
interface FbaRecord {
  orderNo?: Written;
  /** Receiving warehouse. */
  receiver?: Written;
  /** Way of shipping. */
  ship_way?: Written;
  /** Customs declaration method. */
  declaration?: Written;
  importer_name?: Written;
  /** Remark on the order. */
  order_notes?: Written;
  /** Your own remark. */
  custom_note?: Written;
  /** How many products. */
  total_qty?: Written;
  [field: string]: unknown;
}

/** A record of the stock log as the carrier wrote it (`mgoship.md` 6.5). */
interface StockRecord {
  storageid?: Written;
  /** Sub-user. */
  subid?: Written;
  /** Product code. */
  goodsId?: Written;
  sku?: Written;
  /** Order that caused the movement. */
  orderNo?: Written;
  type?: Written;
  /** Seconds since 1970. */
  optime?: Written;
  /** Above 0 for inbound and returns, below 0 for outbound. */
  qty?: Written;
  /** Quantity after the movement. */
  after_qty?: Written;
  [field: string]: unknown;
}

/** The carrier's own reply (`mgoship.md` 4). */
interface Reply {
  /** Of the call: code, msg, and of a list count and total_count. */
  status?: Written;
  data?: Written;
  [field: string]: unknown;
}
