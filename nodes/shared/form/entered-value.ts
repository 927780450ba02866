import { isExact, withoutNoise } from '#carriers/shared/exact-numbers';
import { isBlank } from '#carriers/shared/blank';
import { isObject, type JsonObject } from '#carriers/shared/json-value';
import { lookUp } from '#carriers/shared/lookup';
import type { Part, Row, RowKind, Rows } from '#carriers/shared/rows';
import { writtenDate } from '../instant';

/** How a carrier wants what people enter. */
export interface EntryRules {
  /** Numbers as numbers, text as text, yes and no as true and false; otherwise as the form or its expression gives it. */
  typed?: boolean;
  /** Texts, also where they come as numbers, as text without blanks around. */
  trims?: boolean;
  /** No field of this request can be 0: whatever is 0 was not filled in. */
  zeroIsEmpty?: boolean;
}

/**
 * What goes out for what a field of the form holds; undefined for what was left empty: nothing, blanks, an empty list,
 * JSON without content, and 0 in a number field that need not be filled in.
 */
export function enteredValue(row: Row, value: unknown, rules: EntryRules): unknown {
  return value === 0 && (rules.zeroIsEmpty || isUnusedNumber(row)) ? undefined : givenValue(row, value, rules);
}

/** The same for a value that did not come from a field: its 0 is not a number field that was passed over. */
function givenValue(row: Row, value: unknown, rules: EntryRules): unknown {
  if (isBlank(value) || (row.kind === 'json' && isEmpty(value))) return undefined;
  if (row.kind === 'several' || row.joins) return joined(value);
  if (rules.trims && TYPED[row.kind] === asText) return trimmed(asText(value));
  return rules.typed ? TYPED[row.kind](value) : value;
}

/** What goes out for a request that did not come from a form, as the form would have sent it. Other fields pass. */
export function givenRequest(rows: Rows, request: JsonObject, rules: EntryRules): JsonObject {
  const entries = Object.entries(request).flatMap(([name, value]): [string, unknown][] => {
    const given = givenPart(lookUp(rows, name), value, rules);
    return given === undefined ? [] : [[name, given]];
  });
  return Object.fromEntries(entries);
}

/** The same for a field, a group or a list of it. */
export function givenPart(part: Part | undefined, value: unknown, rules: EntryRules): unknown {
  if (part === undefined) return value;
  if (!('rows' in part)) return givenValue(part, value, rules);
  const inside = (each: unknown): unknown => (isObject(each) ? givenRequest(part.rows, each, rules) : each);
  return Array.isArray(value) ? value.map(inside) : inside(value);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function isUnusedNumber({ kind, required = false, zero = false }: Row): boolean {
  return (kind === 'measure' || kind === 'count') && !required && !zero;
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

/** Several codes are one text, with semicolons between them (`eccang.md` 3.1). */
function joined(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.length > 0 ? value.map(String).join(';') : undefined;
}

/**
 * A number for digits of which a number keeps every one; other text is left for the check to judge. A sum of an expression
 * loses its noise.
 */
function asNumber(value: unknown): unknown {
  if (typeof value === 'number') return withoutNoise(value);
  const text = typeof value === 'string' ? value.trim() : '';
  const isKept = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(text) && text.replace(/^[-0.]+|\./g, '').length <= 15;
  return isKept ? Number(text) : value;
}

/** Order numbers, postcodes and telephone numbers often come as numbers. One that was rounded is left for the check. */
function asText(value: unknown): unknown {
  return typeof value === 'number' && isExact(value) ? String(withoutNoise(value)) : value;
}

function asFlag(value: unknown): unknown {
  return value === 'true' ? true : value === 'false' ? false : value;
}

/** The date picker adds a time to the day. */
function asDay(value: unknown): unknown {
  const written = writtenDate(value);
  return typeof written === 'string' ? written.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1') : value;
}

const asIs = (value: unknown): unknown => value;

const TYPED: Record<RowKind, (value: unknown) => unknown> = {
  text: asText,
  money: asNumber,
  amount: asNumber,
  measure: asNumber,
  count: asNumber,
  flag: asFlag,
  choice: asText,
  listed: asText,
  country: asText,
  several: asIs,
  date: asDay,
  seconds: asText,
  json: asIs,
};
