import { knownEventsOf, newAmong } from './known-events';
import { keyOf, wordMark, type KeyOwner, type KnownParcel } from './known-key';
import type { Parcel, ParcelStatus, TrackingEvent } from './parcel';
import { daysBetween, latestInstantOf } from './parcel-days';

/** What happened to a parcel since its known key was made. */
export interface ParcelUpdates {
  /** The known key from now on. */
  key: string;
  changed: boolean;
  changes: Change[];
  /** Newest first. */
  newEvents: TrackingEvent[];
  /** Whole days without anything new. Where the newest event has no date: since it, or else the parcel, was first seen. */
  daysSinceLastEvent?: number;
  /** Whole days from the first event to the end of the way, or else to now. Absent where no event has a date. */
  daysInTransit?: number;
  /** On its way, and nothing new for so many days. */
  stuck: boolean;
  /** Delivered, returned or cancelled. */
  finished: boolean;
  /** Nothing new for so long that it is not asked about any more. */
  retired: boolean;
}

/** In this order. */
export type Change = 'new' | 'events' | 'status' | 'stuck' | 'finished' | 'retired' | 'resynced';

/** Days; 0 is never. */
export interface Patience {
  stuckAfterDays: number;
  retireAfterDays: number;
}

/** What a parcel tells of its way. */
export type Tracked = Pick<Parcel, 'status' | 'statusRaw' | 'events'>;

/**
 * Compares a parcel with what is known of it.
 *
 * Each event that is not proven to be known is new. So every event is given at least once, and once only as long as the
 * carrier changes none that it told before and the new key comes back each time.
 * @param known undefined for a parcel that is asked about for the first time
 * @param now milliseconds since 1970
 */
export function updatesOf(
  parcel: Tracked,
  known: KnownParcel | undefined,
  owner: KeyOwner,
  patience: Patience,
  now: number,
): ParcelUpdates {
  const { status, events = [] } = parcel;
  const { newEvents, isWhole } = known ? newAmong(known.events, events) : { newEvents: [...events], isWhole: true };
  const timed = events.map((event) => ({ event, at: latestInstantOf(event, now) }));
  const waitingSince = waitingSinceOf(timed, newEvents, known, isWhole, now);
  const { lastMove, ...days } = daysOf(timed, status, waitingSince, now);
  const finished = isFinished(status);
  const isSilentFor = (limit: number): boolean => limit > 0 && !finished && daysBetween(lastMove, now) >= limit;
  const stuck = isSilentFor(patience.stuckAfterDays);
  // A run that tells of something new is not the one that stops asking.
  const retired = isSilentFor(patience.retireAfterDays) && !(known && newEvents.length > 0);
  const word = status === 'unknown' ? wordMark(parcel.statusRaw) : 0;
  const changes = named({
    new: known === undefined,
    events: newEvents.length > 0,
    status: known?.status !== status || (known?.word ?? 0) !== word,
    stuck: stuck && !known?.stuck,
    finished: finished && !known?.finished,
    retired: retired && !known?.retired,
    resynced: !isWhole,
  });
  const changed = changes.length > 0;
  // Of a parcel that did not move it is told once, also when the limit is moved meanwhile.
  const told = stuck || (newEvents.length === 0 && known?.stuck === true);
  const isSame = isWhole && newEvents.length === 0;
  const knownEvents = known && isSame ? known.events : knownEventsOf(events);
  const next = { status, word, stuck: told, finished, retired, waitingSince, events: knownEvents };
  return { key: keyOf(owner, next), changed, changes, newEvents, ...days, stuck, finished, retired };
}

/** What is known of a parcel that is not asked about any more; undefined for any other. */
export function restingOf(key: string, known: KnownParcel | undefined): (ParcelUpdates & Tracked) | undefined {
  if (!known?.finished && !known?.retired) return undefined;
  const { status, stuck, finished, retired } = known;
  return {
    ...(status === undefined ? {} : { status }),
    ...{ key, changed: false, changes: [], newEvents: [], stuck, finished, retired },
  };
}

function isFinished(status: ParcelStatus | undefined): boolean {
  return status === 'delivered' || status === 'return_to_sender' || status === 'cancelled';
}

function named(changes: Readonly<Record<Change, boolean>>): Change[] {
  const all: readonly Change[] = ['new', 'events', 'status', 'stuck', 'finished', 'retired', 'resynced'];
  return all.filter((change) => changes[change]);
}

interface Timed {
  event: TrackingEvent;
  /** The latest instant at which it may have happened; undefined where its date cannot be read. */
  at: number | undefined;
}

/**
 * Since when there is something of which nobody knows how old it is: an event without a date, wherever it stands in the list, or
 * a parcel without events. Else 0. It moves with new events alone: a list in another order is no sign of life.
 */
function waitingSinceOf(
  timed: readonly Timed[],
  newEvents: readonly TrackingEvent[],
  known: KnownParcel | undefined,
  isWhole: boolean,
  now: number,
): number {
  const isDated = timed.length > 0 && timed.every(({ at }) => at !== undefined);
  if (!known) return isDated ? 0 : now;
  if (timed.some(({ at, event }) => at === undefined && newEvents.includes(event))) return now;
  if (known.waitingSince > 0) return known.waitingSince;
  const isSame = isWhole && newEvents.length === 0;
  return isSame || timed[0]?.at !== undefined ? 0 : now;
}

type Days = Required<Pick<ParcelUpdates, 'daysSinceLastEvent'>> & Pick<ParcelUpdates, 'daysInTransit'>;

/** With the instant of the last sign of life. */
function daysOf(
  timed: readonly Timed[],
  status: ParcelStatus | undefined,
  waitingSince: number,
  now: number,
): Days & { lastMove: number } {
  const instants = timed.flatMap(({ at }) => at ?? []);
  const lastMove = Math.max(...instants, waitingSince);
  const daysSinceLastEvent = daysBetween(lastMove, now);
  if (instants.length === 0) return { lastMove, daysSinceLastEvent };
  // The way ends when its last status was first told: later events of it are about papers.
  const ended = isFinished(status) ? (timed.findLast(({ event }) => event.status === status)?.at ?? lastMove) : now;
  return { lastMove, daysSinceLastEvent, daysInTransit: daysBetween(Math.min(...instants), ended) };
}
