import { CarrierError, jsonWithin } from '../http';
import { isBlank } from './blank';

/**
 * Readers for JSON of which the type is not known: carriers send numbers as text, objects for lists, JSON inside a text,
 * and null for "". What a carrier sends is read through them alone.
 */
export type JsonObject = { [key: string]: unknown };

/** Without the shapes that carriers send in its place: for requests, and for what a reader here gave. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list in a request, or the one in its place; what is none of them is found by the request's check. */
export function givenList(value: unknown): JsonObject[] {
  return [value]
    .flat()
    .filter(isObject)
    .filter((entry) => entry !== value || Object.keys(entry).length > 0);
}

/** The object that stands there, in a text or as the only one of a list too; empty when there is none. */
export function objectOf(value: unknown): JsonObject {
  const held = opened(value);
  const only = Array.isArray(held) && held.length === 1 ? opened(held[0]) : held;
  return isObject(only) ? only : {};
}

/**
 * The entries of a list: of one object where the carrier declares "Object/Array" (`eccang.md` 1.4 no. 10), and of a list
 * of PHP that became an object because its numbers have gaps, or names stand in their place.
 * @param fields of an entry that hold objects or lists: by them an entry is told from a list of entries by name
 * @throws CarrierError `invalid-reply` when something in the list is no entry: it must not be lost in silence
 */
export function listOf(value: unknown, fields: readonly string[] = []): JsonObject[] {
  const held = opened(value);
  if (typeof held === 'string' && /^\s*\[?\s*\{\s*"/.test(held)) throw unreadableList();
  return membersOf(held, fields).flatMap((member): JsonObject[] => {
    if (isObject(member)) return member === held && Object.keys(member).length === 0 ? [] : [member];
    if (Array.isArray(member) && member.length === 0) return [{}];
    if (member === held) return [];
    throw unreadableList();
  });
}

/** The texts of a list, or the only one: they stay as they are, whatever they hold. */
export function textsOf(value: unknown): string[] {
  const held = opened(value);
  const members: unknown[] = Array.isArray(held) ? held : isObject(held) ? Object.values(held) : [held];
  return members.flatMap((member) => textOf(member) ?? []);
}

/** What a list holds, without what is blank; anything that is no list is its only member. JSON in texts is opened. */
export function membersOf(value: unknown, fields: readonly string[] = []): unknown[] {
  const held = opened(value);
  const members: unknown[] = Array.isArray(held)
    ? held
    : isObject(held) && isList(held, fields)
      ? entriesIn(held)
      : [held];
  return members.map(opened).filter((member) => !isBlank(member));
}

/** Whether entries are there, in a list or in one of PHP that became an object. */
export function isListOf(value: unknown, fields: readonly string[] = []): boolean {
  const held = opened(value);
  return Array.isArray(held) || (isObject(held) && isList(held, fields));
}

/** The object or list that a text holds in JSON; anything else as it is. */
export function opened(value: unknown): unknown {
  return typeof value === 'string' ? (jsonWithin(value) ?? value) : value;
}

function isList(object: JsonObject, fields: readonly string[]): boolean {
  const names = Object.keys(object);
  if (names.some(isNumber)) return true;
  const members = Object.values(object).map(opened);
  return (
    !names.some((name) => fields.includes(name)) &&
    members.some(isObject) &&
    members.every((each) => isObject(each) || each === null)
  );
}

/** A count, or the like, beside numbered entries is none of them. */
function entriesIn(list: JsonObject): unknown[] {
  return Object.entries(list).flatMap(([name, value]) => (isNumber(name) || isObject(opened(value)) ? [value] : []));
}

function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}

function unreadableList(): CarrierError {
  return new CarrierError({
    kind: 'invalid-reply',
    message: 'A list in the reply holds something that is no entry of it, so it cannot be read whole.',
  });
}

/** Text as it stands; numbers written out; anything else is no text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

/** A value with the way to it. */
export interface Leaf {
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
export const DEEPEST = 50;

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

/** A measure: carriers write 0.000 for what was not measured. */
export function positiveOf(value: unknown): number | undefined {
  const number = numberOf(value);
  return number !== undefined && number > 0 ? number : undefined;
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

/**
 * The same value with every text in it changed; the names of its fields stay.
 * @throws CarrierError `invalid-reply` when it is nested too deeply
 */
export function withTexts(value: JsonObject, change: (text: string) => string): JsonObject;
export function withTexts(value: unknown, change: (text: string) => string): unknown;
export function withTexts(value: unknown, change: (text: string) => string): unknown {
  try {
    return changed(value, change);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CarrierError({ kind: 'invalid-reply', message: 'The reply is nested too deeply to be read.' });
  }
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return changedText(value, change);
  if (Array.isArray(value)) return value.map((entry: unknown) => changed(entry, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, changed(each, change)]));
}

/** JSON in a text is changed text by text as well: digits that are replaced in a number would leave no JSON. */
function changedText(text: string, change: (text: string) => string): string {
  const plain = change(text);
  const held = plain === text ? text : opened(text);
  return held === text ? plain : JSON.stringify(changed(held, change));
}
