import { SaxesParser } from 'saxes';
import type { Steps } from '../http';
import { ENTITIES } from '#carriers/shared/entities';
import { readingText, responseTextIn } from './response-text';
import { FORBIDDEN, isLegal, pieceEnd } from './xml-pieces';

/** Elements by the way to them, without prefixes (`Envelope/Body`): their texts, or undefined where they hold no text alone. */
export type Elements = ReadonlyMap<string, string | undefined>;

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
  mended?: (piece: string) => string,
): Steps<Elements | undefined> {
  const found = new Map<string, string | undefined>();
  const { parser, collect } = parserInto(found, paths);
  const legal = onlyLegal();
  const whole = mended ? undefined : responseTextIn(xml);
  try {
    for (let at = 0; at < xml.length;) {
      if (at === whole?.before) {
        const text = yield* readingText(xml, whole);
        if (text === undefined) return yield* readingElements(xml, paths, (piece) => piece);
        collect(text);
        at = whole.after;
      }
      const next = pieceEnd(xml, at);
      const end = whole && at < whole.before ? Math.min(next, whole.before) : next;
      const piece = xml.slice(at, end);
      parser.write(legal(mended ? mended(piece) : piece));
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

interface ParserInto {
  parser: SaxesParser;
  /** Takes a text of the element that is open. */
  collect: (text: string) => void;
}

function parserInto(found: Map<string, string | undefined>, paths: readonly string[]): ParserInto {
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
  return { parser, collect };
}

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

const CDATA = '<![CDATA[';
const NOT_AS_IT_IS = new RegExp(
  `(<!\\[CDATA\\[|\\]\\]>)|${FORBIDDEN.source}|&#[xX]([\\da-fA-F]{1,8});|&#(\\d{1,8});`,
  'gu',
);
