import type { TrackingEvent } from './parcel';
import { aheadOf, momentOf } from './written-time';

export const DAY_MS = 24 * 60 * 60_000;

/**
 * The latest instant at which an event may have happened, in milliseconds since 1970: so that no parcel is called late too
 * early. A time of which nobody named the zone is read as that of the westernmost one (UTC-12), a day without a time as its
 * end, a time in the future as now. Undefined where the date cannot be read.
 */
export function latestInstantOf({ time, timeRaw }: TrackingEvent, now: number): number | undefined {
  if (time !== null && TO_THE_SECOND.test(timeRaw ?? '')) return Math.min(Date.parse(time), now);
  const moment = momentOf(timeRaw, time?.slice(SECONDS));
  if (moment === undefined) return undefined;
  const { clock, zone = WESTERNMOST, isDay } = moment;
  return Math.min(clock - aheadOf(zone) + (isDay ? DAY_MS - 1 : 0), now);
}

/** `2026-01-05T09:00:00`; the zone follows. */
const SECONDS = 19;

/** A clock without fractions: then the time in the output says all that the carrier said, and is quickly read. */
const TO_THE_SECOND = /^[^.,:]*:[^.,]*$/;

const WESTERNMOST = '-12:00';

/** Whole days between two instants. */
export function daysBetween(earlier: number, later: number): number {
  return Math.max(Math.floor((later - earlier) / DAY_MS), 0);
}
