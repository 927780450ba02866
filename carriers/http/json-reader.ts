import { JsonSource } from './json-source';
import type { Steps } from './slices';

/** More than anybody reads: a clear end instead of a full stack or memory. Continues "it is …". */
export class JsonLimit extends SyntaxError {}

/** Levels. PHP writes no more than 512. */
const DEEPEST = 500;

/** Objects, lists and what stands in them. */
const MOST_VALUES = 1_500_000;

/** In one object. Numbers do not count: an object with them is a list of PHP. */
const MOST_NAMES = 100_000;

/** After so many values or characters others may have a turn. */
const STEP = { values: 500, characters: 50_000 };

interface JsonOptions {
  /** Where it begins; 0 unless given. */
  start?: number;
  /** Something else may stand behind it. */
  open?: boolean;
  /** As `JsonSource` takes it. */
  lenient?: boolean;
}

export interface JsonRead {
  value: unknown;
  /** Behind its last character. */
  end: number;
}

/** A list or object that has begun. */
interface Begun {
  whole: unknown[] | Record<string, unknown>;
  /** Of the member that comes next. */
  key: string;
  members: number;
}

/**
 * Reads JSON in one pass without recursion. Numbers that JavaScript would change become texts with the same digits. Of
 * keys that occur twice the last counts; `__proto__` is one like any other.
 * @throws SyntaxError that holds nothing of the text; JsonLimit for what is too deep or too much
 */
export function* readingJson(
  text: string,
  { start = 0, open = false, lenient = false }: JsonOptions = {},
): Steps<JsonRead> {
  const source = new JsonSource(text, start, lenient);
  const begun: Begun[] = [];
  let pause = STEP.characters;
  for (let values = 1; ; values += 1) {
    if (values > MOST_VALUES) throw new JsonLimit(`larger than ${MOST_VALUES.toLocaleString('en')} values`);
    if (values % STEP.values === 0 || source.at > pause) {
      pause = source.at + STEP.characters;
      yield;
    }
    const next = source.takes('{') ? {} : source.takes('[') ? [] : undefined;
    if (next && !source.takes(closing(next))) {
      if (begun.length === DEEPEST) throw new JsonLimit(`nested more than ${DEEPEST} levels deep`);
      begun.push({ whole: next, key: Array.isArray(next) ? '' : source.key(), members: 0 });
      continue;
    }
    const value = handOn(next ?? source.scalar(), begun, source);
    if (begun.length > 0) continue;
    if (!open && !source.isAtEnd()) throw source.mistake();
    return { value, end: source.at };
  }
}

/** Gives a value to what it stands in, and that to what it stands in, as long as they end with it. */
function handOn(value: unknown, begun: Begun[], source: JsonSource): unknown {
  let ended = value;
  for (let inner = begun.at(-1); inner; inner = begun.at(-1)) {
    put(ended, inner);
    if (source.takes(',')) {
      if (!Array.isArray(inner.whole)) inner.key = source.key();
      return undefined;
    }
    if (!source.takes(closing(inner.whole))) throw source.mistake();
    begun.pop();
    ended = inner.whole;
  }
  return ended;
}

function put(value: unknown, inner: Begun): void {
  const { whole, key } = inner;
  inner.members += 1;
  if (inner.members > MOST_NAMES && !Array.isArray(whole) && !/^\d+$/.test(key)) {
    throw new JsonLimit(`larger than ${MOST_NAMES.toLocaleString('en')} names in one object`);
  }
  if (Array.isArray(whole)) whole.push(value);
  else if (key !== '__proto__') whole[key] = value;
  else Object.defineProperty(whole, key, { value, writable: true, enumerable: true, configurable: true });
}

function closing(whole: Begun['whole']): string {
  return Array.isArray(whole) ? ']' : '}';
}
