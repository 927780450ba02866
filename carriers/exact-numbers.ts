import { leavesOf, pathText } from './json-value';
import { RequestError } from './request-check';

/**
 * The request unchanged, if its whole numbers are what was meant. One too large to be exact was rounded before it came
 * here: as an order number it would be another one.
 * @throws RequestError naming every such number
 */
export function withExactNumbers<T>(request: T): T {
  const problems = leavesOf(request)
    .filter(({ leaf }) => Number.isInteger(leaf) && !Number.isSafeInteger(leaf))
    .map(({ path }) => ({ path: pathText(path), problem: 'has too many digits for a number: pass it as text' }));
  if (problems.length > 0) throw new RequestError(problems);
  return request;
}
