import { isBlank } from '../blank';
import { objectAsIs, type JsonObject } from '../json-value';
import type { Party } from '../parcel';
import { openedOrder } from './opened-order';
import { neutralOrderOf, type ReadOrder } from './shop-order';
import { weightAt } from './shop-lines';
import { firstTextOf, refusal } from './shop-values';
import { partyOf } from './shop-party';
import { graphqlLinesOf } from './shopify-graphql';
import { restLinesOf } from './shopify-rest';

/**
 * A neutral order from Shopify's: of the REST Admin API, which n8n's Shopify nodes and webhooks give, or of the GraphQL
 * Admin API. They are told apart by the name of their lines. What is read stands in `docs/shops.md`.
 * Source: shopify.dev, REST Admin API, Order, Refund; GraphQL Admin API, Order, LineItem, MailingAddress, MoneyBag,
 * ProductVariant, InventoryItem, RefundLineItem.
 * @throws RequestError that says what was found instead of an order, why it must not be shipped, or what its lines lack
 */
export function orderOfShopify(given: unknown): ReadOrder {
  const order = openedOrder(given, 'Shopify');
  refuseEnded(order);
  const isGraphql = 'lineItems' in order || 'shippingAddress' in order;
  return neutralOrderOf({
    shop: 'Shopify',
    reference: referenceOf(order, isGraphql),
    recipient: recipientOf(order),
    remark: firstTextOf(order.note),
    weightKg: {
      afterRefunds: weightAt(order.currentTotalWeight, 'g', 'currentTotalWeight'),
      asOrdered: isGraphql
        ? weightAt(order.totalWeight, 'g', 'totalWeight')
        : weightAt(order.total_weight, 'g', 'total_weight'),
    },
    ...(isGraphql ? graphqlLinesOf(order) : restLinesOf(order)),
  });
}

/** To ship what was cancelled or paid back would cost money twice. */
function refuseEnded(order: JsonObject): void {
  const status = firstTextOf(order.financial_status, order.displayFinancialStatus)?.toLowerCase();
  const isCancelled = !isBlank(order.cancelled_at) || !isBlank(order.cancelledAt);
  const ended = isCancelled ? 'cancelled' : status === 'refunded' || status === 'voided' ? status : undefined;
  if (ended !== undefined) {
    throw refusal('', `This Shopify order is ${ended}: nothing is to be shipped. Leave such orders out (Filter node).`);
  }
}

/** `1001` of `#1001`: the sign is no part of the number, and carriers print and look up the number alone. */
function referenceOf(order: JsonObject, isGraphql: boolean): string | undefined {
  // A REST order's `number` is another one: it counts from 1.
  return firstTextOf(order.name, isGraphql ? order.number : order.order_number)?.replace(/^#\s*/, '');
}

/** Buyers who fetch their order, and orders without goods, have no shipping address: the bill's is not taken for it. */
function recipientOf(order: JsonObject): Party {
  const address = objectAsIs(order.shipping_address ?? order.shippingAddress);
  const bill = objectAsIs(order.billing_address ?? order.billingAddress);
  const party = partyOf({
    names: [address.first_name ?? address.firstName, address.last_name ?? address.lastName],
    name: address.name,
    company: address.company,
    street: address.address1,
    street2: address.address2,
    city: address.city,
    province: address.province,
    provinceCode: address.province_code ?? address.provinceCode,
    postcode: address.zip,
    countryCode: address.country_code ?? address.countryCodeV2 ?? address.countryCode,
    country: address.country,
    phones: [address.phone, order.phone, bill.phone],
    email: order.email,
  });
  if (!party) {
    throw refusal(
      '',
      'This Shopify order has no shipping address: it is fetched by the buyer, or the address was not asked for.',
    );
  }
  return party;
}
