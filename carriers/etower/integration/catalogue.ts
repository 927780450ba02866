import { createHash } from 'node:crypto';
import { CarrierError } from '../../http';
import { isListOf, listOf, objectOf, textOf, textsOf, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import { DISPLAY_NAME } from '../account';
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
  /** Values for `serviceOption`. */
  options?: string[];
  supportPhone?: string;
  supportEmail?: string;
}

export interface Facility {
  code: string;
  country?: string;
  city?: string;
}

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
  const services = listServices(client).then((entries) => entries.map(serviceOf));
  catalogues.set(account, { services, until: Date.now() + REUSED_MS });
  services.catch(() => catalogues.delete(account));
  return services;
}

export function serviceOf(entry: JsonObject): Service {
  const origins = listOf(entry['origins']);
  return present<Service>({
    code: textOf(entry['serviceCode']),
    name: textOf(entry['serviceName']),
    localName: textOf(entry['nativeName']),
    provider: textOf(entry['serviceProvider']),
    providerCode: textOf(entry['serviceProviderCode']),
    description: textOf(entry['serviceDescription']),
    origins: countriesOf(origins),
    destinations: countriesOf(listOf(entry['destinations'])),
    facilities: origins.flatMap(facilitiesOf),
    options: textsOf(entry['serviceOptions']),
    supportPhone: textOf(entry['customerSupportPhone']),
    supportEmail: textOf(entry['customerSupportEMail']),
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

function facilitiesOf(origin: JsonObject): Facility[] {
  return listOf(origin['facilities']).flatMap((facility) => {
    const code = textOf(facility['code']);
    const city = textOf(objectOf(facility['facilityAddress'])['city']);
    return code === undefined ? [] : present<Facility>({ code, country: textOf(origin['country']), city });
  });
}
