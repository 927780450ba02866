import { isSafeNumber, parse } from 'lossless-json';
import { beginsWithNotice, isOnlyNotices, noticesIn } from './php-notices';

/** What stands in a text of JSON. */
export interface Reading {
  /** Undefined when it is no JSON. */
  value: unknown;
  /** What PHP printed before or after it. */
  notices: readonly string[];
}

/**
 * JSON as servers send it: with byte order marks, with control characters in its texts, with messages of PHP around it, or
 * as a JSON text that holds the JSON. Undefined when no whole answer is there.
 */
export function readJson(text: string): Reading {
  const whole = parsed(text) ?? parsed(withoutControls(text));
  if (whole !== undefined) return { value: unwrapped(whole), notices: [] };
  return readBetweenNotices(withoutControls(text)) ?? { value: undefined, notices: [] };
}

/** The object or list that a text holds; undefined for any other text. */
export function jsonWithin(text: string): object | undefined {
  if (!/^\s*["{[]/.test(text)) return undefined;
  const { value } = readJson(text);
  return typeof value === 'object' && value !== null ? value : undefined;
}

/**
 * JSON without losing digits: a number that JavaScript would change (order numbers of 17 digits and more, 1e400) becomes
 * a string with the exact digits, every other one a number. Of keys that occur twice the last counts, as in JSON.parse.
 * Throws SyntaxError, whose message holds no more than one character of the text. `__proto__` keys are harmless: they
 * become properties of that name.
 */
export function parseJson(text: string): unknown {
  if (!RISKY_NUMBER.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // Its message would quote the text: the exact parser says what is wrong without that.
    }
  }
  return parseExactly(text);
}

/**
 * Numbers of 16 characters and more, or with an exponent, may not survive. All others do, and the engine's own parser is
 * about ten times as fast, which matters for labels of many megabytes. A match inside a text only costs time.
 */
const RISKY_NUMBER = /(?:^|[:,[\s])-?(?:[\d.]{16}|\d[\d.]*[eE])/;

function parseExactly(text: string): unknown {
  try {
    return parse(text, null, { parseNumber: exactNumber, onDuplicateKey: ({ newValue }) => newValue });
  } catch (error) {
    if (error instanceof RangeError) throw new SyntaxError('JSON is nested too deeply');
    throw error;
  }
}

function exactNumber(digits: string): number | string {
  return isSafeNumber(digits) ? Number(digits) : digits;
}

/** Undefined for what is no JSON: nobody is told why, so that the exact parser is not asked. */
function parsed(text: string): unknown {
  try {
    return RISKY_NUMBER.test(text) ? parseExactly(text) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unwrapped(value: unknown): unknown {
  return typeof value === 'string' ? (jsonWithin(value) ?? value) : value;
}

/**
 * JSON forbids control characters in texts: those of blanks and lines become escapes, the others go. Between the texts
 * they go as well, and byte order marks.
 */
function withoutControls(text: string): string {
  return text.replace(/"[^"\\]*(?:\\[^][^"\\]*)*"|[^\P{Cc}\t\n\r\x7f-\x9f]+|\ufeff+/gu, (part) =>
    part.startsWith('"') ? part.replace(/[^\P{Cc}\x7f-\x9f]/gu, (control) => ESCAPES[control] ?? '') : '',
  );
}

const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** The first value with nothing but messages of PHP before it and after it. */
function readBetweenNotices(text: string): Reading | undefined {
  const beginnings = beginsWithNotice(text) ? [...text.slice(0, LONGEST_NOTICES).matchAll(BEGINNING)] : [{ index: 0 }];
  for (const { index: start } of beginnings) {
    const end = endOfValue(text, start);
    const [before, after] = [text.slice(0, start), text.slice(end)];
    if (end > start && isOnlyNotices(before) && isOnlyNotices(after)) {
      const value = parsed(text.slice(start, end));
      if (value !== undefined) return { value: unwrapped(value), notices: noticesIn(`${before}\n${after}`) };
    }
  }
  return undefined;
}

/** Where PHP ends a message, an answer may begin. */
const BEGINNING = /(?<=\n|>|on line \d+)[^\S\n]*[{["]/g;

/** Characters before an answer: what is longer are none of PHP's messages. */
const LONGEST_NOTICES = 50_000;

/** Behind the bracket or quotation mark that closes the one at `start`; -1 when there is none. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (const { index, 0: mark } of text.slice(start).matchAll(/"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\]]/g)) {
    if (mark === '{' || mark === '[') depth += 1;
    if (mark === '}' || mark === ']') depth -= 1;
    if (depth === 0) return start + index + mark.length;
  }
  return -1;
}
