import { isSafeNumber } from 'lossless-json';

/** No digit behind these is anybody's. */
const LONGEST_NUMBER = 1000;

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Characters: with so few and no exponent every number stays as it is. */
export const LONGEST_SAFE = 15;

/**
 * Whether JavaScript would change a number of JSON, so that it must become a text.
 * @throws SyntaxError when it is none
 */
export function isUnsafeNumber(digits: string): boolean {
  // What is short and no number is found by whoever reads it as one.
  if (digits.length <= LONGEST_SAFE && !/e/i.test(digits)) return false;
  if (digits.length > LONGEST_NUMBER) throw new SyntaxError();
  if (MORE_THAN_FIT.test(digits)) return true;
  if (!NUMBER.test(digits)) throw new SyntaxError();
  return !isSafeNumber(digits);
}

/** 18 digits that count: spares nearly all long numbers the longer way. */
const MORE_THAN_FIT = /^-?(?:[1-9]\d{16,}[1-9]|0\.0*[1-9]\d{16,}[1-9])$/;

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Digits, signs, the point and the letter of an exponent. */
export function isOfNumber(code: number): boolean {
  return isDigit(code) || code === 0x2e || code === 0x2d || (code | 0x20) === 0x65 || code === 0x2b;
}

/** @param lenient control characters and byte order marks are nothing, too */
export function isBlank(code: number, lenient: boolean): boolean {
  return (
    code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || (lenient && (code < 0x20 || code === 0xfeff))
  );
}

/**
 * The place of the quotation mark that ends a text.
 * @param start behind the one that begins it
 * @throws SyntaxError without one
 */
export function closingQuote(text: string, start: number): number {
  for (let end = text.indexOf('"', start); end >= 0; end = text.indexOf('"', end + 1)) {
    if (text.charCodeAt(end - 1) !== BACKSLASH) return end;
    let escapes = end;
    while (escapes > start && text.charCodeAt(escapes - 1) === BACKSLASH) escapes -= 1;
    if ((end - escapes) % 2 === 0) return end;
  }
  throw new SyntaxError();
}

const BACKSLASH = 0x5c;

/**
 * The text between two quotation marks.
 * @param lenient control characters in it are no mistakes: those of blanks and lines stay, the others go
 * @throws SyntaxError
 */
export function textBetween(raw: string, lenient: boolean): string {
  const isIllegal = ILLEGAL.test(raw);
  if (!isIllegal && !raw.includes('\\')) return raw;
  return String(JSON.parse(`"${lenient && isIllegal ? withEscapes(raw) : raw}"`));
}

/** The same JSON without control characters and byte order marks, which are blanks between texts. */
export function withoutControls(json: string): string {
  let legal = '';
  for (let at = 0; at < json.length;) {
    const start = json.indexOf('"', at);
    if (start < 0) return legal + json.slice(at).replace(IGNORED, ' ');
    const end = closingQuote(json, start + 1);
    const raw = json.slice(start + 1, end);
    legal += json.slice(at, start).replace(IGNORED, ' ');
    legal += ILLEGAL.test(raw) ? JSON.stringify(textBetween(raw, true)) : `"${raw}"`;
    at = end + 1;
  }
  return legal;
}

/** Control characters that JSON forbids in texts: those of one byte before the blank. */
const ILLEGAL = /[^ -\uffff]/;
const ILLEGAL_ALL = new RegExp(ILLEGAL, 'g');

/** Those that are nothing between texts. */
const IGNORED = /[^ -\ufefe\uff00-\uffff]/g;

function withEscapes(text: string): string {
  return text.replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replaceAll(ILLEGAL_ALL, '');
}
