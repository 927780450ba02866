import { decimalOf, digitsAt, type Decimal } from '#carriers/shared/decimals';
import { amountOf, objectAsIs, textOf } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import type { Quotes } from '#carriers/shared/quotes';
import { grouped } from '#nodes/shared/calls';

/** One service of a carrier for a parcel, by names that are the same for all carriers. */
export interface Rate {
  carrier: string;
  service?: unknown;
  /** Place among the rates of its currency; absent where there is nothing to rank it by. */
  rank?: number;
  /** In all, as the carrier wrote it; absent where the service does not take the parcel. */
  price?: string | number;
  /** As the carrier names it, or as the user says of the carriers that name none. */
  currency?: string;
  days?: Days;
  /** As it was given. */
  weightKg?: number;
  /** Neutral paths of what was given and the carrier has no place for: its price does not depend on it. */
  notSent?: readonly string[];
}

/** How long a parcel takes. */
export interface Days {
  min: number;
  max: number;
}

export type SortBy = 'price' | 'days';

/**
 * A carrier's neutral quote with the names by which rates are compared. Its own names stay.
 * @param currency of prices whose currency the carrier does not name
 */
export function rateOf({ price, days = '' }: Quotes, quote: object, currency?: string): Rate {
  const { carrier, service, ...others } = objectAsIs(quote);
  const amount = amountOf(others[price]);
  return {
    ...present<Rate>({
      carrier: textOf(carrier) ?? '',
      service,
      price: amount,
      currency: amount === undefined ? undefined : (textOf(others['currency']) ?? currency),
      days: daysIn(textOf(others[days])),
    }),
    ...others,
  };
}

/**
 * The rates in groups of one currency, each from the lowest to the highest and ranked by itself: nothing is said of two
 * prices in different currencies. The groups come by the codes of their currencies; where no currency is named, each
 * carrier is a group of its own, after the others. What is equal stays in its order. Rates without the value that is
 * sorted by come last, without a rank.
 */
export function ranked(rates: readonly Rate[], sortBy: SortBy): Rate[] {
  const prices = rates.map(priceOf);
  const scale = prices.reduce((most, price) => Math.max(most, price?.scale ?? 0), 0);
  const entries = rates.map((rate, at): Entry => {
    const price = prices[at];
    return { rate, price: price && digitsAt(price, scale), days: rate.days };
  });
  const isSorted = (entry: Entry): boolean => entry[sortBy] !== undefined;
  const groups = grouped(entries.filter(isSorted), ({ rate }) => rate.currency ?? ` ${rate.carrier}`);
  const sorted = groups
    .sort(([one], [other]) => byCode(one?.rate.currency, other?.rate.currency))
    .flatMap((group) => group.sort(COMPARE[sortBy]).map(({ rate }, at) => withRank(rate, at + 1)));
  return [...sorted, ...entries.filter((entry) => !isSorted(entry)).map(({ rate }) => rate)];
}

interface Entry {
  rate: Rate;
  /** In the smallest unit of all of them. */
  price: bigint | undefined;
  days: Days | undefined;
}

const COMPARE: Readonly<Record<SortBy, (one: Entry, other: Entry) => number>> = {
  price: byPrice,
  // What is promised to a buyer is the last day.
  days: (one, other) => byDays(one.days, other.days) || byPrice(one, other),
};

/** Beside the service, where a table shows it. */
function withRank({ carrier, service, ...others }: Rate, rank: number): Rate {
  return { carrier, service, rank, ...others };
}

function byPrice({ price: one }: Entry, { price: other }: Entry): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return Number(one > other) - Number(one < other);
}

function byDays(one: Days | undefined, other: Days | undefined): number {
  return (one?.max ?? 0) - (other?.max ?? 0) || (one?.min ?? 0) - (other?.min ?? 0);
}

function byCode(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return one < other ? -1 : 1;
}

/** Every digit counts. Thousands may be set apart by commas. */
function priceOf({ price }: Rate): Decimal | undefined {
  if (typeof price !== 'string') return decimalOf(price);
  if (price.length > LONGEST) return undefined;
  return decimalOf(/^\s*\d{1,3}(?:,\d{3})+(?:\.\d+)?\s*$/.test(price) ? price.replaceAll(',', '') : price);
}

/** Characters: no price has more, and to compare such numbers takes long. */
const LONGEST = 40;

/** Of `3-7`, `5`, `3~7 days` or `3-7个工作日`; undefined for other words. */
export function daysIn(text: string | undefined): Days | undefined {
  const written = text?.normalize('NFKC').replace(/\s+/g, '') ?? '';
  const [, first, last = first] =
    /^(\d{1,3})(?:[-–—~至到](\d{1,3}))?(?:(?:working|business)?days?|个?工作日|[天日])?$/i.exec(written) ?? [];
  const days = { min: Number(first), max: Number(last) };
  return days.min <= days.max ? days : undefined;
}
