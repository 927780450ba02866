export interface Product {
  code: string;
  chinese: string;
  english: string;
  group: string;
  /** 1 tracking number at once, 2 it follows later, 3 none (`eccang.md` 4.7). */
  trackStatus: 1 | 2 | 3;
  /** Service letters of its tracking numbers. */
  series: string;
  /** Transit days. */
  aging: string;
  note: string;
  /** RMB per kilogram, RMB per parcel, cubic centimetres per kilogram. */
  pricePerKg: number;
  registration: number;
  volumetricDivisor: number;
  /** Destinations it serves; absent: all. */
  countries?: readonly string[];
  /** Fields of createOrder it asks for instead of the deployment's usual ones, as `getFieldRule` names them. */
  requiredFields?: readonly string[];
  /** Further fields by destination. */
  requiredByCountry?: Readonly<Record<string, readonly string[]>>;
  /** Without a label template `getLabelUrl` fails. */
  hasLabel: boolean;
}

export function serves(product: Product, country: string): boolean {
  return product.countries === undefined || product.countries.includes(country);
}
