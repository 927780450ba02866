import type { JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import type { EccangClient } from './client';
import { entriesOf, toldIn } from './answer';
import { orByOtherName } from './other-name';

/** A product (运输方式): what createOrder takes as `shipping_method`. */
export interface Product {
  code?: string;
  name?: string;
  localName?: string;
  group?: string;
  /** Whether parcels of it can be tracked. */
  trackable?: boolean;
  /** As the carrier writes it, e.g. 3-11. */
  transitDays?: string;
  note?: string;
  /** What else the carrier told, by its own names. */
  details?: Readonly<Record<string, unknown>>;
}

/**
 * getShippingMethod, which newer deployments call getShippingMethodInfo (`eccang.md` 3.20).
 * @returns the entries as the carrier wrote them
 */
export async function listProducts(client: EccangClient): Promise<JsonObject[]> {
  const reply = await orByOtherName(client.call('getShippingMethod', {}, { intent: 'read' }), () =>
    client.call('getShippingMethodInfo', {}, { intent: 'read' }),
  );
  return entriesOf(reply);
}

export function productOf(entry: JsonObject): Product {
  const told = toldIn(entry);
  return present<Product>({
    code: told.text('code'),
    name: told.text('en_name'),
    localName: told.text('cn_name'),
    group: told.text('group_code'),
    trackable: told.flag('track_status'),
    transitDays: told.text('aging'),
    note: told.text('note'),
    details: told.details(),
  });
}
