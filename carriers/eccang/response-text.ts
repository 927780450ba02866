import type { Steps } from '../http';
import { ENTITIES } from '#carriers/shared/entities';
import { isLegal, NOT_LEGAL, pieceEnd } from './xml-pieces';

/** Where the text of `<response>` stands in an envelope. */
export interface ResponseText {
  /** Behind the tag. */
  before: number;
  start: number;
  end: number;
  /** Behind it and its marks. */
  after: number;
  isCdata: boolean;
}

/**
 * Finds the text of `<response>`, which is nearly all of an envelope: a parser that looks at each of its characters takes
 * many times as long for it. Undefined unless it stands there as documented, with nothing before it but tags.
 */
export function responseTextIn(xml: string): ResponseText | undefined {
  const head = xml.slice(0, LONGEST_HEAD);
  const tag = /<(?:[\w.-]{1,99}:)?response>/.exec(head);
  if (!tag || /<[!?]/.test(head.slice(0, tag.index))) return undefined;
  const before = tag.index + tag[0].length;
  const isCdata = xml.startsWith(CDATA, before);
  const start = isCdata ? before + CDATA.length : before;
  const end = xml.indexOf(isCdata ? CDATA_END : '<', start);
  if (end < 0 || isBetween(xml, '\r', start, end)) return undefined;
  if (!isCdata && isBetween(xml, CDATA_END, start, end)) return undefined;
  return { before, start, end, after: isCdata ? end + CDATA_END.length : end, isCdata };
}

/** Characters: an envelope begins with three tags. */
const LONGEST_HEAD = 4000;

const CDATA = '<![CDATA[';
const CDATA_END = ']]>';

function isBetween(xml: string, mark: string, start: number, end: number): boolean {
  const found = xml.indexOf(mark, start);
  return found >= 0 && found < end;
}

/** The text as it is meant, without characters that XML forbids; undefined when it is wrong XML. */
export function* readingText(xml: string, { start, end, isCdata }: ResponseText): Steps<string | undefined> {
  const pieces: string[] = [];
  for (let at = start; at < end;) {
    const to = Math.min(pieceEnd(xml, at), end);
    const piece = onlyLegal(xml.slice(at, to));
    const text = isCdata ? piece : decoded(piece);
    if (text === undefined) return undefined;
    pieces.push(text);
    at = to;
    yield;
  }
  return pieces.join('');
}

function onlyLegal(piece: string): string {
  return MAY_BE_ILLEGAL.test(piece) ? piece.replaceAll(NOT_LEGAL, '') : piece;
}

/** Looks at no pairs, which takes a fraction of the time. */
const MAY_BE_ILLEGAL = /[^\t\n\r -\ud7ff\ue000-\ufffd]/;

function decoded(piece: string): string | undefined {
  const wrong: string[] = [];
  const text = withMarks(piece).replace(REFERENCE, (found, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? found;
    const digits = decimal ?? hex;
    if (digits === undefined) wrong.push(found);
    const code = parseInt(digits ?? '', decimal === undefined ? 16 : 10);
    return isLegal(code) ? String.fromCodePoint(code) : '';
  });
  return wrong.length === 0 ? text : undefined;
}

const REFERENCE = /&(?:#(\d{1,8});|#[xX]([\da-fA-F]{1,8});|([A-Za-z_]\w{0,99});)?/g;

/**
 * With `<`, `>` and `"`, which JSON and HTML are full of, for their references. What one of them means is no part of another
 * reference, so they may go first. Byte by byte, because a text is put together of its parts much more slowly.
 */
function withMarks(piece: string): string {
  if (!piece.includes('&')) return piece;
  const bytes = Buffer.from(piece);
  const { length } = bytes;
  let end = 0;
  for (let at = 0; at < length; end += 1) {
    const byte = bytes[at] ?? 0;
    const mark = byte === 0x26 ? markAt(bytes, at + 1) : 0;
    bytes[end] = mark === 0 ? byte : mark;
    at += mark === 0 ? 1 : mark === QUOTE ? 6 : 4;
  }
  return bytes.toString('utf8', 0, end);
}

const QUOTE = 0x22;

/** What `lt;`, `gt;` or `quot;` means; 0 for anything else. */
function markAt(bytes: Buffer, at: number): number {
  const first = bytes[at];
  if (bytes[at + 1] === 0x74 && bytes[at + 2] === 0x3b) return first === 0x6c ? 0x3c : first === 0x67 ? 0x3e : 0;
  const isQuote = first === 0x71 && bytes[at + 1] === 0x75 && bytes[at + 2] === 0x6f && bytes[at + 3] === 0x74;
  return isQuote && bytes[at + 4] === 0x3b ? QUOTE : 0;
}
