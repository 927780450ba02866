/**
 * Replaces what is found in a text, also where the text is escaped for JSON, XML or URLs, or is in Base64, several
 * times and in any mixture: the escapes are opened layer by layer, and what is found in a layer is replaced where it stands in the text.
 * @param find gives the places of it in a text without escapes
 */
export function searched(text: string, find: (text: string) => Range[], replacement: string): string {
  const ranges = find(text);
  const mostLayers = text.length <= LONGEST_OPENED && MAY_BE_ESCAPED.test(text) ? MOST_LAYERS : 0;
  const openings: Opening[] = [];
  let layer = text;
  for (;;) {
    const opening = openings.length < mostLayers ? opened(layer) : undefined;
    if (!opening) break;
    openings.push(opening);
    layer = opening.text;
    for (const range of find(layer)) ranges.push(openings.reduceRight(outside, range));
  }
  return ranges.length === 0 ? text : replaced(text, ranges, replacement);
}

/** JSON in JSON in XML in a URL. */
const MOST_LAYERS = 6;

/** Characters. What is longer is a file, or nothing that anybody reads: it is searched as it stands. */
const LONGEST_OPENED = 64 * 1024;

const MAY_BE_ESCAPED = /[\\&%]|[\w+/-]{12}/;

export interface Range {
  from: number;
  to: number;
}

/** A text whose escapes have been opened once. */
interface Opening {
  text: string;
  /** Of each escape, in pairs: where what it means begins and ends in this text, and where it does in the one before. */
  meant: readonly number[];
  escaped: readonly number[];
}

const ESCAPE =
  /\\(?:u[0-9a-fA-F]{4}|[bfnrt]|[^\w\s&%])|&(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});|(?:%[0-9a-fA-F]{2})+|[\w+/-]{12,}/g;

function opened(text: string): Opening | undefined {
  const meant: number[] = [];
  const escaped: number[] = [];
  let shorter = 0;
  const plain = text.replace(ESCAPE, (escape, index: number) => {
    const meaning = /^[\\&%]/.test(escape) ? meaningOf(escape) : textInBase64(escape);
    if (meaning === undefined) return escape;
    meant.push(index - shorter, index - shorter + meaning.length);
    escaped.push(index, index + escape.length);
    shorter += escape.length - meaning.length;
    return meaning;
  });
  return meant.length === 0 ? undefined : { text: plain, meant, escaped };
}

const NAMED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '\\b': '\b',
  '\\f': '\f',
  '\\n': '\n',
  '\\r': '\r',
  '\\t': '\t',
};

function meaningOf(escape: string): string {
  const named = NAMED[escape];
  if (named !== undefined) return named;
  if (escape.startsWith('%')) return Buffer.from(escape.replaceAll('%', ''), 'hex').toString('utf8');
  if (escape.startsWith('\\u')) return String.fromCharCode(parseInt(escape.slice(2), 16));
  if (escape.startsWith('\\')) return escape.slice(1);
  const isHex = /^&#x/i.test(escape);
  const codePoint = parseInt(escape.slice(isHex ? 3 : 2, -1), isHex ? 16 : 10);
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd';
}

/** Most words and numbers that look like Base64 hold no text. */
function textInBase64(word: string): string | undefined {
  const text = Buffer.from(word, 'base64').toString('utf8');
  return /\ufffd|(?!\s)\p{Cc}/u.test(text) ? undefined : text;
}

/** What became this part of the opened text. An escape of which a part is meant, is meant whole. */
function outside({ from, to }: Range, opening: Opening): Range {
  const first = escapeUpTo(opening, from);
  const last = escapeUpTo(opening, to - 1);
  return {
    from: !first ? from : from < first.ends ? first.from : first.to + from - first.ends,
    to: !last ? to : to <= last.ends ? last.to : last.to + to - last.ends,
  };
}

/** The last escape that begins at this place or before it. */
function escapeUpTo(
  { meant, escaped }: Opening,
  place: number,
): { ends: number; from: number; to: number } | undefined {
  let low = 0;
  let high = meant.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((meant[2 * middle] ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  const [from, to, ends] = [escaped[2 * low - 2], escaped[2 * low - 1], meant[2 * low - 1]];
  return from === undefined || to === undefined || ends === undefined ? undefined : { from, to, ends };
}

function replaced(text: string, ranges: Range[], replacement: string): string {
  ranges.sort((a, b) => a.from - b.from);
  const parts: string[] = [];
  let done = 0;
  for (const { from, to } of ranges) {
    if (from >= done) parts.push(text.slice(done, from), replacement);
    done = Math.max(done, to);
  }
  return [...parts, text.slice(done)].join('');
}
