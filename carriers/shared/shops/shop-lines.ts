import { isBlank } from '../blank';
import { kilogramsOf } from '../exact-units';
import type { JsonObject } from '../json-value';
import type { OrderLine } from '../neutral-order';
import { present } from '../parcel';
import { pieceValueOf, type PaidLine } from './piece-value';
import { entriesOf, firstTextOf, piecesAt, refusal, type Entry } from './shop-values';

export interface ShopLines {
  lines: ShopLine[];
  hints: string[];
}

/** A line that is to be shipped, or why it is not. */
export type ShopLine = { leftOut: string } | Shipped;

export interface Shipped {
  line: OrderLine;
  /** Pieces that were refunded or removed. */
  gone: number;
  hint: string | undefined;
}

/** Why a line is left out, as a hint tells it. */
export const LEFT_OUT = {
  giftCard: 'Gift cards were left out: they are not shipped.',
  tip: 'Tips were left out: they are no goods.',
  digital: 'Lines that need no shipping were left out.',
  gone: 'Lines that were refunded or removed from the order were left out.',
};

/** Told where neither what is left nor what was refunded is there. */
export const UNTOLD_REFUNDS = 'The order does not tell what was refunded: all pieces were taken.';

/** What the shop knows of the goods; undefined where it does not. */
export type Goods = { [Name in 'description' | 'sku' | 'weightKg' | 'hsCode' | 'originCountry']?: string | undefined };

export interface Pieces {
  ordered: number;
  left: number;
}

/** A line with what is left of it, and what one piece of it cost. */
export function shippedLine({ ordered, left }: Pieces, paid: Omit<PaidLine, 'quantity'>, goods: Goods): ShopLine {
  if (left === 0) return { leftOut: LEFT_OUT.gone };
  const { unitValue, hint } = pieceValueOf({ ...paid, quantity: ordered });
  const { description, sku, weightKg, hsCode, originCountry } = goods;
  const { currency } = paid;
  const line = present<OrderLine>({
    description,
    sku,
    quantity: left,
    unitValue,
    currency,
    weightKg,
    hsCode,
    originCountry,
  });
  return { line, gone: ordered - left, hint };
}

/** What was ordered of a line, and what is left of it: as the shop counts it, or less what was refunded. */
export function piecesOf({ entry, path }: Entry, leftNames: readonly string[], refunded: RefundedPieces): Pieces {
  const name = leftNames.find((each) => !isBlank(entry[each]));
  const quantity = (): number => piecesAt(entry.quantity, `${path}.quantity`);
  if (name === undefined) {
    const ordered = quantity();
    return { ordered, left: Math.max(0, ordered - (refunded.get(firstTextOf(entry.id) ?? '') ?? 0)) };
  }
  const left = piecesAt(entry[name], `${path}.${name}`);
  return { ordered: Math.max(left, isBlank(entry.quantity) ? left : quantity()), left };
}

/** By the number of the line that they are of. */
export type RefundedPieces = ReadonlyMap<string, number>;

/**
 * @param lines name of the list in each refund
 * @param lineOf the number of the line that an entry of it is of
 */
export function refundedPieces(
  refunds: unknown,
  lines: string,
  lineOf: (entry: JsonObject) => unknown,
): RefundedPieces {
  const pieces = new Map<string, number>();
  for (const refund of optionalEntries(refunds, 'refunds')) {
    for (const { entry, path } of optionalEntries(refund.entry[lines], `${refund.path}.${lines}`)) {
      const line = firstTextOf(lineOf(entry)) ?? '';
      // WooCommerce counts what goes back below 0.
      const quantity = piecesAt(firstTextOf(entry.quantity)?.replace(/^-/, ''), `${path}.quantity`);
      pieces.set(line, (pieces.get(line) ?? 0) + quantity);
    }
  }
  return pieces;
}

export function optionalEntries(list: unknown, path: string): Entry[] {
  return isBlank(list) ? [] : entriesOf(list, path);
}

/**
 * Kilograms of a weight in a shop's order; undefined for 0, which shops write for what they do not know.
 * @throws RequestError when it is no weight
 */
export function weightAt(weight: unknown, unit: string, path: string): string | undefined {
  if (isBlank(weight)) return undefined;
  const kilograms = kilogramsOf(weight, unit);
  if (kilograms === undefined) throw refusal(path, 'must be a weight of 0 or more, in digits');
  return kilograms === '0' ? undefined : kilograms;
}
