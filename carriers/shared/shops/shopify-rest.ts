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
 * The lines of a REST order, with amounts in the shop's currency. Source: shopify.dev, REST Admin API, Order (`line_items`)
 * and Refund (`refund_line_items`); `current_quantity`: its changelog of 5 December 2023.
 */
export function restLinesOf(order: JsonObject): ShopLines {
  const entries = entriesOf(order.line_items, 'line_items');
  const isTold = entries.every(({ entry }) => !isBlank(entry.current_quantity));
  const refunded = refundedPieces(isTold ? [] : order.refunds, 'refund_line_items', (entry) => entry.line_item_id);
  return {
    lines: readEach(entries, (entry) => lineOf(entry, order, refunded)),
    hints: [
      ...(isTold || !isBlank(order.refunds) ? [] : [UNTOLD_REFUNDS]),
      ...otherCurrency(order.currency, order.presentment_currency),
    ],
  };
}

function lineOf(of: Entry, order: JsonObject, refunded: RefundedPieces): ShopLine {
  const { entry, path } = of;
  if (entry.gift_card === true) return { leftOut: LEFT_OUT.giftCard };
  if (!isBlank(entry.tip_payment_gateway) || !isBlank(entry.tip_payment_method)) return { leftOut: LEFT_OUT.tip };
  if (entry.requires_shipping === false) return { leftOut: LEFT_OUT.digital };
  const price = objectAsIs(objectAsIs(entry.price_set).shop_money);
  const taxes = order.taxes_included === true ? optionalEntries(entry.tax_lines, `${path}.tax_lines`) : [];
  const discounts = optionalEntries(entry.discount_allocations, `${path}.discount_allocations`);
  return shippedLine(
    piecesOf(of, ['current_quantity'], refunded),
    {
      path: `${path}.price`,
      price: entry.price,
      less: [...discounts.map((each) => each.entry.amount), ...taxes.map((each) => each.entry.price)],
      currency: firstTextOf(order.currency, price.currency_code),
    },
    {
      description: firstTextOf(entry.title, entry.name),
      sku: firstTextOf(entry.sku),
      weightKg: weightAt(entry.grams, 'g', `${path}.grams`),
    },
  );
}
