import { parse } from 'lossless-json';
import { JsonBudget, JsonLimit } from './json-budget';
import { readingJson, type JsonRead } from './json-reader';
import { BEGINS_AS_JSON, LONG_TEXT } from './json-scan';
import { noteOpened, openedBefore } from './opened-texts';
import { beginsWithNotice, isOnlyNotices, noticesIn } from './php-notices';
import { atOnce, type Steps } from './slices';

/** What stands in a text of JSON. */
export interface Reading {
  /** Undefined when it is no JSON. */
  value: unknown;
  /** What PHP printed before or after it. */
  notices: readonly string[];
  /** Why JSON is not read, such as "nested more than 500 levels deep". */
  limit?: string;
}

/**
 * JSON as servers send it: with byte order marks, with control characters in its texts, with messages of PHP around it, or
 * as a JSON text that holds the JSON. Undefined when no whole answer is there.
 */
export function readJson(text: string): Reading {
  return atOnce(readingAnswer(text));
}

/** The same in steps. Texts in it that hold JSON are read along with it, so that whoever opens one need not. */
export function* readingAnswer(text: string): Steps<Reading> {
  const budget = new JsonBudget();
  const reading = yield* readingWithTexts(text, budget);
  const { value } = reading;
  if (budget.opened.size > 0 && typeof value === 'object' && value !== null) noteOpened(value, budget.opened);
  return reading;
}

function* readingWithTexts(text: string, budget: JsonBudget): Steps<Reading> {
  const long: string[] = [];
  const whole = yield* readingWhole(text, budget, (each) => void long.push(each));
  const held = typeof whole.value === 'string' ? yield* readingWithin(whole.value, budget) : {};
  if (held.limit !== undefined) return { ...whole, ...held, value: undefined };
  const value = held.value ?? whole.value;
  if (typeof value !== 'object' || value === null) return whole;
  for (const each of held.value ? [] : long) {
    const inner = yield* readingWithin(each, budget);
    if (inner.limit !== undefined) return { ...whole, ...inner, value: undefined };
    budget.opened.set(each, inner.value);
  }
  return { ...whole, value };
}

/** The object or list that a text holds; undefined for any other text. */
export function jsonWithin(text: string): object | undefined {
  // Letters and digits, as in nearly all texts, begin no JSON.
  const first = text.charCodeAt(0);
  if ((first > 0x22 && first < 0x5b) || !BEGINS_AS_JSON.test(text)) return undefined;
  const known = text.length > LONG_TEXT ? openedBefore(text) : undefined;
  return known ? known.value : atOnce(readingWithin(text)).value;
}

/**
 * JSON without losing digits: a number that JavaScript would change (order numbers of 17 digits and more, 1e400) becomes
 * a string with the exact digits, every other one a number. Of keys that occur twice the last counts, as in JSON.parse.
 * Throws SyntaxError, whose message holds nothing of the text. `__proto__` keys are harmless: they become properties of
 * that name.
 */
export function parseJson(text: string): unknown {
  return atOnce(readingJson(text)).value;
}

/** The line, from 1, in which a text stops being JSON; undefined where nobody can tell. */
export function lineOfMistake(text: string): number | undefined {
  try {
    parse(text, undefined, { onDuplicateKey: ({ newValue }) => newValue });
  } catch (error) {
    const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
  }
  return undefined;
}

function* readingWithin(text: string, budget = new JsonBudget()): Steps<{ value?: object; limit?: string }> {
  if (!BEGINS_AS_JSON.test(text)) return {};
  const { value, limit } = yield* readingWithTexts(text, budget);
  return typeof value === 'object' && value !== null ? { value } : limit === undefined ? {} : { limit };
}

function* readingWhole(text: string, budget: JsonBudget, textOfJson: (text: string) => void): Steps<Reading> {
  const starts = beginsWithNotice(text) ? beginningsIn(text) : [0];
  let limit: { limit?: string } = {};
  for (const start of starts) {
    const before = text.slice(0, start);
    if (!isOnlyNotices(before)) continue;
    const read = yield* readingFrom(text, start, budget, textOfJson);
    if (read instanceof JsonLimit) limit = { limit: read.message };
    const after = read && 'end' in read ? text.slice(read.end).replace(IGNORED, '') : undefined;
    if (read && 'end' in read && after !== undefined && isOnlyNotices(after)) {
      return { value: read.value, notices: noticesIn(`${before}\n${after}`) };
    }
  }
  return { value: undefined, notices: [], ...limit };
}

/** Undefined for what is no JSON. */
function* readingFrom(
  text: string,
  start: number,
  budget: JsonBudget,
  textOfJson: (text: string) => void,
): Steps<JsonRead | JsonLimit | undefined> {
  try {
    return yield* readingJson(text, { start, open: true, lenient: true, budget, textOfJson });
  } catch (error) {
    if (error instanceof JsonLimit) return error;
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Control characters and byte order marks, which are nothing between texts. */
const IGNORED = /[^\P{Cc}\t\n\r\x7f-\x9f]|\ufeff/gu;

/** Where PHP ends a message, an answer may begin. */
const BEGINNING = /(?<=\n|>|on line \d{1,9})[^\S\n]{0,99}[{["]/g;

function beginningsIn(text: string): number[] {
  return [...text.slice(0, LONGEST_NOTICES).matchAll(BEGINNING)].slice(0, MOST_BEGINNINGS).map(({ index }) => index);
}

/** Characters before an answer: what is longer are none of PHP's messages. */
const LONGEST_NOTICES = 50_000;

/** Messages that quote a bracket may come first. */
const MOST_BEGINNINGS = 10;
