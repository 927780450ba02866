/** Readers for JSON of which the type is not known: carriers send numbers as text, objects for lists and null for "". */
export type JsonObject = { [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** An object where the carrier declares "Object/Array" (`eccang.md` 1.4 no. 10) counts as a list of one. */
export function listOf(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) && Object.keys(value).length > 0 ? [value] : [];
}

/** Text as it stands; numbers written out; anything else is no text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

/**
 * What a carrier says, unchanged where it is text. An object or a list, as validators answer, is written out as
 * `path: text; …`. Explanations repeat what they refuse, and that may be a name or an address: values of the request
 * `sent`, and fields named as holding one, are left out.
 */
export function explanationOf(value: unknown, sent?: unknown): string | undefined {
  const text = textOf(value);
  if (text !== undefined) return text;
  const echoes = new Set(leavesOf(sent).map(({ leaf }) => textOf(leaf)?.trim()));
  const whole = problemsIn(value, echoes).join('; ');
  if (whole.length <= LONGEST_EXPLANATION) return whole === '' ? undefined : whole;
  // Not within a word: what is left of a secret that is echoed would not be found, and so not hidden.
  return `${whole.slice(0, LONGEST_EXPLANATION).replace(/[!-~\ud800-\udbff]+$/, '')}…`;
}

function problemsIn(value: unknown, echoes: ReadonlySet<string | undefined>, path: Leaf['path'] = []): string[] {
  if (path.length > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((entry: unknown, at) => problemsIn(entry, echoes, [...path, at]));
  const said = isObject(value) ? [value['msg'], value['message']] : [value];
  const [text] = said.map(textOf).filter((each) => each !== undefined && !echoes.has(each.trim()));
  const subject = (isObject(value) ? placeOf(value) : undefined) ?? subjectOf(path);
  const own = text === undefined ? [] : [subject === '' ? text : `${subject}: ${text}`];
  const members = Object.entries(objectOf(value)).filter(([name]) => !HOLDS_WHAT_WAS_SENT.test(name));
  // Beside a message anything else may be what was sent.
  const telling = members.filter(([name]) => text === undefined || HOLDS_PROBLEMS.test(name));
  return [...own, ...telling.flatMap(([name, each]) => problemsIn(each, echoes, [...path, name]))];
}

const HOLDS_PROBLEMS = /^(errors?|details?)$/i;

const HOLDS_WHAT_WAS_SENT = /^(input|given|((rejected|invalid)_?)?value)$/i;

/** Where a validator saw the problem: `loc` is a path in parts, `field` one in text. */
function placeOf({ loc, field }: JsonObject): string | undefined {
  const parts: unknown[] = Array.isArray(loc) ? loc : [];
  const path = parts.filter((part) => typeof part === 'string' || typeof part === 'number');
  return path.length > 0 ? pathText(path) : (textOf(loc) ?? textOf(field));
}

/** Texts in a list have one subject; its problems are told apart by words, not by number. */
function subjectOf(path: Leaf['path']): string {
  return pathText(typeof path.at(-1) === 'number' ? path.slice(0, -1) : path);
}

const LONGEST_EXPLANATION = 500;

interface Leaf {
  path: (string | number)[];
  leaf: unknown;
}

/** What is neither list nor object, with the way to it. */
export function leavesOf(value: unknown, path: Leaf['path'] = []): Leaf[] {
  if (path.length > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((entry: unknown, index) => leavesOf(entry, [...path, index]));
  if (isObject(value)) return Object.entries(value).flatMap(([name, each]) => leavesOf(each, [...path, name]));
  return [{ path, leaf: value }];
}

/** No request or explanation is nested as deep; without an end a hostile reply would fill the stack. */
const DEEPEST = 50;

/** `declare[0].qty` */
export function pathText(path: Leaf['path']): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`));
  return parts.join('').replace(/^\./, '');
}

/** A number, also when it came as text; `undefined` when it is none. */
export function numberOf(value: unknown): number | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Money and the like: what the carrier wrote, number or text. */
export function amountOf(value: unknown): string | number | undefined {
  return typeof value === 'number' ? value : textOf(value);
}

/** The first of several spellings or languages that holds something: neither missing nor null nor "". */
export function firstOf(object: JsonObject, ...names: string[]): unknown {
  const name = names.find((each) => object[each] !== undefined && object[each] !== null && object[each] !== '');
  return name === undefined ? undefined : object[name];
}

/** The same object with every text in it changed; the names of its fields stay. */
export function withTexts(object: JsonObject, change: (text: string) => string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, changed(value, change)]));
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry: unknown) => changed(entry, change));
  return isObject(value) ? withTexts(value, change) : value;
}
