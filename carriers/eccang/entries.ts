import { textOf, type JsonObject } from '../json-value';

/** The server writes references in upper case (`eccang.md` 3.1), so echoes are compared without case. */
export function sameNumber(echo: unknown, number: string): boolean {
  return textOf(echo)?.trim().toUpperCase() === number.trim().toUpperCase();
}

/**
 * Hands the entries of a batch answer back to the numbers that were asked: by the number that the entry repeats. Where
 * the entry at the same place names none of the numbers asked and the lists are equally long, it is the place that
 * counts: the carrier answers in one kind of number what was asked in another.
 */
export function entriesFor(
  numbers: readonly string[],
  entries: readonly JsonObject[],
  field: string,
): (JsonObject | undefined)[] {
  const free = new Set(entries);
  const take = (entry: JsonObject | undefined): JsonObject | undefined => {
    if (entry) free.delete(entry);
    return entry;
  };
  const named = numbers.map((number) => {
    const matches = entries.filter((entry) => sameNumber(entry[field], number));
    return take(matches.find((entry) => free.has(entry)) ?? matches[0]);
  });
  const placesCount = entries.length === numbers.length;
  return named.map((entry, place) => {
    const atPlace = entries[place];
    return entry ?? (placesCount && atPlace && free.has(atPlace) ? take(atPlace) : undefined);
  });
}
