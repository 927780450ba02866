import { parseJson } from '../http';
import { isObject, textOf } from './json-value';

/** The texts of an answer where one or a list of them is documented: also in a list of PHP with gaps, or in JSON inside a text. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value) || isObject(value)) return Object.values(value).flatMap(textsOf);
  const text = typeof value === 'string' ? textOf(value) : undefined;
  if (text === undefined) return [];
  const list = /^\s*\[/.test(text) ? jsonIn(text) : undefined;
  return list === undefined ? [text] : textsOf(list);
}

/** The object or list that a text is in JSON; undefined for any other text. */
export function jsonIn(text: string): object | undefined {
  try {
    const value = parseJson(text.trim());
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
