import { isSafeNumber, parse } from 'lossless-json';

/**
 * JSON without losing digits: a number that JavaScript would change (order numbers of 17 digits and more, 1e400) becomes
 * a string with the exact digits, every other one a number. Of keys that occur twice the last counts, as in JSON.parse.
 * Throws SyntaxError, whose message holds no more than one character of the text. `__proto__` keys are harmless: they
 * become properties of that name.
 */
export function parseJson(text: string): unknown {
  if (!RISKY_NUMBER.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // Its message would quote the text: the exact parser says what is wrong without that.
    }
  }
  return parseExactly(text);
}

/**
 * Numbers of 16 characters and more, or with an exponent, may not survive. All others do, and the engine's own parser is
 * about ten times as fast, which matters for labels of many megabytes. A match inside a text only costs time.
 */
const RISKY_NUMBER = /(?:^|[:,[\s])-?(?:[\d.]{16}|\d[\d.]*[eE])/;

function parseExactly(text: string): unknown {
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
