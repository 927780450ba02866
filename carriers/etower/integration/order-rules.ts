import { givenList, numberOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import type { Finding } from '#carriers/shared/request';
import type { RowDetails } from '#carriers/shared/rows';
import { kilogramsOf } from '../measures';

/** `English or French characters, not digits only` (`etower.md` B.4.1). */
export const LATIN: NonNullable<RowDetails['rules']> = [
  { holds: (text) => !/^[\d\s]+$/.test(text), problem: 'must not be digits only' },
  { holds: (text) => !/(?!\p{Script=Latin})\p{L}/u.test(text), problem: 'must be in English or French letters' },
];

/** What the sums over the items say of the order itself and of every further piece, which is an order of its own. */
export function sumFindings(order: JsonObject): Finding[] {
  const pieces = givenList(order['pieces']).map((piece, index) => ({ way: ['pieces', index], part: piece }));
  return [{ way: [], part: order }, ...pieces].flatMap(({ way, part }) =>
    [...valueProblems(part), ...weightProblems(part)].map(({ field, problem }) => ({ path: [...way, field], problem })),
  );
}

interface Problem {
  field: string;
  problem: string;
}

/** `must not differ by more than 0.1 from the sum of itemCount x unitValue`. */
function valueProblems(order: JsonObject): Problem[] {
  const invoiceValue = numberOf(order['invoiceValue']);
  const lines = itemsOf(order).map(
    ({ itemCount, unitValue }) => (numberOf(itemCount) ?? NaN) * (numberOf(unitValue) ?? NaN),
  );
  const sum = total(lines);
  if (invoiceValue === undefined || sum === undefined || Math.abs(invoiceValue - sum) <= 0.1 + ROUNDING) return [];
  return [
    {
      field: 'invoiceValue',
      problem: `differs by more than 0.1 from the sum of its items (quantity x unit value), which is ${plain(sum)}`,
    },
  ];
}

/**
 * 190033: the items' weights, in kilograms, must not exceed the parcel's. Whether an item's weight is that of one piece is
 * not said, so that each counts once: what is too much then is too much either way.
 */
function weightProblems(order: JsonObject): Problem[] {
  const parcel = kilogramsOf(order['weight'], textOf(order['weightUnit']) ?? 'KG');
  const sum = total(itemsOf(order).map(({ weight }) => numberOf(weight) ?? 0));
  if (parcel === undefined || sum === undefined || sum <= parcel + ROUNDING) return [];
  return [{ field: 'weight', problem: `is less than the weight of its items together, which is ${plain(sum)} kg` }];
}

const ROUNDING = 1e-9;

function itemsOf(order: JsonObject): JsonObject[] {
  return givenList(order['orderItems']);
}

/** Undefined when a value is missing or there is nothing to add: another rule says so. */
function total(values: readonly number[]): number | undefined {
  const sum = values.reduce((left, right) => left + right, 0);
  return values.length === 0 || Number.isNaN(sum) ? undefined : sum;
}

function plain(value: number): string {
  return String(Number(value.toFixed(4)));
}
