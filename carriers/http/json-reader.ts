import { JsonBudget, JsonLimit } from './json-budget';
import { JsonScan } from './json-scan';
import type { Steps } from './slices';

interface JsonOptions {
  /** Where it begins; 0 unless given. */
  start?: number;
  /** Something else may stand behind it. */
  open?: boolean;
  /** Control characters and byte order marks are no mistakes: in texts those of blanks and lines stay, the others go. */
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

/**
 * Reads JSON in one pass without recursion. Numbers that JavaScript would change become texts with the same digits. Of
 * keys that occur twice the last counts; `__proto__` is one like any other.
 * @throws SyntaxError that holds nothing of the text; JsonLimit for what is too deep or too much
 */
export function* readingJson(
  text: string,
  { start = 0, open = false, lenient = false, budget = new JsonBudget(), textOfJson }: JsonOptions = {},
): Steps<JsonRead> {
  const scan = new JsonScan(text, start, { lenient, budget, textOfJson });
  try {
    while (!scan.step()) yield;
    if (!open && !scan.isAtEnd()) throw new SyntaxError();
  } catch (error) {
    if (error instanceof JsonLimit || !(error instanceof SyntaxError)) throw error;
    // The words of JSON.parse repeat the text.
    throw new SyntaxError(`The JSON is wrong near character ${scan.at + 1}`);
  }
  return { value: scan.value, end: scan.at };
}
