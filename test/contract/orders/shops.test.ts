import { checkedOrder } from '#carriers/shared/checked-order';
import type { JsonObject } from '#carriers/shared/json-value';
import { mappedOrder } from '#carriers/shared/mapped-order';
import type { OrderMapping } from '#carriers/shared/order-mapping';
import { RequestError } from '#carriers/shared/request-check';
import type { ReadOrder } from '#carriers/shared/shops/shop-order';
import { orderOfShopify } from '#carriers/shared/shops/shopify';
import { orderOfWooCommerce } from '#carriers/shared/shops/woo-commerce';
import { shopJson, object } from '../../documented';
import { MAPPINGS } from './mappings';

const SAMPLES: [string, string, string, (given: unknown) => ReadOrder][] = [
  ['shopify', 'order.rest', 'derived/order.rest', orderOfShopify],
  ['shopify', 'derived/order.edges.graphql', 'derived/order.edges.graphql', orderOfShopify],
  ['woocommerce', 'derived/order.japan', 'derived/order.japan', orderOfWooCommerce],
];

/** What the shop's order alone fills of a carrier's request, or why that carrier cannot take it. */
function filledBy({ order, converted }: ReadOrder, mapping: OrderMapping): JsonObject {
  try {
    const { request, notSent } = mappedOrder(mapping, checkedOrder(order), converted);
    return { request, notSent };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return { refused: error.message };
  }
}

test.each(SAMPLES)('%s %s becomes the request of every carrier', (shop, file, requests, read) => {
  const given = read(shopJson(shop, `${file}.json`));
  const filled = MAPPINGS.map((mapping) => [mapping.carrier, filledBy(given, mapping)]);
  expect(Object.fromEntries(filled)).toEqual(object(shopJson(shop, `${requests}.requests.json`)));
});
