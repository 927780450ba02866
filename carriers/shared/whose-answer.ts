import { CarrierError } from '../http';
import { opened, textOf } from './json-value';
import { leavesOf } from './leaves';

/** Servers write numbers in upper case (`eccang.md` 3.1), so echoes are compared without case. */
export function sameNumber(echo: unknown, number: string): boolean {
  return foldedNumber(echo) === foldedNumber(number);
}

/** Equal for the same number. */
export function foldedNumber(echo: unknown): string | undefined {
  return textOf(echo)?.trim().toUpperCase();
}

/**
 * A reply to a write that repeats another number than was sent answers another request: what became of ours is unknown.
 * @param named what stands where the reply repeats the number; nothing there says nothing
 * @returns the error, or undefined where the reply may be the own one
 */
export function answerToAnother(carrier: string, sent: string, named: readonly unknown[]): CarrierError | undefined {
  const names = named.flatMap((name) => textOf(name) ?? []);
  const [other] = names;
  if (other === undefined || sent === '' || names.some((name) => sameNumber(name, sent))) return undefined;
  return new CarrierError({
    kind: 'outcome-unknown',
    message: `The answer of ${carrier} names ${other}, not ${sent}: it is the answer to another request.`,
  });
}

/** What stands under this name, wherever in an answer whose form is not documented. */
export function namedIn(answer: unknown, name: string): unknown[] {
  return leavesOf(opened(answer)).flatMap(({ path, leaf }) => (path.at(-1) === name ? [leaf] : []));
}
