import { SaxesParser } from 'saxes';
import type { Steps } from '../http';

/** Elements by the way to them, without prefixes (`Envelope/Body`): their texts, or undefined where they hold no text alone. */
export type Elements = ReadonlyMap<string, string | undefined>;

/** Characters that are read at a stretch. */
const STEP = 16 * 1024;

/** Levels: an envelope has four, a fault five. */
const DEEPEST = 50;

/** PHP's messages have some of their own. */
const MOST_ELEMENTS = 10_000;

/** An element of an envelope has two or three, for its namespaces. */
const MOST_ATTRIBUTES = 50;

/** No complete XML. */
class BrokenXml extends Error {}

/**
 * Reads XML in one pass, in steps; undefined when it is no complete XML. Characters that XML forbids are dropped.
 * @param paths of the elements to read
 * @param mended changes a piece of the text before it is read; no tag of fewer than 200 characters is cut
 * @throws SyntaxError when it is nested too deeply, or has a DTD
 */
export function* readingElements(
  xml: string,
  paths: readonly string[],
  mended = (piece: string): string => piece,
): Steps<Elements | undefined> {
  const found = new Map<string, string | undefined>();
  const parser = parserInto(found, paths);
  const legal = onlyLegal();
  try {
    for (let at = 0; at < xml.length;) {
      const end = pieceEnd(xml, at + STEP);
      parser.write(legal(mended(xml.slice(at, end))));
      at = end;
      yield;
    }
    parser.close();
    return found;
  } catch (error) {
    if (error instanceof BrokenXml) return undefined;
    throw error;
  }
}

function parserInto(found: Map<string, string | undefined>, paths: readonly string[]): SaxesParser {
  const open: string[] = [];
  let attributes = 0;
  let elements = 0;
  const parser = new SaxesParser({ position: false });
  parser.ENTITIES = ENTITIES;
  parser.on('error', ({ message }) => {
    // What nobody knows of the entities of HTML stays as it stands.
    if (!message.includes('undefined entity')) throw new BrokenXml();
  });
  parser.on('doctype', () => {
    throw new SyntaxError('the reply has a document type declaration');
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) throw new BrokenXml();
  });
  parser.on('opentag', ({ name }) => {
    attributes = 0;
    elements += 1;
    if (elements > MOST_ELEMENTS) throw new SyntaxError('the reply has too many elements');
    const outer = open.join('/');
    if (found.has(outer)) found.set(outer, undefined);
    open.push(name.slice(name.indexOf(':') + 1));
    if (open.length > DEEPEST) throw new SyntaxError(`the reply is nested more than ${DEEPEST} levels deep`);
    const path = open.join('/');
    if (paths.includes(path)) found.set(path, found.has(path) ? undefined : '');
  });
  parser.on('closetag', () => void open.pop());
  const collect = (text: string): void => {
    const path = open.join('/');
    const before = found.get(path);
    if (before !== undefined) found.set(path, before + text);
  };
  parser.on('text', collect);
  parser.on('cdata', collect);
  return parser;
}

/** Not within a character, its number, a tag, or the end of CDATA. */
function pieceEnd(xml: string, end: number): number {
  if (end >= xml.length) return xml.length;
  const tail = xml.slice(end - LONGEST_MARK, end);
  const cut = /(?:&[^&;<>\s]*|<[^<>]*|\]{1,2})$/.exec(tail);
  if (cut) return end - LONGEST_MARK + cut.index;
  return /[\ud800-\udbff]/.test(xml.charAt(end - 1)) ? end - 1 : end;
}

const LONGEST_MARK = 200;

/** Takes away the characters that XML 1.0 forbids, piece by piece: written as they are, or by number outside of CDATA. */
function onlyLegal(): (piece: string) => string {
  let isCdata = false;
  return (piece) =>
    piece.replace(NOT_AS_IT_IS, (found, mark?: string, hexadecimal?: string, decimal?: string) => {
      if (mark !== undefined) isCdata = mark === CDATA;
      const digits = hexadecimal ?? decimal;
      if (mark === undefined && digits === undefined) return '';
      const isText = mark !== undefined || isCdata;
      return isText || isLegal(parseInt(digits ?? '', hexadecimal === undefined ? 10 : 16)) ? found : '';
    });
}

function isLegal(code: number): boolean {
  return code <= 0x10ffff && !FORBIDDEN.test(String.fromCodePoint(code));
}

const CDATA = '<![CDATA[';
const FORBIDDEN = /[^\P{Cc}\t\n\r\x7f-\x9f]|\p{Cs}|[\uFFFE\uFFFF]/u;
const NOT_AS_IT_IS = new RegExp(
  `(<!\\[CDATA\\[|\\]\\]>)|${FORBIDDEN.source}|&#[xX]([\\da-fA-F]{1,8});|&#(\\d{1,8});`,
  'gu',
);

/** Of XML, and what of HTML stands in texts. Without a prototype, so that no other name means anything. */
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '\u00a9',
  reg: '\u00ae',
  trade: '\u2122',
  mdash: '\u2014',
  ndash: '\u2013',
  hellip: '\u2026',
  laquo: '\u00ab',
  raquo: '\u00bb',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201c',
  rdquo: '\u201d',
  bull: '\u2022',
  para: '\u00b6',
  sect: '\u00a7',
  deg: '\u00b0',
  frac12: '\u00bd',
  frac14: '\u00bc',
  frac34: '\u00be',
  cent: '\u00a2',
  pound: '\u00a3',
  curren: '\u00a4',
  yen: '\u00a5',
  euro: '\u20ac',
};
Object.setPrototypeOf(ENTITIES, null);
