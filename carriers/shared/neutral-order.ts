import type { Dimensions, Money, ParcelPiece, Party, Service, TaxNumbers } from './parcel';

/**
 * The order that every carrier takes, whatever its own request looks like (`docs/order.md`). It has the names of the
 * neutral output (`Parcel`), so that what one step gives, another takes. Money and numbers of orders are text or numbers
 * as they came; weights are in kilograms, sizes in centimetres.
 */
export interface NeutralOrder {
  reference?: string;
  service?: Service;
  /** Destination, ISO 3166-1 alpha-2. Where it is missing, the recipient's. */
  country?: string;
  recipient?: Party;
  sender?: Party;
  returnTo?: Party;
  weightKg?: number | string;
  dimensionsCm?: Dimensions;
  parcels?: ParcelPiece[];
  customsItems?: OrderLine[];
  incoterm?: string;
  taxNumbers?: TaxNumbers;
  /** Whether the goods hold a battery. */
  battery?: boolean;
  /** Whether the recipient has to sign. */
  signature?: boolean;
  remark?: string;
  insurance?: Money;
  /** Of the whole order. Where it is missing, the sum of the lines. */
  declaredValue?: Money;
  /** The carrier's own fields by their names on the wire, laid over the result. */
  extra?: Readonly<Record<string, unknown>>;
}

/** One line of goods: what customs want to know of it. */
export interface OrderLine {
  description?: string;
  /** In the language of the sending country. */
  localDescription?: string;
  sku?: string;
  quantity?: number;
  /** Of one piece. */
  unitValue?: string | number;
  currency?: string;
  /** Of one piece. */
  weightKg?: number | string;
  hsCode?: string;
  /** ISO 3166-1 alpha-2. */
  originCountry?: string;
  material?: string;
  use?: string;
  url?: string;
  /** Of the whole line: taken where `unitValue` is missing and the quantity divides it. */
  totalValue?: string | number;
  /** Of the whole line: taken where `weightKg` is missing and the quantity divides it. */
  totalWeightKg?: number | string;
  /** As HGE gives them, which does not state whether they are of one piece, nor in which unit it weighs. */
  declaredValue?: string | number;
  weight?: number;
  /** The box that it lies in. */
  parcelNumber?: string;
}
