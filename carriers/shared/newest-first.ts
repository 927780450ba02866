import { CarrierError } from '../http';
import { isEnd, type ParcelStatus } from './parcel';
import { aheadOf, type WrittenTime } from './written-time';

/** What tells which of two events is the newer one. */
export interface Happening {
  /** Undefined when its date cannot be read. */
  moment: WrittenTime | undefined;
  status: ParcelStatus;
  code?: string | undefined;
  /** How far along its way a parcel is at an event of this code: greater is later, 0 is not known. */
  progress: number;
}

/**
 * The events of a parcel, newest first, wherever the server stands and however the carrier sorted them:
 *
 * - times with a zone are compared by their instants, times without one as they are written. Where both come together, those
 *   without are taken to be of the zone that most of the others name;
 * - a day without a time is its beginning, or its end for an event that ends the way of the parcel;
 * - of the same time the event that is further along the way is the newer one. Only events of the same code keep the
 *   carrier's order;
 * - an event whose date cannot be read follows the one that the carrier lists as the next older.
 *
 * @param usual how the carrier sorts, for lists that do not show it
 * @throws CarrierError `invalid-reply` for more than 5,000
 */
export function newestFirst<T>(
  entries: readonly T[],
  happeningOf: (entry: T) => Happening,
  usual: Sorting = 'newest first',
): T[] {
  if (entries.length > MOST_EVENTS) throw tooManyEvents(entries.length);
  const marks = entries.map((entry) => ({ entry, ...happeningOf(entry) }));
  const aheadMs = commonOf(marks.flatMap(({ moment }) => (moment?.zone === undefined ? [] : [aheadOf(moment.zone)])));
  const timed = marks.map((mark) => ({ ...mark, at: instantOf(mark, aheadMs) }));
  const listed = sortingOf(timed, usual) === 'oldest first' ? timed.toReversed() : timed;
  return groupsOf(listed)
    .sort(([left], [right]) => compare(left, right))
    .flatMap((group) => group.toReversed())
    .map(({ entry }) => entry);
}

/** Of one parcel. To sort and shape them all would keep n8n from everything else. */
const MOST_EVENTS = 5000;

function tooManyEvents(events: number): CarrierError {
  const message = `The reply holds ${events} events of one parcel, which are too many to read (${MOST_EVENTS} at most).`;
  return new CarrierError({ kind: 'invalid-reply', message });
}

type Sorting = 'newest first' | 'oldest first';

interface Timed extends Happening {
  /** Milliseconds; undefined when the date cannot be read. */
  at: number | undefined;
}

function instantOf({ moment, status }: Happening, aheadMs: number): number | undefined {
  if (moment === undefined) return undefined;
  const { clock, zone, isDay } = moment;
  return clock - (zone === undefined ? aheadMs : aheadOf(zone)) + (isDay && isEnd(status) ? DAY_MS - 1 : 0);
}

const DAY_MS = 24 * 60 * 60_000;

/** The offset that occurs most often, of several the easternmost; 0 when there is none. */
function commonOf(offsets: readonly number[]): number {
  const often = new Map<number, number>();
  for (const offset of offsets) often.set(offset, (often.get(offset) ?? 0) + 1);
  const [[common] = [0]] = [...often].sort(([left, times], [right, others]) => others - times || right - left);
  return common;
}

/** As most neighbours in the list have it: by their times, or else by how far along the way they are. */
function sortingOf(marks: readonly Timed[], usual: Sorting): Sorting {
  const times = marks.flatMap(({ at }) => (at === undefined ? [] : [at]));
  const rises = risesIn(times) || risesIn(marks.flatMap(({ progress }) => (progress > 0 ? [progress] : [])));
  if (rises === 0) return usual;
  return rises > 0 ? 'oldest first' : 'newest first';
}

function risesIn(values: readonly number[]): number {
  return values.reduce((rises, value, index) => rises + Math.sign(value - (values[index - 1] ?? value)), 0);
}

/**
 * Events of which each begins with one that has a date, and goes on with those without that came after it; newest group
 * first, oldest event first. Those without a date that nothing is older than make a group of their own.
 */
function groupsOf<T extends Timed>(listed: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const mark of listed.toReversed()) {
    const last = groups.at(-1);
    if (last && mark.at === undefined) last.push(mark);
    else groups.push([mark]);
  }
  return groups.toReversed();
}

function compare(left: Timed | undefined, right: Timed | undefined): number {
  if (left?.at === undefined || right?.at === undefined) return left?.at === undefined ? 1 : -1;
  return right.at - left.at || right.progress - left.progress || compareTexts(right.code, left.code);
}

/** By their characters, not by a language. */
function compareTexts(left = '', right = ''): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
