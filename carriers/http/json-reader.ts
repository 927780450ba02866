import { JsonSource } from './json-source';
import type { OpenedTexts } from './opened-texts';
import type { Steps } from './slices';

/** More than anybody reads: a clear end instead of a full stack or memory. Continues "it is …". */
export class JsonLimit extends SyntaxError {}

/** Levels. PHP writes no more than 512. */
const DEEPEST = 500;

/** Objects, lists and what stands in them. */
const MOST_VALUES = 2_000_000;

/** Those of them that are objects or lists: what looks at each of them must still be quick. */
const MOST_HOLDERS = 250_000;

/** Different ones. Numbers do not count: an object with them is a list of PHP. */
const MOST_NAMES = 20_000;

/** What was read of one reply, with all JSON in its texts. */
export class JsonBudget {
  readonly opened: OpenedTexts = new Map();
  private values = 0;
  private holders = 0;
  private readonly names = new Set<string>();

  /** @throws JsonLimit when there are too many */
  takeValue(isHolder: boolean): number {
    this.values += 1;
    if (isHolder) this.holders += 1;
    if (this.values > MOST_VALUES) throw tooMany(MOST_VALUES, 'values');
    if (this.holders > MOST_HOLDERS) throw tooMany(MOST_HOLDERS, 'objects and lists');
    return this.values;
  }

  /** @throws JsonLimit when there are too many */
  takeName(name: string): void {
    const first = name.charCodeAt(0);
    if (first >= 0x30 && first <= 0x39 && /^\d+$/.test(name)) return;
    this.names.add(name);
    if (this.names.size > MOST_NAMES) throw tooMany(MOST_NAMES, 'different names');
  }
}

function tooMany(most: number, what: string): JsonLimit {
  return new JsonLimit(`larger than ${most.toLocaleString('en')} ${what}`);
}

/** After so many values or characters others may have a turn. */
const STEP = { values: 500, characters: 50_000 };

/** Characters: shorter texts are read again by whoever opens them. */
export const LONG_TEXT = 50;

export const BEGINS_AS_JSON = /^\s{0,999}["{[]/;

interface JsonOptions {
  /** Where it begins; 0 unless given. */
  start?: number;
  /** Something else may stand behind it. */
  open?: boolean;
  /** As `JsonSource` takes it. */
  lenient?: boolean;
  budget?: JsonBudget;
  /** Is told of texts that may hold JSON. */
  textOfJson?: (text: string) => void;
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
}

/**
 * Reads JSON in one pass without recursion. Numbers that JavaScript would change become texts with the same digits. Of
 * keys that occur twice the last counts; `__proto__` is one like any other.
 * @throws SyntaxError that holds nothing of the text; JsonLimit for what is too deep or too much
 */
export function* readingJson(
  text: string,
  { start = 0, open = false, lenient = false, budget = new JsonBudget(), textOfJson }: JsonOptions = {},
): Steps<JsonRead> {
  const source = new JsonSource(text, start, lenient);
  const begun: Begun[] = [];
  let pause = STEP.characters;
  const key = (): string => {
    const name = source.key();
    budget.takeName(name);
    return name;
  };
  for (;;) {
    const next = source.takes('{') ? {} : source.takes('[') ? [] : undefined;
    if (budget.takeValue(next !== undefined) % STEP.values === 0 || source.at > pause) {
      pause = source.at + STEP.characters;
      yield;
    }
    if (next && !source.takes(closing(next))) {
      if (begun.length === DEEPEST) throw new JsonLimit(`nested more than ${DEEPEST} levels deep`);
      begun.push({ whole: next, key: Array.isArray(next) ? '' : key() });
      continue;
    }
    const scalar = next ?? source.scalar();
    if (typeof scalar === 'string' && scalar.length > LONG_TEXT && BEGINS_AS_JSON.test(scalar)) textOfJson?.(scalar);
    const value = handOn(scalar, begun, source, key);
    if (begun.length > 0) continue;
    if (!open && !source.isAtEnd()) throw source.mistake();
    return { value, end: source.at };
  }
}

/** Gives a value to what it stands in, and that to what it stands in, as long as they end with it. */
function handOn(value: unknown, begun: Begun[], source: JsonSource, key: () => string): unknown {
  let ended = value;
  for (let inner = begun.at(-1); inner; inner = begun.at(-1)) {
    put(ended, inner);
    if (source.takes(',')) {
      if (!Array.isArray(inner.whole)) inner.key = key();
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
  if (Array.isArray(whole)) whole.push(value);
  else if (key !== '__proto__') whole[key] = value;
  else Object.defineProperty(whole, key, { value, writable: true, enumerable: true, configurable: true });
}

function closing(whole: Begun['whole']): string {
  return Array.isArray(whole) ? ']' : '}';
}
