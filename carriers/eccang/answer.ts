import { keysOf } from '#carriers/shared/entry-keys';
import { isBroken, isObject, listOf, membersOf, opened, textOf, type JsonObject } from '#carriers/shared/json-value';
import { Told } from '#carriers/shared/told';
import { unreadableObject } from '#carriers/shared/unreadable-part';
import { sameNumber } from '#carriers/shared/whose-answer';

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
 * The entry of each number that was asked, out of the answer to a batch: the one that names the number. What names a
 * number is of that number only, so an entry too many is nobody's. Places count where no entry names any number.
 * @param fields that may repeat it
 */
export function entriesFor(
  numbers: readonly string[],
  entries: readonly JsonObject[],
  ...fields: readonly string[]
): (JsonObject | undefined)[] {
  const isNumbered = entries.some((entry) => fields.some((field) => textOf(entry[field]) !== undefined));
  if (!isNumbered && havePlaces(entries, numbers)) return [...entries];
  const isNamed = namedBy(numbers, fields);
  const free = new Set(entries);
  return numbers.map((number) => {
    const own = entries.filter((entry) => isNamed(entry, number));
    const entry = own.find((each) => free.has(each)) ?? own[0];
    if (entry) free.delete(entry);
    return entry;
  });
}

/** The same for a write. Of a number whose entries contradict each other nobody knows the outcome, so it has none. */
export function outcomesFor(
  numbers: readonly string[],
  entries: readonly JsonObject[],
  field: string,
): (JsonObject | undefined)[] {
  const isNamed = namedBy(numbers, [field]);
  return entriesFor(numbers, entries, field).map((entry, place) => {
    const number = numbers[place] ?? '';
    const said = new Set(entries.filter((each) => isNamed(each, number)).map((each) => JSON.stringify(each)));
    const asked = numbers.filter((each) => sameNumber(each, number));
    return said.size > asked.length ? undefined : entry;
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
