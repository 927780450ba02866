import { isObject } from './json-value';

/** A value with the way to it. */
export interface Leaf {
  path: (string | number)[];
  leaf: unknown;
}

/** What is neither list nor object, with the way to it. */
export function leavesOf(value: unknown, path: Leaf['path'] = []): Leaf[] {
  if (path.length > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((entry: unknown, index) => leavesOf(entry, [...path, index]));
  if (isObject(value)) return Object.entries(value).flatMap(([name, each]) => leavesOf(each, [...path, name]));
  return [{ path, leaf: value }];
}

/** No request or explanation is nested as deep; without an end a hostile reply would fill the stack. */
export const DEEPEST = 50;

/** Whether something in a value is nested deeper than that. */
export function isTooDeep(value: unknown, levels = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isTooDeep(each, levels - 1));
}

/** `declare[0].qty` */
export function pathText(path: Leaf['path']): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`));
  return parts.join('').replace(/^\./, '');
}
