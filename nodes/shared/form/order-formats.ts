import { lookUp } from '#carriers/shared/lookup';
import type { JsonObject } from '#carriers/shared/json-value';
import { RequestError } from '#carriers/shared/request-check';
import type { ReadOrder as ShopReadOrder } from '#carriers/shared/shops/shop-order';
import { orderOfShopify } from '#carriers/shared/shops/shopify';
import { orderOfWooCommerce } from '#carriers/shared/shops/woo-commerce';
import { order, orderFormat } from './order-fields';

/** An order in neutral names, as it was read. */
export interface ReadOrder {
  order: JsonObject;
  /** Neutral paths of weights that were converted from another unit. */
  converted?: readonly string[];
  hints?: readonly string[];
}

/** What makes an order of each format one in neutral names. */
const READERS: Readonly<Record<string, (given: JsonObject) => ReadOrder>> = {
  neutral: (given) => ({ order: given }),
  shopify: (given) => ofShop(orderOfShopify(given)),
  wooCommerce: (given) => ofShop(orderOfWooCommerce(given)),
};

function ofShop(read: ShopReadOrder): ReadOrder {
  return { ...read, order: { ...read.order } };
}

/** Orders that were read before they were given. */
const READ = new WeakMap<JsonObject, ReadOrder>();

/** What a step is given for an order that was read already, such as that of a form. */
export function alreadyRead(read: ReadOrder): JsonObject {
  READ.set(read.order, read);
  return read.order;
}

/** @throws RequestError for what is no order of this format */
export function readOrder(format: string, given: JsonObject): ReadOrder {
  const known = READ.get(given);
  if (known) return known;
  const read = lookUp(READERS, format);
  if (read === undefined)
    throw new RequestError([
      { path: orderFormat.displayName, problem: `must be one of ${Object.keys(READERS).join(', ')}` },
    ]);
  if (Object.keys(given).length === 0)
    throw new RequestError([{ path: order.displayName, problem: 'is empty: the step before has to give the order' }]);
  return read(given);
}
