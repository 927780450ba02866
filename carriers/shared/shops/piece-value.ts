import { isBlank } from '../blank';
import { decimalOf, dividedBy, inDigits, plus, shortened, times, type Decimal } from '../decimals';
import { present } from '../parcel';
import { firstTextOf, refusal } from './shop-values';

/** What a line of a shop's order cost, without tax. */
export interface PaidLine {
  /** Of the line in the shop's order: `line_items[0].price`. */
  path: string;
  /** Of one piece, or of all of them. */
  price?: unknown;
  total?: unknown;
  /** What is in the price of all pieces and was not paid for goods: discounts, and taxes where prices hold them. */
  less?: readonly unknown[];
  /** As ordered: refunded pieces cost the same as those that are left. */
  quantity: number;
  currency: string | undefined;
}

export interface PieceValue {
  /** Nothing where the shop names no price, or the piece cost nothing: customs want a value. */
  unitValue?: string;
  hint?: string;
}

/**
 * What one piece cost. A price from which nothing is taken off keeps its text; what has to be divided is exact, or rounded
 * up to the decimals of the currency: no line is declared for less than it cost.
 * @throws RequestError where an amount is no number of 0 or more
 */
export function pieceValueOf({ path, price, total, less = [], quantity, currency }: PaidLine): PieceValue {
  const given = price ?? total;
  if (isBlank(given)) return {};
  const amount = amountAt(given, path);
  const taken = less.map((each) => amountAt(each, path)).reduce(plus, NOTHING);
  if (amount.digits === 0n) return { hint: FREE };
  const isAsItStands = taken.digits === 0n && (price !== undefined || quantity === 1);
  if (isAsItStands)
    return present<PieceValue>({ unitValue: typeof given === 'number' ? inDigits(amount) : firstTextOf(given) });
  const whole = price === undefined ? amount : times(amount, { digits: BigInt(quantity), scale: 0 });
  const paid = plus(whole, { digits: -taken.digits, scale: taken.scale });
  return paid.digits <= 0n ? { hint: FREE } : shareOf(paid, quantity, decimalsOf(currency));
}

const NOTHING: Decimal = { digits: 0n, scale: 0 };

const FREE =
  'The shop says that a piece of a line cost nothing. Customs want a value: give it in Items by SKU or Item Defaults.';

const ROUNDED =
  'The value of one piece was rounded up, because what the line cost after discounts cannot be divided by its quantity.';

function shareOf(paid: Decimal, quantity: number, decimals: number): PieceValue {
  const exact = dividedBy(paid, quantity);
  const short = exact && shortened(exact);
  if (short && short.scale <= decimals) return { unitValue: inDigits(plus(short, { digits: 0n, scale: decimals })) };
  const scale = Math.max(paid.scale, decimals);
  const unit = BigInt(quantity) * 10n ** BigInt(scale - decimals);
  const parts = plus(paid, { digits: 0n, scale }).digits;
  return { unitValue: inDigits({ digits: (parts + unit - 1n) / unit, scale: decimals }), hint: ROUNDED };
}

function amountAt(value: unknown, path: string): Decimal {
  const amount = decimalOf(value);
  if (!amount) throw refusal(path, 'must be an amount of 0 or more, in digits');
  return amount;
}

/** 2 of dollars and euros, 0 of yen and won, 3 of dinars. */
function decimalsOf(currency = ''): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 2;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
