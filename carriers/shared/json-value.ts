import { jsonWithin } from '../http';
import { isBlank } from './blank';
import { rememberKeys } from './entry-keys';
import { saysNothing, unreadableList, unreadableObject, wordsForList } from './unreadable-part';

/**
 * Readers for JSON of which the type is not known: carriers send numbers as text, objects for lists, JSON inside a text,
 * and null for "". What a carrier sends is read through them alone.
 */
export type JsonObject = { [key: string]: unknown };

/** A value as a carrier wrote it, which is not always of the kind that its manual says. */
export type Written = string | number | boolean | null | object;

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

/** An object as it is, and an empty one for anything else: for requests, and for what a reader here gave. */
export function objectAsIs(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/**
 * The object that stands there, in a text or as the only one of a list too; empty when there is none.
 * @throws CarrierError `invalid-reply` when there are several, or a text begins as JSON and cannot be read
 */
export function objectOf(value: unknown): JsonObject {
  const held = opened(value);
  const isNumbered = isObject(held) && Object.keys(held).length > 0 && Object.keys(held).every(isNumber);
  const [only, ...others] = Array.isArray(held) || isNumbered ? membersOf(held) : [held];
  if (isObject(only) && others.length === 0) return only;
  if (others.length > 0 || (Array.isArray(only) && only.length > 0) || isBroken(only)) throw unreadableObject();
  return {};
}

/**
 * The entries of a list: of one object where the carrier declares "Object/Array" (`eccang.md` 1.4 no. 10), of a list of
 * PHP that became an object because its numbers have gaps, or names stand in their place, and of lists in a list. Words
 * that say that there is nothing are an empty list.
 * @param fields of an entry that hold objects or lists: by them an entry is told from a list of entries by name
 * @throws CarrierError `invalid-reply` when something in the list is no entry, or other words stand in its place: nothing
 * must be lost in silence
 */
export function listOf(value: unknown, fields: readonly string[] = []): JsonObject[] {
  const held = opened(value);
  if (isBroken(held)) throw unreadableList();
  if (typeof held === 'string' && !saysNothing(held)) throw wordsForList(held);
  const entries: JsonObject[] = [];
  // One by one, so that a long list of something else ends at its first member.
  eachMember(held, fields, (member) => {
    if (isObject(member)) {
      if (member !== held || Object.keys(member).length > 0) entries.push(member);
    } else if (member !== held && Array.isArray(member) && member.length === 0) {
      // An object without fields is an empty list in PHP.
      if (Array.isArray(held)) entries.push({});
    } else if (member !== held) {
      const inner = Array.isArray(member) ? membersOf(member) : [];
      if (inner.length === 0 || !inner.every(isObject)) throw unreadableList();
      for (const each of inner) entries.push(each);
    }
  });
  return entries;
}

/**
 * The texts of a list, or the only one: those in a list stay as they are, whatever they hold.
 * @throws CarrierError `invalid-reply` when the list breaks off, or holds what is no text
 */
export function textsOf(value: unknown): string[] {
  const held = opened(value);
  if (isBroken(held)) throw unreadableList();
  const members: unknown[] = Array.isArray(held) ? held : isObject(held) ? Object.values(held) : [held];
  return members.flatMap((member) => {
    if (typeof member === 'object' && member !== null) throw unreadableList();
    return textOf(member) ?? [];
  });
}

/**
 * What a list holds, without what is blank; anything that is no list is its only member. JSON in texts is opened, and so
 * are lists of PHP within it, and the list that stands alone under a name.
 */
export function membersOf(value: unknown, fields: readonly string[] = []): unknown[] {
  const members: unknown[] = [];
  eachMember(opened(value), fields, (member) => members.push(member));
  return members;
}

function eachMember(held: unknown, fields: readonly string[], take: (member: unknown) => void): void {
  if (typeof held !== 'object' || held === null) {
    if (!isBlank(held)) take(held);
  } else if (!Array.isArray(held) && !isList(held, fields)) take(held);
  else {
    const list: readonly unknown[] | undefined = Array.isArray(held) ? held : undefined;
    const keyed = list ? [] : entriesIn(held);
    const isFrame = keyed.length === 1 && !Object.keys(held).some(isNumber);
    for (const [at, part] of (list ?? keyed.map(([, each]) => each)).entries()) {
      const member = opened(part);
      rememberKeys(held, keyed[at]?.[0], member);
      const isInner = isObject(member) && (isNumbered(member) || (isFrame && isList(member, fields)));
      if (isInner) eachMember(member, fields, take);
      else if (!isBlank(member)) take(member);
    }
  }
}

/** A list of PHP that became an object: numbers alone, but for counts, and entries under them. */
function isNumbered(object: JsonObject): boolean {
  let isFilled = false;
  // No more names are looked at than it takes: nearly all objects of a reply are none.
  for (const name in object) {
    if (COUNT.test(name)) continue;
    if (!isNumber(name) || !holdsEntries(opened(object[name]))) return false;
    isFilled = true;
  }
  return isFilled;
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

/** By numbers, or by names: then nothing but entries, lists of them, and counts may stand in it. */
function isList(object: object, fields: readonly string[]): boolean {
  const names = Object.keys(object);
  if (names.some(isNumber)) return true;
  const members = Object.entries(object).flatMap(([name, each]) => (COUNT.test(name) ? [] : [opened(each)]));
  if (names.some((name) => fields.includes(name))) return false;
  return (
    isEmptyList(members, names) ||
    (members.some((each) => holdsEntries(each) && Object.keys(each).length > 0) &&
      members.every((each) => each === null || holdsEntries(each)))
  );
}

/** No entries, and beside them how many there are: nobody counts the fields of one entry. */
function isEmptyList([only, ...others]: readonly unknown[], names: readonly string[]): boolean {
  return others.length === 0 && Array.isArray(only) && only.length === 0 && names.length > 1;
}

/** Without the counts beside the entries. */
function entriesIn(list: object): [string, unknown][] {
  return Object.entries(list).filter(([name, value]) => isNumber(name) || holdsEntries(opened(value)));
}

function holdsEntries(value: unknown): value is object {
  return isObject(value) || (Array.isArray(value) && value.every((each) => isObject(opened(each))));
}

const COUNT = /^(total|count|pages?|limit|size|(total|page|per|current|last)_?\w+|\w+_?count)$/i;

function isNumber(name: string): boolean {
  const first = name.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 && /^\d+$/.test(name);
}

/** A text that begins as JSON does, though nobody could open it. */
export function isBroken(held: unknown): boolean {
  return typeof held === 'string' && /^\s{0,999}(?:"\s{0,999})?[{[]/.test(held);
}

/** Text as it stands; numbers written out; anything else is no text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
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
