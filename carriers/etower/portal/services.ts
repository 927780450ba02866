import { detailsOf } from '#carriers/shared/details';
import { listOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import { nestedDetailsOf, type Details } from '../details';
import { flagOf } from '../measures';
import type { PortalClient } from './client';

/** A service channel of the portal (`etower.md` A.5.3). */
export interface PortalService {
  /** Number for `channelId` and for `channel` of an order. */
  code?: string;
  name?: string;
  localName?: string;
  serviceCode?: string;
  /** Country code, `*` = any. */
  origin?: string;
  destination?: string;
  description?: string;
  /** Whether orders can be sent with it. */
  active?: boolean;
  lastMileCarrier?: string;
  details?: Details;
}

/** An option of a service channel (A.5.4): `code` is the value of `serviceOption`. */
export interface PortalServiceOption {
  id?: string;
  code?: string;
  description?: string;
  details?: Details;
}

/** Of a channel: what stands there under another name. */
const SERVICE_FIELDS = [
  'channelId',
  'name',
  'nativeName',
  'code',
  'origin',
  'destination',
  'description',
  'lastMailCarrier',
];

const LISTS = ['trackingWebSiteList', 'customsAgentPartyList', 'customsAgentPartyIds'];

/** The portal's own pages, of no use outside of it (A.5.3). */
const SERVER_INTERNALS = [
  ...['providerClass', 'configuredUrl', 'configuredTitle', 'providedUrl', 'providedTitle'],
  ...['provisionedUrl', 'provisionedTitle'],
];

/** Services for a country (A.5.3), as the portal wrote them. */
export async function listPortalServices(client: PortalClient, country: string): Promise<JsonObject[]> {
  const path = '/api/shipper/v1/channel/servicesByShipperAndCountry';
  return listOf(await client.call({ path, query: { country } }, 'read'));
}

export function portalServiceOf(entry: JsonObject): PortalService {
  const active = flagOf(entry['active']);
  return present<PortalService>({
    code: textOf(entry['channelId']),
    name: textOf(entry['name']),
    localName: textOf(entry['nativeName']),
    serviceCode: textOf(entry['code']),
    origin: textOf(entry['origin']),
    destination: textOf(entry['destination']),
    description: textOf(entry['description']),
    active,
    // Spelled so (A.5.3).
    lastMileCarrier: textOf(entry['lastMailCarrier']),
    details: nestedDetailsOf(entry, [...SERVICE_FIELDS, ...(active === undefined ? [] : ['active'])], {
      lists: LISTS,
      elsewhere: SERVER_INTERNALS,
    }),
  });
}

/** Options of a service channel (A.5.4), as the portal wrote them. */
export async function listPortalServiceOptions(client: PortalClient, channelId: string): Promise<JsonObject[]> {
  const path = '/api/shipper/v1/channel/serviceOptions';
  return listOf(await client.call({ path, query: { channelId } }, 'read'));
}

export function portalServiceOptionOf(entry: JsonObject): PortalServiceOption {
  return present<PortalServiceOption>({
    id: textOf(entry['id']),
    code: textOf(entry['code']),
    description: textOf(entry['description']),
    details: detailsOf(entry, ['id', 'code', 'description']),
  });
}
