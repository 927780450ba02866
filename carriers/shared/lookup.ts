/** The entry of a table under a name that a carrier or a user wrote: `constructor` and the like are no entries. */
export function lookUp<Entry>(table: Readonly<Record<string, Entry>>, name: string | undefined): Entry | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
