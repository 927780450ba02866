import { createHash } from 'node:crypto';
import { CarrierError, eachInSlices } from '../../http';
import { detailsOf } from '#carriers/shared/details';
import { isListOf, listOf, objectOf, textOf, textsOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type Party } from '#carriers/shared/parcel';
import { DISPLAY_NAME } from '../account';
import { nestedDetailsOf, type Details } from '../details';
import type { EtowerClient } from './client';

/** A service that is open for the account (`etower.md` B.4.14). */
export interface Service {
  code?: string;
  name?: string;
  localName?: string;
  provider?: string;
  providerCode?: string;
  description?: string;
  /** Country codes. */
  origins?: string[];
  destinations?: string[];
  /** Where parcels can be handed in: codes for `facility`. */
  facilities?: Facility[];
  /** In the countries of destination. */
  destinationFacilities?: Facility[];
  /** Values for `serviceOption`. */
  options?: string[];
  supportPhone?: string;
  supportEmail?: string;
  details?: Details;
}

export interface Facility {
  code: string;
  country?: string;
  city?: string;
  /** With its contact; pickups, which the manual does not explain, are among its details. */
  address?: Party;
  details?: Details;
}

/** Of an entry, a facility and its address: what stands there under another name. */
const SERVICE_FIELDS = [
  ...['serviceCode', 'serviceName', 'nativeName', 'serviceProvider', 'serviceProviderCode', 'serviceDescription'],
  ...['customerSupportPhone', 'customerSupportEMail'],
];
const SERVICE_LISTS = ['origins', 'destinations', 'serviceOptions'];
const ADDRESS_FIELDS = [
  ...['contact', 'company', 'addressLine1', 'addressLine2', 'district', 'city', 'province', 'postCode'],
  ...['countryCode', 'email', 'contactNumber'],
];

/** service-catalog (B.4.14): the entries as the carrier wrote them. */
export async function listServices(client: EtowerClient): Promise<JsonObject[]> {
  const envelope = await client.call({ method: 'GET', path: '/services/shipper/service-catalog' }, { intent: 'read' });
  const refusal = client.refusalOf(envelope, 'read');
  if (refusal) throw refusal;
  if (envelope.status === 'absent' && envelope.entries.length === 0 && !isListOf(envelope.raw)) {
    const message = `${DISPLAY_NAME}: The reply holds no list of services.`;
    throw new CarrierError({ kind: 'invalid-reply', message, hint: 'Check the Region or Base URL in the credential.' });
  }
  return envelope.entries;
}

/** The same for the dropdowns of a form, which ask with every letter that is typed: fetched once in ten minutes. */
export async function knownServices(client: EtowerClient): Promise<Service[]> {
  const account = accountOf(client);
  const known = catalogues.get(account);
  if (known && known.until > Date.now()) return known.services;
  const services = listServices(client).then((entries) => eachInSlices(entries, serviceOf));
  catalogues.set(account, { services, until: Date.now() + REUSED_MS });
  services.catch(() => catalogues.delete(account));
  return services;
}

export function serviceOf(entry: JsonObject): Service {
  const origins = listOf(entry['origins']);
  const destinations = listOf(entry['destinations']);
  return present<Service>({
    code: textOf(entry['serviceCode']),
    name: textOf(entry['serviceName']),
    localName: textOf(entry['nativeName']),
    provider: textOf(entry['serviceProvider']),
    providerCode: textOf(entry['serviceProviderCode']),
    description: textOf(entry['serviceDescription']),
    origins: countriesOf(origins),
    destinations: countriesOf(destinations),
    facilities: origins.flatMap(facilitiesOf),
    destinationFacilities: destinations.flatMap(facilitiesOf),
    options: textsOf(entry['serviceOptions']),
    supportPhone: textOf(entry['customerSupportPhone']),
    supportEmail: textOf(entry['customerSupportEMail']),
    details: detailsOf(entry, SERVICE_FIELDS, SERVICE_LISTS),
  });
}

const REUSED_MS = 10 * 60_000;

const catalogues = new Map<string, { services: Promise<Service[]>; until: number }>();

/** The secret itself is not kept. */
function accountOf({ baseUrl, credentials: { token, key } }: EtowerClient): string {
  return createHash('sha256').update(`${baseUrl} ${token.trim()} ${key.trim()}`).digest('hex');
}

function countriesOf(places: readonly JsonObject[]): string[] {
  return places.flatMap(({ country }) => textOf(country) ?? []);
}

function facilitiesOf(place: JsonObject): Facility[] {
  return listOf(place['facilities']).flatMap((facility) => {
    const code = textOf(facility['code']);
    const address = addressOf(objectOf(facility['facilityAddress']));
    if (code === undefined) return [];
    return present<Facility>({
      code,
      country: textOf(place['country']),
      city: address.city,
      address,
      details: detailsOf(facility, ['code'], ['facilityAddress']),
    });
  });
}

function addressOf(address: JsonObject): Party {
  return present<Party>({
    name: textOf(address['contact']),
    company: textOf(address['company']),
    street: textOf(address['addressLine1']),
    street2: textOf(address['addressLine2']),
    district: textOf(address['district']),
    city: textOf(address['city']),
    province: textOf(address['province']),
    postcode: textOf(address['postCode']),
    country: textOf(address['countryCode']),
    phone: textOf(address['contactNumber']),
    email: textOf(address['email']),
    details: nestedDetailsOf(address, ADDRESS_FIELDS, { lists: ['pickups'] }),
  });
}
