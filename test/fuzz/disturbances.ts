import { decode, encode } from 'iconv-lite';
import { objectAsIs, opened, textOf } from '#carriers/shared/json-value';

/** Numbers that decide, one after the other and from the first again; each below `many`. */
export type Choose = (many: number) => number;

export function choosing(numbers: readonly number[]): Choose {
  let at = 0;
  return (many) => {
    const number = numbers[at % numbers.length] ?? 0;
    at += 1;
    return number % many;
  };
}

type Disturb<Value> = (value: Value, choose: Choose) => unknown;

/** What PHP makes of a list, and what servers send for one: the same entries in another shape. */
const LISTS: Readonly<Record<string, Disturb<unknown[]>>> = {
  'as it is': (list) => list,
  'a list with gaps': (list) => Object.fromEntries(list.map((entry, at) => [String(at * 2 + 1), entry])),
  'a list with names': (list) => Object.fromEntries(list.map((entry, at) => [`no${at}`, entry])),
  'a list by its own numbers, in another order': byOwnNumbers,
  'a list in a text': (list) => JSON.stringify(list),
  'a list with gaps in a text': (list) => JSON.stringify(Object.fromEntries(list.map((entry, at) => [at + 1, entry]))),
  'a list with names and a count': (list) =>
    holdsEntries(list)
      ? { ...Object.fromEntries(list.map((entry, at) => [`no${at}`, entry])), total: list.length }
      : list,
  'a list with gaps under a name': (list) =>
    holdsEntries(list) ? { list: Object.fromEntries(list.map((entry, at) => [at + 1, entry])), total: '2' } : list,
  'a list in a list': (list) => (holdsEntries(list) ? [list] : list),
  'lists by name': (list) => (holdsEntries(list) ? { one: list.slice(0, 1), others: list.slice(1), total: 1 } : list),
  'a list with null in it': (list, choose) => list.toSpliced(choose(list.length + 1), 0, null),
};

/** Fields by which entries name the number that was asked, and those beside which nothing but the matching reads it. */
const NUMBERS = ['orderId', 'reference_no', 'order_code', 'Code', 'child_number'];
const UNREAD_BESIDE = ['chargeweight', 'url'];

function byOwnNumbers(list: unknown[]): unknown {
  const entries = list.map(opened).flatMap((entry): [string, object][] => {
    const own = objectAsIs(entry);
    const field = NUMBERS.find((name) => textOf(own[name]) !== undefined) ?? '';
    const isUnread = UNREAD_BESIDE.some((name) => name in own);
    const kept = Object.entries(own).filter(([name]) => name !== field || !isUnread);
    return field === '' ? [] : [[textOf(own[field]) ?? '', Object.fromEntries(kept)]];
  });
  const isNumbered = entries.length > 0 && new Set(entries.map(([number]) => number)).size === list.length;
  return isNumbered ? Object.fromEntries(entries.toReversed()) : list;
}

function holdsEntries(list: readonly unknown[]): boolean {
  return (
    list.length > 0 &&
    list.every((entry) => typeof entry === 'object' || (typeof entry === 'string' && /^\W*\{/.test(entry)))
  );
}

const OBJECTS: Readonly<Record<string, Disturb<object>>> = {
  'as it is': (object) => object,
  'an object in a text': (object) => JSON.stringify(object),
  'an object in a text twice': (object) => JSON.stringify(JSON.stringify(object)),
  'an object in a text behind a mark': (object) => `\ufeff ${JSON.stringify(object)}`,
};

/** The same value with lists and objects at any depth in other shapes; the outermost object stays one. */
export function reshaped(value: unknown, choose: Choose, isOutermost = true): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const entries = value.map((entry: unknown) => reshaped(entry, choose, false));
    return oneOf(LISTS, choose)(entries, choose);
  }
  const object = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, reshaped(each, choose, false)]));
  return isOutermost ? object : oneOf(OBJECTS, choose)(object, choose);
}

/** Flags of success, by the names that carriers give them, and how servers spell yes and no. */
const FLAGS = new Set(['ask', 'success', 'status', 'uploadResult', 'code']);
const YES = ['Success', 'SUCCESS', 'success ', ' True', true, 1, '1', 'ok', 'OK', 'yes'];
const NO = ['Failure', 'FAILED', 'fail ', 'False', false, 'error', 'no'];

/** The same value with its flags of success in other spellings. Numbers of results and codes of errors stay. */
export function respelled(value: unknown, choose: Choose): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => respelled(each, choose));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      FLAGS.has(name) ? flagOf(each, choose) : respelled(each, choose),
    ]),
  );
}

function flagOf(flag: unknown, choose: Choose): unknown {
  if (typeof flag === 'object') return respelled(flag, choose);
  const word = (textOf(flag) ?? '').toLowerCase();
  const spellings = /^(success|true|ok)$/.test(word) ? YES : /^(failure|false|error)$/.test(word) ? NO : [flag];
  return spellings[choose(spellings.length)];
}

/** The same value, and one object or list in it is a text that breaks off. */
export function broken(value: object, choose: Choose): object {
  const holders = Object.entries(value).filter(([, each]) => typeof each === 'object' && each !== null);
  const [name = '', held] = holders[choose(Math.max(1, holders.length))] ?? [];
  if (typeof held !== 'object' || held === null) return value;
  const text = JSON.stringify(held);
  const inside = choose(3) > 0 && Object.values(held).some((each) => typeof each === 'object' && each !== null);
  const changed = inside ? broken(held, choose) : text.slice(0, 1 + choose(text.length - 1));
  return Array.isArray(value)
    ? value.with(Number(name), changed)
    : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === name ? changed : each]));
}

const NOTICE =
  '<br />\n<b>Notice</b>:  Undefined index: sku {closure} [0] in <b>/srv/www/Order.php</b> on line <b>12</b><br />\n';
const WARNING = 'PHP Warning:  Trying to access array offset on value of type null in /srv/www/a.php on line 7\n';
const DEPRECATED =
  '\nDeprecated: Optional parameter $a declared before required parameter $b in /srv/a.php on line 3\n';

/** What stands around or in a text that holds a whole answer. */
export const TEXTS: Readonly<Record<string, Disturb<string>>> = {
  'a byte order mark': (text) => `\ufeff${text}`,
  'two byte order marks and lines': (text) => `\ufeff\r\n\ufeff\n${text}\n`,
  'a notice in HTML before': (text) => NOTICE + text,
  'a warning before and after': (text) => `${WARNING}${text}\n${WARNING}`,
  'several messages and a mark before': (text) => `${NOTICE}${DEPRECATED}\ufeff${text}`,
  'a notice in HTML after': (text) => `${text}\n${NOTICE}`,
};

/** The same inside JSON, which has texts of its own. */
export const JSON_TEXTS: Readonly<Record<string, Disturb<string>>> = {
  ...TEXTS,
  'the JSON in a text': (text) => JSON.stringify(text),
  'a control character in a text': (text, choose) => {
    const texts = [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)];
    const at = (texts[choose(Math.max(1, texts.length))]?.index ?? -1) + 1;
    return `${text.slice(0, at)}${['\u0001', '\u000b', '\u001f'][choose(3)]}${text.slice(at)}`;
  },
};

/** Charsets in which servers answer, and how they name them. */
const CHARSETS: readonly { names: readonly string[]; encoding: string }[] = [
  { names: ['utf-8', '"UTF8"'], encoding: 'utf8' },
  { names: ['GBK', 'gb2312', "'cp936'", 'x-gbk', 'GB18030'], encoding: 'gb18030' },
  { names: ['Big5', 'big5-hkscs'], encoding: 'big5hkscs' },
  { names: ['EUC-KR', 'ks_c_5601-1987', 'cp949'], encoding: 'cp949' },
  { names: ['Shift_JIS', 'sjis', 'windows-31j'], encoding: 'shiftjis' },
  { names: ['utf-16'], encoding: 'utf16le' },
];

export interface Bytes {
  headers: Record<string, string>;
  body: Buffer;
}

/** The text in a charset that has all of its characters, named in the header, or in the XML declaration that it has. */
export function encoded(text: string, choose: Choose): Bytes {
  const { names, encoding } = CHARSETS[choose(CHARSETS.length)] ?? { names: [], encoding: 'utf8' };
  const name = names[choose(names.length)] ?? '';
  const declaring = text.replace(/encoding="[^"]*"/, `encoding="${name.replace(/["']/g, '')}"`);
  const isDeclared = declaring !== text && encoding !== 'utf16le' && choose(2) === 0;
  const written = isDeclared ? declaring : text;
  const body = encode(written, encoding);
  if (decode(body, encoding, { stripBOM: false }) !== written) return { headers: {}, body: Buffer.from(text) };
  return isDeclared ? { headers: {}, body } : { headers: { 'content-type': `text/plain; Charset=${name}` }, body };
}

export function oneOf<Entry>(table: Readonly<Record<string, Entry>>, choose: Choose): Entry {
  const entries = Object.values(table);
  const entry = entries[choose(entries.length)];
  if (entry === undefined) throw new Error('The table is empty');
  return entry;
}
