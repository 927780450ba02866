import { textOf } from '#carriers/shared/json-value';

/** Unix seconds, number or text (`mgoship.md` 4), as ISO 8601 in UTC; `undefined` for anything else. */
export function isoTimeOf(seconds: unknown): string | undefined {
  const text = textOf(seconds);
  // 0 stands for "never", and more than 11 digits are no seconds.
  if (text === undefined || !/^[1-9]\d{0,10}$/.test(text)) return undefined;
  return new Date(Number(text) * 1000).toISOString().replace('.000Z', 'Z');
}
