/**
 * A point in time in milliseconds since 1970: ISO 8601, or Unix seconds of 9 to 11 digits. NaN for any other text.
 * @param timeZone of a time without an offset, e.g. Asia/Shanghai
 */
export function millisecondsOf(text: string, timeZone: string): number {
  if (/^\d{9,11}$/.test(text)) return Number(text) * 1000;
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return NaN;
  const zoned = /([Zz]|[+-]\d{2}:?\d{2})$/.test(text.slice(10));
  if (zoned) return Date.parse(text);
  const asUtc = Date.parse(`${text.slice(0, 10)}T${text.slice(11) || '00:00:00'}Z`);
  return asUtc - offsetAt(asUtc, timeZone);
}

/** Milliseconds by which the clocks of a time zone are ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  if (!Number.isFinite(instant)) return 0;
  const whole = Math.floor(instant / 1000) * 1000;
  const clock = new Date(whole).toLocaleString('sv-SE', { timeZone });
  return Date.parse(`${clock.replace(' ', 'T')}Z`) - whole;
}
