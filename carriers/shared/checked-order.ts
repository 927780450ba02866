import { isBlank } from './blank';
import { decimalOf, dividedBy, inDigits } from './decimals';
import { defined } from './defined';
import { isObject, objectAsIs, type JsonObject } from './json-value';
import { DEEPEST } from './leaves';
import { linesAtOnce } from './lines-at-once';
import type { NeutralOrder, OrderLine } from './neutral-order';
import { ORDER_SCHEMA } from './order-schema';
import { problemsOf, RequestError } from './request-check';

/**
 * The neutral order in one form, from the form in which it was given: text of numbers and flags read, a single line as a
 * list of one, the service as an object, country codes in capitals, what is blank left out. The destination stands under
 * `country` and `recipient.country`, the goods of boxes under `customsItems` too, and a line with totals alone has the
 * values of one piece as far as they are exact. Names that no neutral order has stay where they are.
 * @throws RequestError naming everything that is of the wrong kind by its neutral path, `customsItems[1].quantity`
 */
export function checkedOrder(given: unknown): NeutralOrder;
export function checkedOrder(given: unknown): object {
  if (!isObject(given)) throw refused('', `The order must be one object { }; here is ${kindOf(given)}`);
  const asked = objectAsIs(withoutBlanks(withLists(given)));
  const read = linesAtOnce(asked['customsItems']);
  const { data: order } = ORDER_SCHEMA.safeParse(read ? { ...asked, customsItems: undefined } : asked);
  if (order === undefined) throw new RequestError(problemsOf(ORDER_SCHEMA, asked));
  const own = read ?? order.customsItems;
  const lines = own?.length ? own : (linesInBoxes(order.parcels ?? []) ?? own);
  return defined({
    ...order,
    ...destinationOf(order.country, order.recipient),
    customsItems: lines?.map((line) => (saysAll(line) ? line : { ...line, ...ofOnePiece(line) })),
  });
}

/** A line or a box that stands alone is a list of one. */
function withLists(given: JsonObject): JsonObject {
  const lists = LISTS.flatMap((name): [string, unknown][] => {
    const list = given[name];
    return isObject(list) ? [[name, [list]]] : [];
  });
  return { ...given, ...Object.fromEntries(lists) };
}

const LISTS = ['customsItems', 'parcels'] as const;

/** An object without names, such as a date, stays: it is no empty value, and is refused where text belongs. */
function withoutBlanks(value: unknown, levels = DEEPEST): unknown {
  if (levels === 0) return value;
  if (Array.isArray(value)) {
    const each = value.map((entry: unknown) => withoutBlanks(entry, levels - 1));
    return each.every((entry, at) => entry === value[at]) ? value : each;
  }
  if (!isObject(value) || Object.keys(value).length === 0) return value;
  const entries = Object.entries(value);
  const filled = entries.flatMap(([name, each]): [string, unknown][] =>
    isBlank(each) ? [] : [[name, withoutBlanks(each, levels - 1)]],
  );
  const isSame = filled.length === entries.length && filled.every(([, each], at) => each === entries[at]?.[1]);
  return isSame ? value : Object.fromEntries(filled);
}

/** Goods as boxes hold them, each with the number of its box. */
function linesInBoxes(parcels: readonly { number?: string | undefined; customsItems?: OrderLines }[]): OrderLines {
  const lines = parcels.flatMap(({ number: parcelNumber, customsItems = [] }) =>
    customsItems.map((line) => (parcelNumber === undefined ? line : { ...line, parcelNumber })),
  );
  return lines.length > 0 ? lines : undefined;
}

type OrderLines = Loose<OrderLine>[] | undefined;

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

function destinationOf(country: string | undefined, recipient: { country?: string | undefined } = {}): object {
  if (country !== undefined && recipient.country !== undefined && country !== recipient.country)
    throw refused('country', 'is another one than recipient.country: give one of them, or the same in both');
  const destination = country ?? recipient.country;
  return destination === undefined ? {} : { country: destination, recipient: { ...recipient, country: destination } };
}

function saysAll({ unitValue, weightKg }: Loose<OrderLine>): boolean {
  return unitValue !== undefined && weightKg !== undefined;
}

/** What one piece is worth and weighs, from the totals of its line. */
function ofOnePiece({ quantity, unitValue, totalValue, weightKg, totalWeightKg }: Loose<OrderLine>): object {
  return defined({
    unitValue: unitValue ?? partOf(totalValue, quantity),
    weightKg: weightKg ?? partOf(totalWeightKg, quantity),
  });
}

/** As it is written where it is of one piece; otherwise exact, or nothing. */
function partOf(total: string | number | undefined, quantity: number | undefined): string | number | undefined {
  if (quantity === undefined) return undefined;
  if (quantity === 1) return total;
  const amount = decimalOf(total);
  const part = amount && dividedBy(amount, quantity);
  return part && inDigits(part);
}

function refused(path: string, problem: string): RequestError {
  return new RequestError([{ path, problem }]);
}

function kindOf(given: unknown): string {
  if (isBlank(given)) return 'nothing';
  return Array.isArray(given) ? 'a list: one order for each item' : `a ${typeof given}`;
}
