import { isSafeNumber, parse } from 'lossless-json';

/**
 * JSON without losing digits: a number that JavaScript would change (order numbers of 17 digits and more, 1e400) becomes
 * a string with the exact digits, every other one a number. Of keys that occur twice the last counts, as in JSON.parse.
 * Throws SyntaxError, whose message holds no more than one character of the text. `__proto__` keys are harmless: they
 * become properties of that name.
 */
export function parseJson(text: string): unknown {
  try {
    return parse(text, null, { parseNumber: exactNumber, onDuplicateKey: ({ newValue }) => newValue });
  } catch (error) {
    if (error instanceof RangeError) throw new SyntaxError('JSON is nested too deeply');
    throw error;
  }
}

function exactNumber(digits: string): number | string {
  return isSafeNumber(digits) ? Number(digits) : digits;
}
