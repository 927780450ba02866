import { CarrierError } from '../http';
import { isBroken, isObject, membersOf, opened, textOf, type JsonObject } from './json-value';
import { excerpt } from './label-file';
import { DEEPEST } from './leaves';
import { saysNotReady } from './not-ready';
import { unreadableObject } from './unreadable-part';
import { isFileItself } from './wrapped-file';

/**
 * The links that a carrier's answer holds where one is documented: text, several in a text, or a list in any form, of
 * texts or of objects with a field of this name. How carriers give several is not documented.
 */
export function linksOf(value: unknown, field = 'url'): string[] {
  return [...new Set(linksIn(value, field))];
}

function linksIn(value: unknown, field: string, levels = DEEPEST): string[] {
  if (levels === 0) throw unreadableObject();
  const held = opened(value);
  if (Array.isArray(held) && held.length > MOST_LINKS) throw tooManyLinks(held.length);
  const members = membersOf(held);
  if (members.length > MOST_LINKS) throw tooManyLinks(members.length);
  return members.flatMap((member): string[] => {
    if (Array.isArray(member)) return linksIn(member, field, levels - 1);
    if (isObject(member))
      return linksIn(isListOfLinks(member) ? Object.values(member) : member[field], field, levels - 1);
    return linksInText(textOf(member) ?? '');
  });
}

/** A list of PHP whose names are numbers of orders or the like: none of them is the name of a field. */
function isListOfLinks(list: JsonObject): boolean {
  const entries = Object.entries(list);
  return (
    entries.length > 0 &&
    entries.every(([name, link]) => !/url|link|invoice/i.test(name) && /^\s*(https?:)?\/\//i.test(textOf(link) ?? ''))
  );
}

function linksInText(text: string): string[] {
  if (isFileItself(text)) return [text.trim()];
  if (isBroken(text)) throw unreadableObject();
  return separated(cleaned(text.slice(0, LONGEST_LIST)))
    .map(trimmed)
    .filter((link) => link !== '');
}

/** Far more than any order has labels. */
const MOST_LINKS = 5000;

function tooManyLinks(links: number): CarrierError {
  const message = `The reply holds ${links} links, which are too many to read (${MOST_LINKS} at most).`;
  return new CarrierError({ kind: 'invalid-reply', message });
}

/** Characters. What is longer is a page, of which the beginning says what it is. */
const LONGEST_LIST = 1024 * 1024;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Escapes of XML, HTML and JSON turned back. */
function cleaned(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<a\b([^<>]*)>[^<]*<\/a>/gi, (anchor, attributes: string) => {
      const [, link] = /\bhref\s*=\s*["']?([^"'\s<>]+)/i.exec(attributes) ?? [];
      return link === undefined ? anchor : `\n${link}\n`;
    })
    .replace(
      /&(?:amp;)*(?:(amp|lt|gt|quot|apos)|#(\d{1,4})|#x([0-9a-f]{1,4}));/gi,
      (_, name?: string, decimal?: string, hex?: string) =>
        name === undefined
          ? String.fromCharCode(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal))
          : (ENTITIES[name.toLowerCase()] ?? ''),
    )
    .replace(/\\\//g, '/')
    .replace(/\\u00([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/(?<![^\s,;|"'])https?%3a%2f%2f[^\s,;|]+/gi, decoded)
    .replace(CAPTION, '');
}

/** What a link is called: `下载地址：http://…`, `URL: http://…`, at the beginning or behind another link. */
const CAPTION =
  /(?:^[^:：/.?=&#%]{1,60}|(?<=[\s,;|，；、])\p{L}[\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]+){0,3} ?)[:：]\s{0,9}(?=["']?https?:\/\/)/giu;

/** A whole link in percent code. */
function decoded(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}

const MARK = '[\\s,;|，；、]';

/** Whole runs of marks only: from within one the search would begin again at each of them. */
const BETWEEN = `(?<!${MARK})${MARK}+`;

/** A comma or a blank may be part of a link: it parts two of them where an address or another file with its path follows. */
function separated(text: string): string[] {
  return text.split(new RegExp(`${BETWEEN}["']?(?=https?://|//)`, 'i')).flatMap((part) => {
    const parts = part
      .split(new RegExp(BETWEEN))
      .map(trimmed)
      .filter((each) => each !== '');
    return parts.length > 1 && parts.every((each) => FILE_WITH_PATH.test(each)) ? parts : [part];
  });
}

const FILE_WITH_PATH = /\/[^/]*\.(pdf|png|jpe?g|gif|zip|zpl|txt)(\?[^?]*)?$/i;

/** Without the blanks, quotes and separators around it, visible or not. */
function trimmed(text: string): string {
  return text.replace(AROUND, '');
}

const EDGE = '[\\s"\'`<>,;|，；、\\p{Cf}\\p{Cc}]';
const AROUND = new RegExp(`^${EDGE}+|(?<!${EDGE})${EDGE}+$`, 'gu');

/**
 * The links of an answer that must hold one.
 * @param hint why there may be none
 * @param said what the carrier may say beside them
 * @throws CarrierError when there are none, or words in their place; `notReady` when they may be there a little later
 */
export function demandedLinks(
  links: readonly string[],
  carrier: string,
  hint: string,
  ...said: (string | undefined)[]
): readonly string[] {
  const words = links.find((link) => isWords(link) && !isFileItself(link));
  if (links.length > 0 && words === undefined) return links;
  const notReady = words === undefined || saysNotReady(words);
  const carrierText = said.filter((text) => text !== undefined && !SUCCESS.test(text)).join('; ');
  throw new CarrierError({
    kind: 'invalid-reply',
    message:
      words === undefined
        ? `${carrier} answered without a link to the file`
        : `${carrier} answered "${excerpt(words)}" instead of a link to the file`,
    hint,
    ...(notReady ? { notReady } : {}),
    ...(carrierText === '' ? {} : { carrierText: excerpt(carrierText) }),
  });
}

const SUCCESS = /^\s*(success|ok|成功|操作成功)[\s\p{P}]*$/iu;

/** A sentence, which may have dots, or a sign for nothing. */
function isWords(text: string): boolean {
  if (!/[./]/.test(text) || /^n\/a$/i.test(text)) return true;
  return /[\s\u3000-\u9fff]/.test(text) && !/\/|\.\w{2,5}$/.test(text);
}

/** Endings that a first folder or file has, as in `index.php/label/1`: no domain that a carrier would use. */
const FILE_ENDING = /\.(php\d?|html?|aspx?|ashx|jsp|do|action|cgi|pdf|png|jpe?g|gif|zip|zpl|txt|xml|json)$/i;

/**
 * A link with its scheme and host. One without a scheme begins with a host if its first part looks like one and something
 * follows; else it is a path at the API. As it is where it is no web address.
 * @param hosts host names that are known
 */
export function absoluteLink(link: string, endpoint: URL, hosts: readonly string[]): string {
  if (/^\/\//.test(link)) return endpoint.protocol + link;
  const [host = ''] = HOST_FIRST.exec(link) ?? [];
  const isHost = beginsWithHost(link, hosts) || (DOTTED.test(host) && !FILE_ENDING.test(host));
  if (isHost) return `${endpoint.protocol}//${link}`;
  if (/^[a-z][a-z\d+.-]*:/i.test(link) || !URL.canParse(link, endpoint.origin)) return link;
  return new URL(link, endpoint.origin).href;
}

/** Whether a text begins with one of these hosts, or with any that has a port: a path may hold no colon there. */
export function beginsWithHost(text: string, hosts: readonly string[]): boolean {
  const [, host = '', port = ''] = HOST_FIRST.exec(text) ?? [];
  return port !== '' || hosts.includes(host.toLowerCase());
}

const HOST_FIRST = /^([^/?#:]+|\[[^\]]*\])(:\d+)?(?=[/?#])/;

/** A host name of several parts, or an IPv4 address. */
const DOTTED = /^(([a-z\d_-]+\.)+[a-z][a-z\d-]+|\d{1,3}(\.\d{1,3}){3})$/i;
