import { readJson } from '../http';
import { textOf } from './json-value';
import { leavesOf } from './leaves';
import { saysNotReady } from './not-ready';

export interface Said {
  /** What came, for "gave … instead of a label". */
  what: string;
  /** Its words on one line; '' when it holds none that can be read. */
  words: string;
}

/**
 * What a server says instead of a file.
 * @param layers the answer, and what is inside it
 * @param text the outermost layer as text, where it is known how to read it
 */
export function wordsOf(layers: readonly Buffer[], text?: () => string): Said {
  const [outer = Buffer.alloc(0), ...inner] = layers;
  if (isBlank(inner.at(-1) ?? outer)) return { what: 'an empty file', words: '' };
  const outerText = readable(text ? orNothing(text) : decoded(outer));
  const isShort = (layer: Buffer): boolean => layer.length < SHORTEST_DECODED && !/=\s*$/.test(outerText ?? '');
  const innerText = inner.map((layer) => (isShort(layer) ? undefined : readable(decoded(layer)))).findLast(Boolean);
  const isCode = inner.length > 0 && ENCODED.test(outerText?.trim() ?? '');
  const told = innerText ?? (isCode ? undefined : outerText);
  if (told === undefined) return { what: 'a file of unknown type', words: '' };
  if (WEB_PAGE.test(told)) return { what: 'a web page', words: onOneLine(withoutTags(told)) };
  if (/^\s*<[a-z?!]/i.test(told)) return { what: 'XML', words: onOneLine(explanationIn(textsInXml(told))) };
  const json = /^\s*["{[]/.test(told) ? readJson(told).value : undefined;
  return typeof json === 'object' && json !== null
    ? { what: 'JSON', words: onOneLine(explanationIn(textsInJson(json))) }
    : { what: 'a text', words: onOneLine(textOf(json) ?? told) };
}

const WEB_PAGE =
  /<!doctype html|<html|<body|^\s*<(head|title|script|style|meta|div|p|h\d|span|center|table|br|b|font|pre)\b/i;

/** Bytes. Words such as `null` are Base64 as well, of bytes that may look like text by chance. */
const SHORTEST_DECODED = 6;

/** What looks more like Base64 of something than like a word or a code. */
const ENCODED = /^([^ \t]{40,}|(?=[^+/=]*[+/=])[^ \t]{8,})$/;

/** Bytes; nobody explains more. */
const MOST_READ = 16 * 1024;

function isBlank(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, MOST_READ).replace(/\xef\xbb\xbf|\s/g, '') === '';
}

function decoded(bytes: Buffer): string | undefined {
  return orNothing(() =>
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, MOST_READ), { stream: true }),
  );
}

function orNothing<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Text has letters or digits, and no control characters or signs of bytes that were read in the wrong character set. */
function readable(text: string | undefined): string | undefined {
  const head = text?.slice(0, MOST_READ) ?? '';
  return /[\p{L}\p{N}]/u.test(head) && !/[^\P{C}\s\u200b-\u200f\ufeff]|\ufffd/u.test(head) ? head : undefined;
}

function withoutTags(page: string): string {
  return page.replace(/<(script|style)\b.*?<\/\1\s*>|<[^<>]*>/gis, ' ').replace(/&nbsp;/gi, ' ');
}

function onOneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim();
}

interface Field {
  name: string;
  text: string;
}

function textsInJson(json: object): Field[] {
  return leavesOf(json).map(({ path, leaf }) => ({ name: path.join('.'), text: textOf(leaf) ?? '' }));
}

function textsInXml(xml: string): Field[] {
  const elements = xml.matchAll(/<([a-z][\w:.-]*)(?:[^\w:.<>-][^<>]*)?>(?:<!\[CDATA\[)?([^<]+?)(?:\]\]>)?(?=<)/gi);
  return [...elements].map(([, name = '', text = '']) => ({ name, text: text.trim() }));
}

/** What is told of an error. Other fields may hold what a label holds: names and addresses. */
function explanationIn(leaves: readonly Field[]): string {
  const explains = (name: string, text: string): boolean => EXPLAINS.test(name) || saysNotReady(text);
  const told = leaves.filter(({ name, text }) => explains(name, text) && text !== '').map(({ text }) => text);
  const codes = leaves.filter(({ name, text }) => CODES.test(name) && text !== '');
  const parts = told.length > 0 ? told : codes.map(({ name, text }) => `${name} ${text}`);
  return [...new Set(parts)].join('; ');
}

/** A list of texts has numbers for names. */
const EXPLAINS = /^\d+$|msg|message|err|reason|detail|desc|tips?\b|info\b|explain|提示|原因|说明|錯誤|错误/i;

const CODES = /(code|status|state|result|success|ask)$/i;
