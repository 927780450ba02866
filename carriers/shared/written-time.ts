import { textOf } from './json-value';

/** A date and time as someone wrote it. Nothing in it depends on the time zone of the server. */
export interface WrittenTime {
  /** What the clock showed: milliseconds since 1970, as if it had been a clock of UTC. */
  clock: number;
  /** `+08:00` or `Z`; undefined where nothing says which clock it was. */
  zone: string | undefined;
  /** The day alone is written; `clock` is its beginning. */
  isDay: boolean;
}

/**
 * The date first, `-`, `/` or `.` between its parts; then, or not, the time without or with seconds and fractions; then, or
 * not, its zone. Undefined for all else, and for what no calendar or clock shows (0000-00-00, 2024-02-30, 24:61).
 * @param zone of a text that names none
 */
export function writtenTimeOf(text: string, zone?: string): WrittenTime | undefined {
  const [, year, month, day, hours, minutes, seconds, ownZone] =
    WRITTEN.exec(narrow(text).replace(/\[[\w/+-]+\]$/, '')) ?? [];
  const midnight = midnightOf(Number(year), Number(month), Number(day));
  const isDay = hours === undefined;
  const passed = isDay ? 0 : sinceMidnightOf(Number(hours), Number(minutes), Number(seconds?.replace(',', '.') ?? 0));
  const own = zoneOf(ownZone);
  if (midnight === undefined || passed === undefined || (ownZone !== undefined && own === undefined)) return undefined;
  return { clock: midnight + passed, zone: own ?? zone, isDay };
}

const WRITTEN =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:t|\s+)(\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))?\s*(z|(?:(?:gmt|utc)\s*)?[+-]\s*\d{1,2}(?::?\d{2})?|gmt|utc)?)?$/i;

function midnightOf(year: number, month: number, day: number): number | undefined {
  const midnight = Date.UTC(year, month - 1, day);
  const shown = new Date(midnight);
  const isShown = shown.getUTCDate() === day && shown.getUTCMonth() === month - 1 && shown.getUTCFullYear() === year;
  return isShown ? midnight : undefined;
}

function sinceMidnightOf(hours: number, minutes: number, seconds: number): number | undefined {
  if (hours > 23 || minutes > 59 || seconds >= 60) return undefined;
  return hours * HOUR_MS + minutes * MINUTE_MS + Math.round(seconds * 1000);
}

/**
 * `+08:00` of `GMT+08:00`, `(GMT+8)`, `+0800`, `utc + 8`, `8` or `8.0`, `+00:00` of `GMT` and `Z`; undefined for any other
 * text.
 */
export function zoneOf(text = ''): string | undefined {
  if (USUAL_ZONE.test(text)) return text;
  const bare = narrow(text)
    .replace(/[\s()]/g, '')
    .toUpperCase();
  if (/^(GMT|UTC|Z)$/.test(bare)) return '+00:00';
  const [, sign = '+', hours = '', part = '0', minutes = String(Number(part) * 60)] =
    /^(?:GMT|UTC)?([+-])?(\d{1,2})(?:(\.\d{1,2})|:?(\d{2})(?::00)?)?$/.exec(bare) ?? [];
  const isZone = hours !== '' && Number(hours) <= 14 && Number(minutes) < 60;
  return isZone ? `${sign}${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}` : undefined;
}

/** As it is given out: there is one for each event of a parcel, and most are written so. */
const USUAL_ZONE = /^[+-](?:0\d|1[0-3]):[0-5]\d$/;

/** Signs, digits and colons of Chinese width as those of ASCII. */
function narrow(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return text
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .trim();
}

const PLAIN = /^[\x20-\x7e]*$/;

/** Milliseconds by which clocks of a zone such as `+08:00` or `Z` are ahead of UTC. */
export function aheadOf(zone: string): number {
  if (zone === 'Z') return 0;
  const ahead = Number(zone.slice(1, 3)) * HOUR_MS + Number(zone.slice(4)) * MINUTE_MS;
  return zone.startsWith('-') ? -ahead : ahead;
}

/** `2026-01-05T09:00:00+08:00`: what the clock showed, without fractions of a second, and its zone. */
export function isoOf(clock: number, zone: string): string {
  return new Date(clock).toISOString().slice(0, 19) + zone;
}

/** When something happened, in the words of the output. */
export interface EventTime {
  /** ISO 8601 with offset, or null when the carrier did not say in which zone, or named no time. */
  time: string | null;
  /** The carrier's own text. */
  timeRaw?: string;
}

/** @param zone of a time that names none, as the carrier wrote it */
export function eventTimeOf(value: unknown, zone?: unknown): EventTime {
  const timeRaw = textOf(value);
  const { clock = 0, zone: known } = momentOf(value, zone) ?? {};
  return { time: known === undefined ? null : isoOf(clock, known), ...(timeRaw === undefined ? {} : { timeRaw }) };
}

/**
 * When a carrier says that something happened: a written time, or seconds or milliseconds since 1970 (10 and 13 digits,
 * as number or text). Dates that stand for "never" (0, 1970, 9999) are none.
 * @param zone as the carrier wrote it; one that cannot be read is not known
 */
export function momentOf(value: unknown, zone?: unknown): WrittenTime | undefined {
  const text = textOf(value)?.trim() ?? '';
  const named = zoneOf(textOf(zone));
  const moment = sinceEpoch(text, named ?? 'Z') ?? writtenTimeOf(text, named);
  return moment && moment.clock >= FIRST && moment.clock < NEVER ? moment : undefined;
}

function sinceEpoch(text: string, zone: string): WrittenTime | undefined {
  const [, whole, fraction = ''] = /^(\d{10}|\d{13})(\.\d+)?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const instant = whole.length === 13 ? Number(whole) : Math.round(Number(whole + fraction) * 1000);
  return { clock: instant + aheadOf(zone), zone, isDay: false };
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FIRST = Date.UTC(1971, 0);
const NEVER = Date.UTC(9999, 0);
