/** The keys of entries, outside them: what a carrier sent stays as it is. */
const KEYS = new WeakMap<object, readonly string[]>();

/**
 * The keys under which an entry stood where an object came in the place of a list: they may be the numbers asked for.
 * The outer key first where the lists were nested; none for the entry of a true list.
 */
export function keysOf(entry: object): readonly string[] {
  return KEYS.get(entry) ?? [];
}

/** Remembers where in a list its members stood. */
export function rememberKeys(list: object, key: string | undefined, member: unknown): void {
  const outer = keysOf(list);
  if (key === undefined && outer.length === 0) return;
  if (typeof member === 'object' && member !== null) KEYS.set(member, key === undefined ? outer : [...outer, key]);
}
