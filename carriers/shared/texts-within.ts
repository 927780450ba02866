import { atOnce, inSlices, type Steps } from '../http';
import { isObject, opened, type JsonObject } from './json-value';

type Change = (text: string) => string;

/** After so many values others may have a turn. */
const STEP = 500;

/**
 * The same value with every text in it changed, and the names of its fields. In slices, as a reply may hold very many.
 */
export function withTexts(value: JsonObject, change: Change): Promise<JsonObject>;
export function withTexts(value: unknown, change: Change): Promise<unknown>;
export async function withTexts(value: unknown, change: Change): Promise<unknown> {
  return inSlices(changing(value, change, { values: 0 }));
}

function* changing(value: unknown, change: Change, done: { values: number }): Steps<unknown> {
  done.values += 1;
  if (done.values % STEP === 0) yield;
  if (Array.isArray(value)) {
    const entries: unknown[] = [];
    for (const entry of value)
      entries.push(isHolder(entry) ? yield* changing(entry, change, done) : changed(entry, change));
    return entries;
  }
  if (!isObject(value)) return changed(value, change);
  const entries: [string, unknown][] = [];
  for (const [name, each] of Object.entries(value)) {
    entries.push([change(name), isHolder(each) ? yield* changing(each, change, done) : changed(each, change)]);
  }
  return Object.fromEntries(entries);
}

function isHolder(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** JSON in a text is changed text by text as well: digits that are replaced in a number would leave no JSON. */
function changed(value: unknown, change: Change): unknown {
  if (typeof value !== 'string') return value;
  const plain = change(value);
  const held = plain === value ? value : opened(value);
  return held === value ? plain : JSON.stringify(atOnce(changing(held, change, { values: 0 })));
}
