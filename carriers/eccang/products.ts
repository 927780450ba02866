import { textOf, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import type { EccangClient } from './client';
import { entriesOf } from './answer';
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
  const track = textOf(entry['track_status']);
  return present<Product>({
    code: textOf(entry['code']),
    name: textOf(entry['en_name']),
    localName: textOf(entry['cn_name']),
    group: textOf(entry['group_code']),
    trackable: track === 'Y' ? true : track === 'N' ? false : undefined,
    transitDays: textOf(entry['aging']),
    note: textOf(entry['note']),
  });
}
