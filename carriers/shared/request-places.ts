import { isBlank } from './blank';
import { isObject, objectAsIs, type JsonObject } from './json-value';
import { lookUp } from './lookup';
import type { Part, Rows } from './rows';

/** What stands at a path such as `recipient.name`. */
export function valueAt(object: JsonObject, path: string): unknown {
  // Nearly all paths are one name.
  if (!path.includes('.')) return object[path];
  return path.split('.').reduce<unknown>((value, name) => objectAsIs(value)[name], object);
}

/**
 * Puts a value at a path, and makes the objects on the way to it.
 * @returns whether the value stands there: another that was there before stays
 */
export function put(object: JsonObject, path: string, value: unknown): boolean {
  const at = path.lastIndexOf('.');
  const holder = at < 0 ? object : path.slice(0, at).split('.').reduce(objectIn, object);
  const last = path.slice(at + 1);
  if (isBlank(holder[last])) holder[last] = value;
  return holder[last] === value || String(holder[last]) === String(value);
}

/** The object under a name, made where there is none. */
function objectIn(holder: JsonObject, name: string): JsonObject {
  const there = holder[name];
  if (isObject(there)) return there;
  const made: JsonObject = {};
  holder[name] = made;
  return made;
}

/** The row, group or list of a table at a path without indexes. */
export function partAt(rows: Rows, path: string): Part | undefined {
  const [first = '', ...rest] = path.split('.');
  const part = lookUp(rows, first);
  if (rest.length === 0 || part === undefined) return part;
  return 'rows' in part ? partAt(part.rows, rest.join('.')) : undefined;
}

/** The rows of a group or list at a path; those of the table itself at none. */
export function rowsAt(rows: Rows, path: string): Rows {
  if (path === '') return rows;
  const part = partAt(rows, path);
  return part && 'rows' in part ? part.rows : {};
}
