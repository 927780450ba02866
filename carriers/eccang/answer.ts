import { keysOf } from '#carriers/shared/entry-keys';
import { isBroken, isObject, listOf, membersOf, opened, textOf, type JsonObject } from '#carriers/shared/json-value';
import { Told } from '#carriers/shared/told';
import { unreadableObject } from '#carriers/shared/unreadable-part';
import { foldedNumber } from '#carriers/shared/whose-answer';

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
 * Gives the entries of a number that was asked: those that repeat it, and those that repeat none of the numbers and have it
 * as their key. Looks at each entry once, however many numbers there are.
 * @param fields that may repeat it
 */
export function namedAmong(
  entries: readonly JsonObject[],
  numbers: readonly string[],
  fields: readonly string[],
): (number: string) => readonly JsonObject[] {
  const byNumber = new Map(numbers.map((number): [unknown, JsonObject[]] => [foldedNumber(number), []]));
  const asked = (names: readonly unknown[]): Set<string> => {
    const found = new Set<string>();
    for (const name of names) {
      const number = foldedNumber(name);
      if (number !== undefined && byNumber.has(number)) found.add(number);
    }
    return found;
  };
  for (const entry of entries) {
    const repeated = asked(fields.map((field) => entry[field]));
    const names = repeated.size > 0 ? repeated : asked(keysOf(entry));
    for (const name of names) byNumber.get(name)?.push(entry);
  }
  return (number) => byNumber.get(foldedNumber(number)) ?? [];
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
  const named = namedAmong(entries, numbers, fields);
  const free = new Set(entries);
  return numbers.map((number) => {
    const own = named(number);
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
  const named = namedAmong(entries, numbers, [field]);
  const asked = numbers.map(foldedNumber);
  const contradicted = new Set(
    [...new Set(asked)].filter((number) => {
      const said = new Set(named(number ?? '').map((each) => JSON.stringify(each)));
      return said.size > asked.filter((each) => each === number).length;
    }),
  );
  return entriesFor(numbers, entries, field).map((entry, place) =>
    contradicted.has(asked[place]) ? undefined : entry,
  );
}

/** Whether entries may be in the order of the numbers: those that have numbers as their keys need not be. */
export function havePlaces(entries: readonly JsonObject[], numbers: readonly string[]): boolean {
  if (entries.length !== numbers.length) return false;
  const asked = new Set(numbers.map(foldedNumber));
  return !entries.some((entry) => keysOf(entry).some((key) => asked.has(foldedNumber(key))));
}

function isContainer(name: string, value: unknown): boolean {
  const held = opened(value);
  return CONTAINERS.some((each) => each === name) && (held === null || held === '' || typeof held === 'object');
}

function isFilledObject(value: unknown): value is JsonObject {
  return isObject(value) && Object.keys(value).length > 0;
}
