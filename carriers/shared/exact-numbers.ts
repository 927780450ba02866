import type { JsonObject } from './json-value';
import { leavesOf, pathText } from './leaves';
import { RequestError } from './request-check';

/** A whole number too large to be exact was rounded before it came here: as an order number it would be another one. */
export function isExact(value: unknown): boolean {
  return !Number.isInteger(value) || Number.isSafeInteger(value);
}

export const ROUNDED = 'has too many digits for a number: pass it as text';

/**
 * The request unchanged, if its whole numbers are what was meant.
 * @throws RequestError naming every such number
 */
export function withExactNumbers<T>(request: T): T {
  const problems = leavesOf(request)
    .filter(({ leaf }) => !isExact(leaf))
    .map(({ path }) => ({ path: pathText(path), problem: ROUNDED }));
  if (problems.length > 0) throw new RequestError(problems);
  return request;
}

/** More than any carrier takes, and fewer than those in which a sum is not exact. */
export const DECIMALS = 9;

/**
 * Sums such as 0.1 + 0.2 end in noise (0.30000000000000004). A whole number too long for JavaScript stays as it is: the
 * check before sending refuses it.
 */
export function withoutNoise(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toFixed(DECIMALS));
}

/** The same object with its own numbers, not those of objects in it, without noise. */
export function withCleanNumbers(group: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(group).map(([name, value]) => [name, typeof value === 'number' ? withoutNoise(value) : value]),
  );
}
