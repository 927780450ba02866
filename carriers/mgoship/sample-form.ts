import { withoutNoise } from '../exact-numbers';
import { isObject } from '../json-value';

/**
 * Params as all samples write them (`mgoship.md` 2): every scalar a string, nothing null, and the keys in ascending order
 * at every level.
 */
export function inSampleForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSampleForm);
  if (isObject(value)) return sortedKeys(mapValues(value, inSampleForm));
  if (typeof value === 'number') return String(withoutNoise(value));
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '';
}

/** The same JSON with its keys in ascending order (by UTF-16 code units) at every level. */
export function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [key, sortedKeys(each)]);
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function mapValues(object: Record<string, unknown>, map: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}
