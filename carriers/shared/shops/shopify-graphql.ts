import { isBlank } from '../blank';
import { objectAsIs, type JsonObject } from '../json-value';
import {
  LEFT_OUT,
  optionalEntries,
  piecesOf,
  refundedPieces,
  shippedLine,
  UNTOLD_REFUNDS,
  weightAt,
  type RefundedPieces,
  type ShopLine,
  type ShopLines,
} from './shop-lines';
import { entriesOf, firstTextOf, otherCurrency, readEach, type Entry } from './shop-values';

/**
 * The lines of a GraphQL order, with amounts in the shop's currency, or in the buyer's where the query asked for no other.
 * Source: shopify.dev, GraphQL Admin API, Order, LineItem, MoneyBag, DiscountAllocation, TaxLine, ProductVariant,
 * InventoryItem, Weight, Refund, RefundLineItem.
 */
export function graphqlLinesOf(order: JsonObject): ShopLines {
  const entries = entriesOf(order.lineItems, 'lineItems');
  const isTold = entries.every(({ entry }) => LEFT.some((name) => !isBlank(entry[name])));
  const refunded = refundedPieces(
    isTold ? [] : order.refunds,
    'refundLineItems',
    (line) => objectAsIs(line.lineItem).id,
  );
  const money = entries.every(({ entry }) => 'shopMoney' in objectAsIs(entry.originalUnitPriceSet))
    ? 'shopMoney'
    : 'presentmentMoney';
  return {
    lines: readEach(entries, (entry) => lineOf(entry, order, money, refunded)),
    hints: [
      ...(isTold || !isBlank(order.refunds) ? [] : [UNTOLD_REFUNDS]),
      ...(entries.every(({ entry }) => !isBlank(entry.discountAllocations)) ? [] : [UNTOLD_DISCOUNTS]),
      ...(money === 'shopMoney' ? otherCurrency(order.currencyCode, order.presentmentCurrencyCode) : []),
    ],
  };
}

const LEFT = ['currentQuantity', 'refundableQuantity'];

const UNTOLD_DISCOUNTS = 'The query did not ask for discountAllocations: the values are those before discounts.';

function lineOf(of: Entry, order: JsonObject, money: string, refunded: RefundedPieces): ShopLine {
  const { entry, path } = of;
  const variant = objectAsIs(entry.variant);
  const item = objectAsIs(variant.inventoryItem);
  if (entry.isGiftCard === true) return { leftOut: LEFT_OUT.giftCard };
  if ((entry.requiresShipping ?? item.requiresShipping) === false) return { leftOut: LEFT_OUT.digital };
  const moneyIn = (bag: unknown): JsonObject => objectAsIs(objectAsIs(bag)[money]);
  const price = moneyIn(entry.originalUnitPriceSet);
  const discounts = optionalEntries(entry.discountAllocations, `${path}.discountAllocations`);
  const taxes = order.taxesIncluded === true ? optionalEntries(entry.taxLines, `${path}.taxLines`) : [];
  const weight = objectAsIs(objectAsIs(item.measurement).weight);
  return shippedLine(
    piecesOf(of, LEFT, refunded),
    {
      path: `${path}.originalUnitPriceSet`,
      price: price.amount,
      less: [
        ...discounts.map((each) => moneyIn(each.entry.allocatedAmountSet).amount),
        ...taxes.map((each) => moneyIn(each.entry.priceSet).amount),
      ],
      currency: firstTextOf(price.currencyCode, order.currencyCode),
    },
    {
      description: firstTextOf(entry.title, entry.name),
      sku: firstTextOf(entry.sku, variant.sku, item.sku),
      weightKg: weightAt(
        weight.value,
        firstTextOf(weight.unit) ?? '',
        `${path}.variant.inventoryItem.measurement.weight`,
      ),
      hsCode: firstTextOf(item.harmonizedSystemCode),
      originCountry: firstTextOf(item.countryCodeOfOrigin),
    },
  );
}
