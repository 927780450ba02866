import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Steps } from '../../carriers/http';
import { isBlank } from '#carriers/shared/blank';
import { isObject, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import { pathText } from '#carriers/shared/leaves';
import { RequestError, type RequestProblem } from '#carriers/shared/request-check';
import type { ReadOrder } from './form/order-formats';
import { ItemParameters } from './parameters';
import { combineRows } from './fields';
import { SavedForm } from './saved-form';

/** The first item of each order that has several, with the others in its `rows`, and which these others are. */
export interface JoinedRows {
  first: ReadonlyMap<number, ItemParameters>;
  further: ReadonlySet<number>;
  /** What is wrong with the references of those that belong to no order. */
  refused: ReadonlyMap<number, unknown>;
}

/**
 * The items of which several are one order, because their references are the same; they need not be next to each other.
 * @param referenceOf undefined for an item that is an order by itself
 * @param kept items that a try before this one is done with
 * @returns undefined where no item asks for it: nothing was read then
 */
export function* joinedRows(
  functions: IExecuteFunctions,
  fields: readonly INodeProperties[],
  referenceOf: (parameters: ItemParameters) => string | undefined,
  kept: ReadonlySet<number>,
): Steps<JoinedRows | undefined> {
  const choice = SavedForm.of(functions).part(`options.${combineRows.name}`).saved;
  if (choice === undefined || choice === false) return undefined;
  const first = new Map<number, ItemParameters>();
  const further = new Set<number>();
  const refused = new Map<number, unknown>();
  const byReference = new Map<string, ItemParameters>();
  for (const item of functions.getInputData().keys()) {
    if (kept.has(item)) continue;
    yield;
    const parameters = new ItemParameters(functions, item, fields);
    try {
      const reference = referenceOf(parameters);
      const begun = reference === undefined ? undefined : byReference.get(reference);
      if (begun) {
        begun.add(parameters);
        further.add(item);
      } else {
        first.set(item, parameters);
        if (reference !== undefined) byReference.set(reference, parameters);
      }
    } catch (error) {
      refused.set(item, error);
    }
  }
  return { first, further, refused };
}

/**
 * What all rows of an order say together. A value may stand in one of them or in several, but it has to be the same.
 * @param read what one row says of the order
 * @throws RequestError naming the fields that contradict each other with two items, or the item that cannot be read;
 * without the values, which may be of persons
 */
export function saidByAll(parameters: ItemParameters, read: (row: ItemParameters) => JsonObject): JsonObject {
  if (parameters.rows.length === 0) return read(parameters);
  const rows = [parameters, ...parameters.rows].map((row): Said => ({ item: row.item, value: rowOf(row, read) }));
  const problems: RequestProblem[] = [];
  const all = agreed(rows, [], problems);
  if (problems.length > 0) throw new RequestError(problems);
  return isObject(all) ? all : {};
}

/** The order of all rows: their lines one after the other, and what they say besides. */
export function orderOfRows(
  parameters: ItemParameters,
  read: (row: ItemParameters) => ReadOrder,
): ReadOrder & { items: readonly number[] } {
  if (parameters.rows.length === 0) return { ...read(parameters), items: [] };
  const orders = new Map<ItemParameters, ReadOrder>();
  const withoutLines = saidByAll(parameters, (row) => {
    const given = readRow(row, read);
    orders.set(row, given);
    return Object.fromEntries(Object.entries(given.order).filter(([name]) => name !== LINES));
  });
  const lines: unknown[] = [];
  const items: number[] = [];
  const converted: string[] = [];
  for (const [row, { order, converted: ofRow = [] }] of orders) {
    const before = lines.length;
    const own: unknown[] = isBlank(order[LINES]) ? [] : [order[LINES]].flat();
    lines.push(...own);
    items.push(...own.map(() => row.item));
    converted.push(...ofRow.map((path) => path.replace(LINE, (_, at) => `${LINES}[${before + Number(at)}]`)));
  }
  const hints = [...orders.values()].flatMap((each) => each.hints ?? []);
  return { order: { ...withoutLines, [LINES]: lines }, converted, hints, items };
}

const LINES = 'customsItems';
const LINE = /^customsItems\[(\d+)\]/;

interface Said {
  item: number;
  value: unknown;
}

/** @throws RequestError of the order as a whole, or what is wrong with the row */
function rowOf(row: ItemParameters, read: (row: ItemParameters) => JsonObject): JsonObject {
  try {
    return read(row);
  } catch (error) {
    throw error instanceof RequestError ? error : wrong(row, error);
  }
}

/** @throws what is wrong with the row, with its item: the error goes to all rows of the order */
export function readRow<Value>(row: ItemParameters, read: (row: ItemParameters) => Value): Value {
  try {
    return read(row);
  } catch (error) {
    throw wrong(row, error);
  }
}

function wrong({ item }: ItemParameters, error: unknown): RequestError {
  const why = error instanceof Error ? error.message : 'it cannot be read for an unknown reason';
  return new RequestError([{ path: '', problem: `Item ${item} of this order cannot be used: ${why}` }]);
}

type Way = readonly (string | number)[];

function agreed(rows: readonly Said[], way: Way, problems: RequestProblem[]): unknown {
  const [first, ...others] = rows.filter(({ value }) => !isBlank(value));
  if (first === undefined) return rows[0]?.value;
  const given = [first, ...others];
  if (given.every(({ value }) => isObject(value))) return agreedObject(given, way, problems);
  if (given.every(({ value }) => Array.isArray(value))) return Object.values(agreedObject(given, way, problems));
  const other = others.find(({ value }) => !isSame(first.value, value));
  if (other)
    problems.push({ path: pathText([...way]), problem: `differs between item ${first.item} and item ${other.item}` });
  return first.value;
}

/** Of lists too, by the numbers of their entries. */
function agreedObject(rows: readonly Said[], way: Way, problems: RequestProblem[]): JsonObject {
  const isList = rows.some(({ value }) => Array.isArray(value));
  const parts = rows.map(({ item, value }) => ({
    item,
    held: objectAsIs(Array.isArray(value) ? Object.fromEntries(value.entries()) : value),
  }));
  const names = new Set(parts.flatMap(({ held }) => Object.keys(held)));
  const entries = [...names].map((name): [string, unknown] => {
    const said = parts.map(({ item, held }) => ({ item, value: held[name] }));
    return [name, agreed(said, [...way, isList ? Number(name) : name], problems)];
  });
  return Object.fromEntries(entries);
}

function isSame(one: unknown, other: unknown): boolean {
  const [text, otherText] = [textOf(one), textOf(other)];
  return text !== undefined && otherText !== undefined && withoutEndZeros(text) === withoutEndZeros(otherText);
}

/** A table may write 5 in one row and 5.00 in the next; 05, which may be a postcode, is not 5. */
function withoutEndZeros(text: string): string {
  return text.trim().replace(/^(\d+)(?:\.0*|(\.\d*[1-9])0+)$/, '$1$2');
}
