/**
 * The carrier-neutral object that the nodes output with Simplify on. Only what the carrier gave is present: a missing
 * value is absent, never "". Money stays as the carrier wrote it; numbers of orders and parcels are strings.
 */
export interface Parcel {
  /** Such as huahan: whose parcel it is. */
  carrier: string;
  /** What was asked, as it was asked: any of the numbers below. */
  number?: string;
  /** Your own order number. */
  reference?: string;
  /** The carrier's own number of the order. */
  orderNumber?: string;
  trackingNumber?: string;
  /** The tracking number of who delivers. */
  lastMileNumber?: string;
  /** Who delivers, in the carrier's words. */
  lastMileCarrier?: string;
  /** True when the carrier said that it issues the tracking number later. */
  trackingNumberPending?: boolean;
  status?: ParcelStatus;
  /** The carrier's own code or word behind `status`. */
  statusRaw?: string;
  /** What the carrier's documents say of `statusRaw`. */
  statusText?: string;
  service?: Service;
  /** Where the carrier handles the parcel, in its words. */
  warehouse?: string;
  /** Destination, ISO 3166-1 alpha-2. */
  country?: string;
  /** As declared. */
  weightKg?: number;
  /** As declared; as measured where the carrier tells no other. */
  dimensionsCm?: Dimensions;
  /** As the carrier weighed it. */
  measuredWeightKg?: number;
  measuredDimensionsCm?: Dimensions;
  /** What is charged. */
  billedWeightKg?: number;
  /** One by one, of an order of several or of one whose carrier tells more of a box than its size. */
  parcels?: ParcelPiece[];
  recipient?: Party;
  sender?: Party;
  returnTo?: Party;
  taxNumbers?: TaxNumbers;
  incoterm?: string;
  /** Of the whole order. */
  declaredValue?: Money;
  insurance?: Money;
  customsItems?: CustomsItem[];
  events?: TrackingEvent[];
  charges?: Charge[];
  /** What the carrier asks for besides, such as an address to be assigned. */
  notes?: string[];
  /** What else the carrier told, by its own names and in its own words. */
  details?: Readonly<Record<string, unknown>>;
  /** The order was found again by its reference: this run did not see the carrier's first answer. */
  recovered?: true;
}

export interface Service {
  code?: string;
  name?: string;
}

export interface Dimensions {
  length?: number;
  width?: number;
  height?: number;
}

/** As the carrier wrote it. */
export interface Money {
  amount?: string | number;
  currency?: string;
}

/** Numbers that are no part of an address. */
export interface TaxNumbers {
  ioss?: string;
  eori?: string;
  vat?: string;
  recipientTaxId?: string;
  /** Of a recipient in Korea. */
  pccc?: string;
}

/** Numbers in the units of the carrier, where it does not state which they are. */
export interface MeasuredParcel extends Dimensions {
  number?: string;
  weight?: number;
}

/** One box of an order. */
export interface ParcelPiece extends MeasuredParcel {
  reference?: string;
  orderNumber?: string;
  trackingNumber?: string;
  lastMileNumber?: string;
  /** Amazon's number of the box. */
  fbaNumber?: string;
  weightKg?: number;
  dimensionsCm?: Dimensions;
  measuredWeightKg?: number;
  measuredDimensionsCm?: Dimensions;
  customsItems?: CustomsItem[];
  details?: Readonly<Record<string, unknown>>;
}

export interface Party {
  name?: string;
  company?: string;
  street?: string;
  street2?: string;
  street3?: string;
  houseNumber?: string;
  district?: string;
  city?: string;
  province?: string;
  postcode?: string;
  country?: string;
  phone?: string;
  mobile?: string;
  email?: string;
  taxNumber?: string;
  details?: Readonly<Record<string, unknown>>;
}

export interface CustomsItem {
  description?: string;
  /** In the language of the sending country. */
  localDescription?: string;
  sku?: string;
  hsCode?: string;
  quantity?: number;
  /** Of one piece. */
  weightKg?: number;
  /** As the carrier wrote it, where it states neither the unit nor whether it is of one piece or of the line. */
  weight?: number;
  /** Of one piece. */
  unitValue?: string | number;
  /** Of the whole line. */
  totalValue?: string | number;
  /** As the carrier wrote it, where it does not state whether it is of one piece or of the line. */
  declaredValue?: string | number;
  currency?: string;
  url?: string;
  /** ISO 3166-1 alpha-2. */
  originCountry?: string;
  material?: string;
  use?: string;
  /** Of the whole line. */
  totalWeightKg?: number;
  /** The box that it lies in. */
  parcelNumber?: string;
  details?: Readonly<Record<string, unknown>>;
}

/** Newest first in every list. */
export interface TrackingEvent {
  /** ISO 8601 with offset, or null when the carrier did not say in which time zone it speaks. */
  time: string | null;
  timeRaw?: string;
  status: ParcelStatus;
  code?: string;
  description?: string;
  /** Where the carrier gives the description in English too. */
  descriptionEn?: string;
  location?: string;
  reason?: StatusReason;
  details?: Readonly<Record<string, unknown>>;
}

export interface Charge {
  /** Absent where the carrier names none. */
  name?: string;
  amount: string | number;
  currency?: string;
  /** When it arose, as the carrier wrote it. */
  date?: string;
  /** Of the charge or of its bill. */
  number?: string;
}

/** The common vocabulary (`tracking-status.md`). */
export type ParcelStatus =
  | 'pending'
  | 'picked_up'
  | 'in_transit'
  | 'on_hold'
  | 'out_for_delivery'
  | 'ready_for_pickup'
  | 'delivery_delayed'
  | 'delivery_failed'
  | 'delivered'
  | 'return_to_sender'
  | 'cancelled'
  | 'unknown';

/** Nothing follows: the parcel is delivered, or goes back. */
export function isEnd(status: ParcelStatus): boolean {
  return status === 'delivered' || status === 'return_to_sender';
}

export type StatusReason = 'carrier' | 'customs' | 'consignee' | 'retailer' | 'weather';

/** A value that may be `undefined` for every optional property of T, as readers of loose replies produce it. */
type Sparse<T> = { [K in keyof T]: T[K] | undefined };

/** Drops what is undefined, empty text, an empty list or an empty object, so that a missing value is absent. */
export function present<T extends object>(value: Sparse<T>): T;
export function present(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => !isMissing(each)));
}

function isMissing(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
