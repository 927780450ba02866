import { inSlices, keepOpened, type Steps } from '../http';
import { isObject, opened, type JsonObject } from './json-value';

type Change = (text: string) => string;

interface Done {
  /** Since others had a turn: characters, and some more for each value. */
  work: number;
  /** What became of the names, of which a reply has the same again and again. */
  names: Map<string, string>;
}

/** After so much work others may have a turn: 500 short values, or a few long ones. */
const STEP = 50_000;
const WORK_OF_VALUE = 100;

/**
 * The same value with every text in it changed, and the names of its fields. In slices, as a reply may hold very many.
 */
export function withTexts(value: JsonObject, change: Change): Promise<JsonObject>;
export function withTexts(value: unknown, change: Change): Promise<unknown>;
export async function withTexts(value: unknown, change: Change): Promise<unknown> {
  const changed = await inSlices(changing(value, change, { work: 0, names: new Map() }));
  keepOpened(value, changed);
  return changed;
}

function* changing(value: unknown, change: Change, done: Done): Steps<unknown> {
  if (typeof value === 'string') return yield* reread(value, change(value), change, done);
  if (Array.isArray(value)) {
    const entries: unknown[] = [];
    for (const entry of value) {
      if (isStepOver(entry, done)) yield;
      entries.push(isPlain(entry, change) ? entry : yield* changing(entry, change, done));
    }
    return entries;
  }
  if (!isObject(value)) return value;
  const whole: JsonObject = {};
  for (const [name, each] of Object.entries(value)) {
    if (isStepOver(each, done)) yield;
    put(whole, nameOf(name, change, done), isPlain(each, change) ? each : yield* changing(each, change, done));
  }
  return whole;
}

function isStepOver(next: unknown, done: Done): boolean {
  const isOver = done.work >= STEP;
  if (isOver) done.work = 0;
  done.work += WORK_OF_VALUE + (typeof next === 'string' ? next.length : 0);
  return isOver;
}

function nameOf(name: string, change: Change, { names }: Done): string {
  const known = names.get(name) ?? change(name);
  names.set(name, known);
  return known;
}

/** Nothing in it changes, as in nearly all values of a reply. */
function isPlain(value: unknown, change: Change): boolean {
  return typeof value === 'string' ? change(value) === value : typeof value !== 'object' || value === null;
}

/** `__proto__` is a name like any other. */
function put(whole: JsonObject, name: string, value: unknown): void {
  if (name !== '__proto__') whole[name] = value;
  else Object.defineProperty(whole, name, { value, writable: true, enumerable: true, configurable: true });
}

/** JSON in a text is changed text by text as well: digits that are replaced in a number would leave no JSON. */
function* reread(text: string, plain: string, change: Change, done: Done): Steps<unknown> {
  const held = plain === text ? text : opened(text);
  return held === text ? plain : JSON.stringify(yield* changing(held, change, done));
}
