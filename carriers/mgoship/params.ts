import * as z from 'zod/v4';
import { withExactNumbers, withoutNoise } from '#carriers/shared/exact-numbers';
import { isObject, objectAsIs, type JsonObject } from '#carriers/shared/json-value';
import type { Checks } from '#carriers/shared/checks';
import type { RequestTable } from '#carriers/shared/request';
import type { Part, Row, RowKind, Rows } from '#carriers/shared/rows';

/**
 * The params that are sent for what the user gave: in the form of the samples, with the fields that were left out as
 * empty text, as the samples have them (`mgoship.md` 2). Fields that the table does not know stay.
 * @throws RequestError naming every field that is wrong
 */
export function paramsOf(table: RequestTable, given: JsonObject): JsonObject {
  return table.check(objectAsIs(filled(table.rows, inSampleForm(withExactNumbers(given)))));
}

/**
 * Params as all samples write them (`mgoship.md` 2): every scalar a string, nothing null, and the keys in ascending order
 * at every level.
 */
export function inSampleForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSampleForm);
  if (isObject(value)) return sortedKeys(mapValues(value, inSampleForm));
  if (typeof value === 'number') return String(withoutNoise(value));
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '';
}

/** The same JSON with its keys in ascending order (by UTF-16 code units) at every level. */
export function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [key, sortedKeys(each)]);
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function mapValues(object: Record<string, unknown>, map: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}

/** Params are text, also those that are numbers. */
export const PARAM_CHECKS: Checks = {
  text: param,
  listed: param,
  choice: textParam,
  money: numberParam,
  measure: numberParam,
  count: numberParam,
};

/** Codes that are numbers say how many decimals they have: none. */
function param(row: Row): z.ZodType {
  const check = row.decimals === undefined ? textParam(row) : numberParam(row);
  return row.unseen ? check.optional() : check;
}

function textParam({ required = false, most = Infinity, rules = [] }: Row): z.ZodType {
  return rules.reduce<z.ZodString>(
    (check, { holds, problem }) => check.refine((value) => value === '' || holds(value), problem),
    demanded(required).refine((value) => Array.from(value).length <= most, `is longer than ${most} characters`),
  );
}

/** A number, written in digits, above zero unless zero may be. */
function numberParam({ required = false, decimals = 0, zero = false }: Row): z.ZodType {
  return demanded(required)
    .refine((value) => value === '' || (/^\d+(\.\d+)?$/.test(value) && (zero || Number(value) > 0)), {
      error: `must be a number ${zero ? 'of 0 or more' : 'greater than 0'}`,
      abort: true,
    })
    .refine((value) => (value.split('.')[1] ?? '').length <= decimals, {
      error: decimals === 0 ? 'must be a whole number' : `has more than ${decimals} decimals`,
    });
}

function demanded(required: boolean): z.ZodString {
  return z.string().refine((value) => !required || value.trim() !== '', { error: 'is required', abort: true });
}

function filled(rows: Rows, given: unknown): unknown {
  if (!isObject(given)) return given === '' || given === undefined ? filled(rows, {}) : given;
  const known = Object.entries(rows).flatMap(([name, part]): [string, unknown][] => {
    const value = given[name];
    return value === undefined && !('rows' in part) && part.unseen ? [] : [[name, filledPart(part, value)]];
  });
  return { ...given, ...Object.fromEntries(known) };
}

function filledPart(part: Part, value: unknown): unknown {
  if (part.kind === 'group') return filled(part.rows, value);
  if (part.kind !== 'list') return typeof value === 'string' && isNumber(part) ? tidy(part, value) : (value ?? '');
  const entries = value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];
  return entries.map((entry: unknown) => filled(part.rows, entry));
}

function isNumber({ kind, decimals }: Row): boolean {
  return decimals !== undefined || NUMBERS.has(kind);
}

const NUMBERS: ReadonlySet<RowKind> = new Set(['money', 'measure', 'count']);

/** Zeros that say nothing are cut: 3800.00 is whole. */
function tidy({ decimals = 0 }: Row, value: string): string {
  const idleZeros = decimals === 0 ? /^(\d+)\.0+$/ : new RegExp(`^(\\d+\\.\\d{${decimals}})0+$`);
  return value.trim().replace(idleZeros, '$1');
}
