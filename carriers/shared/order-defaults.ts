import { defined } from './defined';
import { textOf, type JsonObject } from './json-value';
import { present, type Party } from './parcel';

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

/** The fields of a credential that hold the sender, by the neutral names of an address. */
export const SENDER_FIELDS = {
  name: 'senderName',
  company: 'senderCompany',
  street: 'senderStreet',
  street2: 'senderStreet2',
  street3: 'senderStreet3',
  houseNumber: 'senderHouseNumber',
  district: 'senderDistrict',
  city: 'senderCity',
  province: 'senderProvince',
  postcode: 'senderPostcode',
  country: 'senderCountry',
  phone: 'senderPhone',
  mobile: 'senderMobile',
  email: 'senderEmail',
  taxNumber: 'senderTaxNumber',
} as const;

export type SenderPart = keyof typeof SENDER_FIELDS;

const isPart = (name: string): name is SenderPart => name in SENDER_FIELDS;

export const SENDER_PARTS = Object.keys(SENDER_FIELDS).filter(isPart);

/** What a credential says of orders: without what was left empty, and without the sender while its switch is off. */
export function orderDefaultsOf(credential: JsonObject): OrderDefaults {
  const filled = (name: string): string | undefined => textOf(credential[name])?.trim();
  const sender: Party = {};
  for (const part of SENDER_PARTS) {
    const value = filled(SENDER_FIELDS[part]);
    if (value !== undefined && value !== '') sender[part] = value;
  }
  return present<OrderDefaults>({
    sender: credential['defaultSender'] === true ? sender : undefined,
    service: filled('defaultService'),
    currency: filled('defaultCurrency')?.toUpperCase(),
    originCountry: filled('defaultOrigin')?.toUpperCase(),
    ioss: filled('defaultIoss'),
  });
}

/** The defaults as a part of a carrier's credentials: absent where there are none. */
export function withOrderDefaults(credential: JsonObject): { defaults?: OrderDefaults } {
  const defaults = orderDefaultsOf(credential);
  return defined({ defaults: Object.keys(defaults).length > 0 ? defaults : undefined });
}
