import { isObject } from '#carriers/shared/json-value';
import { aheadOf, isoOf, writtenTimeOf, type WrittenTime } from '#carriers/shared/written-time';

/**
 * A point in time in milliseconds since 1970: ISO 8601, or Unix seconds of 9 to 11 digits. NaN for any other text.
 * @param timeZone of a time without an offset, e.g. Asia/Shanghai
 */
export function millisecondsOf(text: string, timeZone: string): number {
  if (/^\d{9,11}$/.test(text)) return Number(text) * 1000;
  const written = /^\d{4}-\d{2}-\d{2}/.test(text) ? writtenTimeOf(text) : undefined;
  return written === undefined ? NaN : instantOf(written, timeZone);
}

/** A date and time without an offset, with that of a time zone: `2026-01-05T14:00:00+08:00`. Any other text as it is. */
export function withOffset(text: string, timeZone: string): string {
  const written = writtenTimeOf(text);
  const isLocal = written !== undefined && written.zone === undefined && !written.isDay;
  return isLocal ? isoIn(instantOf(written, timeZone), timeZone) : text;
}

/**
 * Dates of JavaScript and of n8n's expressions as ISO 8601; anything else as it is.
 * @param timeZone in which a date of JavaScript is written; dates of n8n have one of their own
 */
export function writtenDate(value: unknown, timeZone = 'UTC'): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const written: unknown = JSON.parse(JSON.stringify(value));
  if (typeof written === 'string' && Object.prototype.toString.call(value) === '[object Date]') {
    return timeZone === 'UTC' ? written : isoIn(Date.parse(written), timeZone);
  }
  // What an evaluator of n8n makes of its date on the way here, where nothing turns it back into one.
  return isObject(written) && written['__n8nType'] === 'DateTime' ? written['__isoString'] : written;
}

/**
 * Where the clocks of the time zone show a time twice, it is the first; where they skip it, it is as much later as they were
 * put forward.
 */
function instantOf({ clock, zone }: WrittenTime, timeZone: string): number {
  if (zone !== undefined) return clock - aheadOf(zone);
  const [dayBefore, dayAfter] = [clock - DAY_MS, clock + DAY_MS].map((near) => clock - aheadAt(near, timeZone));
  const shows = (instant = NaN): boolean => instant + aheadAt(instant, timeZone) === clock;
  return (shows(dayAfter) && !shows(dayBefore) ? dayAfter : dayBefore) ?? NaN;
}

/** The second of an instant, as a clock of the time zone shows it: `2026-01-05T14:00:00+08:00`. */
export function isoIn(instant: number, timeZone: string): string {
  const ahead = aheadAt(instant, timeZone);
  const [, hours = '', minutes = ''] = new Date(Math.abs(ahead)).toISOString().match(/T(\d{2}):(\d{2})/) ?? [];
  return isoOf(instant + ahead, `${ahead < 0 ? '-' : '+'}${hours}:${minutes}`);
}

/** Milliseconds by which the clocks of a time zone are ahead of UTC. */
function aheadAt(instant: number, timeZone: string): number {
  const whole = Math.floor(instant / 1000) * 1000;
  const clock = new Date(whole).toLocaleString('sv-SE', { timeZone });
  return Date.parse(`${clock.replace(' ', 'T')}Z`) - whole;
}

const DAY_MS = 24 * 60 * 60_000;
