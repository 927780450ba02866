import { listOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
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
}

/** An option of a service channel (A.5.4): `code` is the value of `serviceOption`. */
export interface PortalServiceOption {
  id?: string;
  code?: string;
  description?: string;
}

/** Services for a country (A.5.3), as the portal wrote them. */
export async function listPortalServices(client: PortalClient, country: string): Promise<JsonObject[]> {
  const path = '/api/shipper/v1/channel/servicesByShipperAndCountry';
  return listOf(await client.call({ path, query: { country } }, 'read'));
}

export function portalServiceOf(entry: JsonObject): PortalService {
  return present<PortalService>({
    code: textOf(entry['channelId']),
    name: textOf(entry['name']),
    localName: textOf(entry['nativeName']),
    serviceCode: textOf(entry['code']),
    origin: textOf(entry['origin']),
    destination: textOf(entry['destination']),
    description: textOf(entry['description']),
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
  });
}
