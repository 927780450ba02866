import fc from 'fast-check';
import type { Choose } from './disturbances';

/** Names that every object of JavaScript has, or that set what it inherits from. */
export const HOSTILE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'toJSON',
  'then',
  'length',
  'hasOwnProperty',
  '0',
  '-1',
  '',
  '\0',
  '\ud800',
];

/** JSON as text, because JavaScript could not hold some of it. */
export const HOSTILE_JSON = [
  'null',
  'true',
  '-0',
  '1e400',
  '5e-324',
  '9'.repeat(400),
  '12345678901234567890',
  '""',
  '" "',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"]]>"',
  '"<!DOCTYPE x>"',
  '"&#0;&amp;lt;"',
  '"{"',
  '"[[1,"',
  '"null"',
  '"[{},[]]"',
  '"{\\"__proto__\\":{\\"polluted\\":1}}"',
  '[]',
  '{}',
  '[null]',
  '[[]]',
  '[[[{}]]]',
  '[{"0":{}},{"1":[]}]',
  '{"0":null,"1":""}',
  '{"":{"":{"":false}}}',
  '{"total":1,"list":[]}',
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  '{"a":1,"a":2,"__proto__":null,"__proto__":[]}',
  '{"toString":1,"valueOf":2,"toJSON":3,"then":4,"length":-1}',
];

const deep = (open: string, inside: string, close: string): string =>
  open.repeat(20_000) + inside + close.repeat(20_000);

/** Deeper than a function can call itself, by short names, so that a report stays readable. */
const DEEP: Readonly<Record<string, string>> = {
  '@lists': deep('[', '', ']'),
  '@objects': deep('{"a":', '1', '}'),
  '@numbered lists': deep('{"1":', '{}', '}'),
  '@links': deep('[{"url":', '"x"', '}]'),
  '@strange objects': deep('[{"__proto__":', '""', '}]'),
  '@lists in a text': JSON.stringify(deep('[', '', ']')),
};

/** The JSON that such a name stands for, and any other as it is. */
export function expanded(json: string): string {
  return DEEP[json] ?? json;
}

export const deepJson = fc.constantFrom(...Object.keys(DEEP));

/** Text with anything in it: every code unit, halves of surrogate pairs and NUL too. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(...HOSTILE_NAMES, ...HOSTILE_JSON),
);

/** Any JSON as text. */
export const hostileJson = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE_JSON) },
  { weight: 1, arbitrary: hostileText.map((text) => JSON.stringify(text)) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
);

const MARK = '\u{f0000}';

/**
 * The JSON of a value in which one thing, wherever it stands, is other JSON, or stands beside it under a hostile name.
 */
export function planted(value: unknown, json: string, choose: Choose): string {
  return JSON.stringify(marked(value, choose)).replaceAll(`"${MARK}"`, () => expanded(json));
}

function marked(value: unknown, choose: Choose, isOutermost = true): unknown {
  if (typeof value !== 'object' || value === null) return MARK;
  const entries = Object.entries(value);
  const way = choose(isOutermost ? 7 : 10);
  if (way === 0 || entries.length === 0) return MARK;
  if (way === 1 && !Array.isArray(value)) {
    const name = HOSTILE_NAMES[choose(HOSTILE_NAMES.length)] ?? '';
    return Object.fromEntries([...entries, [name, MARK]]);
  }
  const chosen = choose(entries.length);
  const changed = entries.map(([name, each], at): [string, unknown] => [
    name,
    at === chosen ? marked(each, choose, false) : each,
  ]);
  return Array.isArray(value) ? changed.map(([, each]) => each) : Object.fromEntries(changed);
}

/** Whether every object of this process has something that only a reply could have given it. */
export function isPolluted(): boolean {
  return 'polluted' in Object.create(Object.prototype) || 'polluted' in Object;
}

/** What JavaScript says of a mistake in a program. */
export const MISTAKE =
  /Cannot (read|convert|set|destructure)|is not (a function|iterable|defined)|call stack|circular|undefined|\[object|Invalid array length|unknown reason/;
