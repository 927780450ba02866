import { JsonNames, MOST_NAMES } from './json-names';
import type { OpenedTexts } from './opened-texts';

/** More than anybody reads: a clear end instead of a full stack or memory. Continues "it is …". */
export class JsonLimit extends SyntaxError {}

/** Levels. PHP writes no more than 512. */
export const DEEPEST = 500;

/** Objects, lists and what stands in them. */
const MOST_VALUES = 2_000_000;

/** Those of them that are objects or lists: what looks at each of them must still be quick. */
const MOST_HOLDERS = 250_000;

/** What was read of one reply, with all JSON in its texts. */
export class JsonBudget {
  readonly opened: OpenedTexts = new Map();
  private values = 0;
  private holders = 0;
  readonly names = new JsonNames();

  /** @throws JsonLimit when there are too many */
  takeValues(values: number, holders: number): void {
    this.values += values;
    this.holders += holders;
    if (this.values > MOST_VALUES) throw tooMany(MOST_VALUES, 'values');
    if (this.holders > MOST_HOLDERS) throw tooMany(MOST_HOLDERS, 'objects and lists');
  }

  /** @throws JsonLimit when there are too many */
  takeName(name: string): void {
    if (this.names.note(name)) throw tooMany(MOST_NAMES, 'different names');
  }
}

function tooMany(most: number, what: string): JsonLimit {
  return new JsonLimit(`larger than ${most.toLocaleString('en')} ${what}`);
}
