import type { Party } from './parcel';

/** What the credential says of every order that does not say it itself. */
export interface OrderDefaults {
  sender?: Party;
  /** Code of the product or service, under the carrier's own name for it. */
  service?: string;
  currency?: string;
  /** Of goods, ISO 3166-1 alpha-2. */
  originCountry?: string;
  ioss?: string;
}
