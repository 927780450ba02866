import { textsOf, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import type { EccangClient } from './client';
import { contentOf, entriesOf, toldIn } from './answer';

/** What the carrier offers besides products: countries, extra services, and what a product demands. */
export interface Country {
  code?: string;
  name?: string;
  localName?: string;
  /** What else the carrier told, by its own names. */
  details?: Readonly<Record<string, unknown>>;
}

/** getCountry (`eccang.md` 3.21). */
export async function listCountries(client: EccangClient): Promise<JsonObject[]> {
  const reply = await client.call('getCountry', {}, { intent: 'read' });
  return entriesOf(reply);
}

/** The newer names of fields, then the early ones. */
export function countryOf(entry: JsonObject): Country {
  const told = toldIn(entry);
  return present<Country>({
    code: told.text('CountryCode', 'country_code'),
    name: told.text('EName', 'country_name_en'),
    localName: told.text('CName', 'country_name'),
    details: told.details(),
  });
}

export interface ExtraService {
  code?: string;
  name?: string;
  localName?: string;
  group?: string;
  note?: string;
  /** What else the carrier told, by its own names. */
  details?: Readonly<Record<string, unknown>>;
}

/** getExtraService (`eccang.md` 3.22): both parameters are mandatory. */
export async function listExtraServices(client: EccangClient, product: string, country: string): Promise<JsonObject[]> {
  const params = { shipping_method: product, country_code: country };
  const reply = await client.call('getExtraService', params, { intent: 'read' });
  return entriesOf(reply);
}

export function extraServiceOf(entry: JsonObject): ExtraService {
  const told = toldIn(entry);
  return present<ExtraService>({
    code: told.text('extra_service_kind'),
    name: told.text('extra_service_enname'),
    localName: told.text('extra_service_cnname'),
    group: told.text('extra_service_group'),
    note: told.text('extra_service_note'),
    details: told.details(),
  });
}

/**
 * getFieldRule (`eccang.md` 3.18).
 * @returns names of createOrder's fields that the product demands: flat, dotted where ambiguous (`Volume.weight`)
 */
export async function getRequiredFields(client: EccangClient, product: string, country: string): Promise<string[]> {
  const params = { product_code: product, country_code: country };
  const reply = await client.call('getFieldRule', params, { intent: 'read' });
  return textsOf(contentOf(reply)['requiredFields']);
}
