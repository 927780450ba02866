import { keysOf } from '#carriers/shared/entry-keys';
import { isBroken, isObject, listOf, membersOf, opened, textOf, type JsonObject } from '#carriers/shared/json-value';
import { Told } from '#carriers/shared/told';
import { unreadableObject } from '#carriers/shared/unreadable-part';

/** The names under which deployments put what they answer (`eccang.md` 1.4 no. 6). */
export const CONTAINERS = ['data', 'Data', 'Result', 'result'] as const;

/** Fields of entries that hold objects or lists, so that they are not taken for entries themselves. */
export const ENTRY_FIELDS: readonly string[] = [
  'Consignee',
  'Detail',
  'Error',
  'ItemArr',
  'Shipper',
  'Volume',
  'details',
  'printInfo',
  'requiredFields',
  'trackingnumberlist',
  'volume',
];

/** Members of every reply, which are no content. */
const FRAME: readonly string[] = ['ask', 'message', 'Error', 'err_code', 'time_cost(s)', 'pagination'];

/** Content of a reply, or an entry of it, to be read field by field. */
export function toldIn(content: JsonObject): Told {
  return new Told(content, FRAME);
}

/** The entries of a list answer, in whichever container they are. */
export function entriesOf(reply: JsonObject, containers: readonly string[] = CONTAINERS): JsonObject[] {
  const held = containers.map((name) => opened(reply[name]));
  // A container beside the one with the entries may hold words.
  for (const each of [...held.filter((content) => !isWords(content)), ...held.filter(isWords)]) {
    const entries = listOf(each, ENTRY_FIELDS);
    if (entries.length > 0) return entries;
  }
  return [];
}

/** Whether there is nothing but words where the entries should be. */
export function hasWordsOnly(reply: JsonObject): boolean {
  return CONTAINERS.every((name) => isWords(opened(reply[name])));
}

function isWords(held: unknown): boolean {
  return !isBroken(held) && (held === null || typeof held !== 'object');
}

/**
 * The one object that a reply is about: in a container, or its fields directly at the top level.
 * @throws CarrierError `invalid-reply` when it is there and cannot be read
 */
export function contentOf(reply: JsonObject): JsonObject {
  const members = CONTAINERS.flatMap((name) => membersOf(reply[name], ENTRY_FIELDS)).flat();
  const first = members.find(isFilledObject);
  if (first) return first;
  if (members.some(isBroken)) throw unreadableObject();
  return Object.fromEntries(
    Object.entries(reply).filter(([name, value]) => !FRAME.includes(name) && !isContainer(name, value)),
  );
}

/** The server writes references in upper case (`eccang.md` 3.1), so echoes are compared without case. */
export function sameNumber(echo: unknown, number: string): boolean {
  return textOf(echo)?.trim().toUpperCase() === number.trim().toUpperCase();
}

/**
 * Says whether an entry is of a number that was asked: it repeats it, or repeats none of them and has it as its key.
 * @param fields that may repeat it
 */
export function namedBy(
  numbers: readonly string[],
  fields: readonly string[],
): (entry: JsonObject, number: string) => boolean {
  const repeats = (entry: JsonObject, number: string): boolean =>
    fields.some((field) => sameNumber(entry[field], number));
  return (entry, number) =>
    repeats(entry, number) || (isKeyedBy(entry, number) && !numbers.some((each) => repeats(entry, each)));
}

/**
 * The entry of each number that was asked, out of the answer to a batch: the one that names the number. A carrier may
 * also answer in another kind of number than was asked (waybills for references). Such an entry names none of them, and
 * belongs to the number at its place, if there are as many entries as numbers and no entry has one of them as its key.
 * @param fields that may repeat it
 */
export function entriesFor(
  numbers: readonly string[],
  entries: readonly JsonObject[],
  ...fields: readonly string[]
): (JsonObject | undefined)[] {
  const isNamed = namedBy(numbers, fields);
  const free = new Set(entries);
  const take = (entry: JsonObject | undefined): JsonObject | undefined => {
    if (entry) free.delete(entry);
    return entry;
  };
  const named = numbers.map((number) => {
    const matches = entries.filter((entry) => isNamed(entry, number));
    return take(matches.find((entry) => free.has(entry)) ?? matches[0]);
  });
  const placesCount = havePlaces(entries, numbers);
  return named.map((entry, place) => {
    const atPlace = entries[place];
    return entry ?? (placesCount && atPlace && free.has(atPlace) ? take(atPlace) : undefined);
  });
}

/** Whether entries may be in the order of the numbers: those that have numbers as their keys need not be. */
export function havePlaces(entries: readonly JsonObject[], numbers: readonly string[]): boolean {
  const isKeyed = entries.some((entry) => numbers.some((number) => isKeyedBy(entry, number)));
  return entries.length === numbers.length && !isKeyed;
}

export function isKeyedBy(entry: JsonObject, number: string): boolean {
  return keysOf(entry).some((key) => sameNumber(key, number));
}

function isContainer(name: string, value: unknown): boolean {
  const held = opened(value);
  return CONTAINERS.some((each) => each === name) && (held === null || held === '' || typeof held === 'object');
}

function isFilledObject(value: unknown): value is JsonObject {
  return isObject(value) && Object.keys(value).length > 0;
}
