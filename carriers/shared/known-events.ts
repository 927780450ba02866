import { hash } from 'node:crypto';
import type { TrackingEvent } from './parcel';
import { membershipOf, sketchOf, type Sketch } from './set-sketch';

/** The events of a parcel that were given before, as a key holds them. */
export interface KnownEvents {
  /** Which of the eight numbers of each event stands for it. */
  variant: number;
  sketch: Sketch;
}

/**
 * An event is known by its time, code, text and place as the carrier writes them: by nothing that depends on the server or on
 * how later versions read a code. Of equal events each is an event of its own.
 */
export function knownEventsOf(events: readonly TrackingEvent[]): KnownEvents {
  const all = digestsOf(events);
  // Two events of the same number are one in a thousand million; the next number tells them apart.
  const variant = Math.max(
    VARIANTS.findIndex((each) => new Set(all.map((digest) => numberIn(digest, each))).size === events.length),
    0,
  );
  return { variant, sketch: sketchOf(all.map((digest) => numberIn(digest, variant))) };
}

/**
 * Those that are not known, in their order.
 * @returns `isWhole` where no known one is missing. Where so many are that the others cannot be told apart, all are given.
 */
export function newAmong(
  { variant, sketch }: KnownEvents,
  events: readonly TrackingEvent[],
): { newEvents: TrackingEvent[]; isWhole: boolean } {
  const numbers = digestsOf(events).map((digest) => numberIn(digest, variant));
  const often = new Map<number, number>();
  for (const number of numbers) often.set(number, (often.get(number) ?? 0) + 1);
  // Of two with the same number nobody knows which is known: both are given.
  const single = numbers.filter((number) => often.get(number) === 1);
  const membership = membershipOf(sketch, single);
  if (membership === undefined) return { newEvents: [...events], isWhole: false };
  const { belongs, isWhole } = membership;
  const known = new Set(single.filter((_, at) => belongs[at]));
  return { newEvents: events.filter((_, at) => !known.has(numbers[at] ?? 1)), isWhole };
}

const VARIANTS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** Each holds eight numbers that may stand for its event. As text: Node takes three times as long for one as bytes. */
function digestsOf(events: readonly TrackingEvent[]): string[] {
  const times = new Map<string, number>();
  return events.map(({ timeRaw, code, description, location }) => {
    const words = JSON.stringify([timeRaw, code, description, location]);
    const before = times.get(words) ?? 0;
    times.set(words, before + 1);
    return hash('sha256', `${before}${words}`, 'hex');
  });
}

/** Above 0 and below 2^32. */
function numberIn(digest: string, variant: number): number {
  return Number.parseInt(digest.slice(8 * variant, 8 * variant + 8), 16) || 1;
}
