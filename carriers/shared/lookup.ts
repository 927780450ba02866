/** The entry of a table under a name that a carrier or a user wrote: `constructor` and the like are no entries. */
export function lookUp<Entry>(table: Readonly<Record<string, Entry>>, name: string | undefined): Entry | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** A code as tables have it, whatever blanks and letters a server wrote it in. */
export function codeOf(written: string | undefined): string | undefined {
  return written?.trim().toUpperCase();
}

/** The place of an entry in a table that is written in an order: 1 for the first, 0 for what is not in it. */
export function placeIn(table: Readonly<Record<string, unknown>>, name: string | undefined): number {
  return Object.keys(table).findIndex((each) => each === name) + 1;
}
