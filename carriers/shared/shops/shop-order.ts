import type { JsonObject } from '../json-value';
import type { NeutralOrder } from '../neutral-order';
import { weightOfLines } from '../order-weight';
import { present, type Party } from '../parcel';
import type { Shipped, ShopLines } from './shop-lines';
import { refusal } from './shop-values';

/** A shop's order as a neutral one, and what the user should know of how it was read. */
export interface ReadOrder {
  order: JsonObject;
  hints: string[];
  /** Neutral paths of the weights, all of which are in the shop's units or sums of such (`mappedOrder`). */
  converted: string[];
}

/** What is read of a shop's order, whatever its own form. */
export interface ShopOrder extends ShopLines {
  /** `Shopify`, for errors. */
  shop: string;
  reference: string | undefined;
  recipient: Party;
  remark: string | undefined;
  /** Of the goods, as the shop counts them. */
  weightKg?: { afterRefunds: string | undefined; asOrdered: string | undefined };
}

/** @throws RequestError when no line is left to ship */
export function neutralOrderOf(shopOrder: ShopOrder): ReadOrder {
  const { shop, reference, recipient, remark, lines, hints } = shopOrder;
  const shipped = lines.flatMap((each) => ('line' in each ? [each] : []));
  const leftOut = lines.flatMap((each) => ('leftOut' in each ? [each.leftOut] : []));
  if (shipped.length === 0) {
    const why = leftOut.length === 0 ? 'It has no lines.' : [...new Set(leftOut)].join(' ');
    throw refusal('', `This ${shop} order holds no line to ship. ${why}`);
  }
  const order = present<NeutralOrder>({
    reference,
    recipient,
    weightKg: weightOf(shopOrder, shipped),
    customsItems: shipped.map(({ line }) => line),
    remark,
  });
  const told = [...hints, ...leftOut, ...shipped.flatMap(({ hint }) => hint ?? [])];
  const converted = shipped.flatMap(({ line }, index) =>
    line.weightKg === undefined ? [] : [`customsItems[${index}].weightKg`],
  );
  return {
    order: { ...order },
    hints: [...new Set(told)],
    converted: [...(order.weightKg === undefined ? [] : ['weightKg']), ...converted],
  };
}

/**
 * Of the goods that are left: the sum of the lines where each has a weight, otherwise what the shop counts, if that is of
 * just these pieces.
 */
function weightOf({ weightKg: counted, lines }: ShopOrder, shipped: readonly Shipped[]): string | undefined {
  const sum = weightOfLines(shipped.map(({ line }) => line));
  if (sum !== undefined) return sum;
  const isWhole = shipped.length === lines.length && shipped.every(({ gone }) => gone === 0);
  return counted?.afterRefunds ?? (isWhole ? counted?.asOrdered : undefined);
}
