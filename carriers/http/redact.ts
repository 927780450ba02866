import { searched, type Range } from './escapes';

export const MARK = '[hidden]';

/** A shorter secret may be a part of a number or a name by chance. */
const SHORTEST_SECRET = 4;

/** Shorter ones, and those of digits alone, are hidden where they stand as a whole word. */
const HIDDEN_ANYWHERE = /^(?!\d+$).{8}/s;

/**
 * Returns a function that replaces every occurrence of the secrets by `[hidden]`: as they are, in Base64 or hex, and
 * escaped for XML, JSON or URLs in any mixture, as in JSON inside SOAP. The time it takes grows with the text, whatever
 * the secrets are.
 */
export function redactor(secrets: Iterable<string>): (text: string) => string {
  // Clients send a pasted secret without the blanks around it.
  const trimmed = [...secrets].map((secret) => secret.trim());
  const hidden = [...new Set(trimmed)].filter(({ length }) => length >= SHORTEST_SECRET);
  if (hidden.length === 0) return (text) => text;
  const anywhere = hidden.filter((secret) => HIDDEN_ANYWHERE.test(secret)).flatMap(formsOf);
  const asWords = hidden.filter((secret) => !HIDDEN_ANYWHERE.test(secret)).flatMap(wholeFormsOf);
  const words = asWords.length === 0 ? [] : [`(?<!${LETTER})(?:${anyOf(asWords)})(?!${LETTER})`];
  const parts = [...(anywhere.length === 0 ? [] : [anyOf(anywhere)]), ...words];
  const pattern = new RegExp(parts.join('|'), 'g');
  const find = (text: string): Range[] =>
    text.search(pattern) < 0
      ? []
      : Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ from: index, to: index + found.length }));
  return (text) => (text.length < SHORTEST_SECRET ? text : searched(text, find, MARK));
}

/** What a word is made of. Languages that put no blanks between words have other letters. */
const LETTER = '[\\w\\u00c0-\\u024f]';

/** The first alternative that fits wins: the longest first, or the rest of it would stay readable. */
function anyOf(texts: readonly string[]): string {
  const longestFirst = [...new Set(texts)].sort((a, b) => b.length - a.length);
  return longestFirst.map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
}

function formsOf(secret: string): string[] {
  return [...wholeFormsOf(secret), ...[0, 1, 2].flatMap((place) => bothAlphabets(withinBase64(secret, place)))];
}

/** Those that hold the secret and nothing else. A form writes a blank as a plus sign. */
function wholeFormsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const base64 = bytes.toString('base64').replace(/=/g, '');
  return [secret, secret.replaceAll(' ', '+'), hex, hex.toUpperCase(), ...bothAlphabets(base64)];
}

/** The letters that are the same whatever stands before and after the secret, which begins at the second of three bytes or so. */
function withinBase64(secret: string, place: number): string {
  const bytes = Buffer.concat([Buffer.alloc(place), Buffer.from(secret)]);
  return bytes.toString('base64').slice(Math.ceil((place * 8) / 6), Math.floor((bytes.length * 8) / 6));
}

/** Base64, and Base64 for URLs. */
function bothAlphabets(base64: string): string[] {
  return [base64, base64.replaceAll('+', '-').replaceAll('/', '_')];
}
