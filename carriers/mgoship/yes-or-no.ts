import { textOf } from '#carriers/shared/json-value';

/** `Y` and `N`, or 是 and 否 (`mgoship.md` 6.7, 8.4); `undefined` for any other word. */
export function yesOrNo(said: unknown): boolean | undefined {
  return WORDS.get(textOf(said) ?? '');
}

const WORDS = new Map([
  ['Y', true],
  ['是', true],
  ['N', false],
  ['否', false],
]);
