/** The tracking events of a parcel as a control address shows and changes them, whatever the carrier calls them. */
import { z } from 'zod/v4';

export interface ParcelEvent {
  /** By this it is named when it is changed; it stays the same while the list changes around it. */
  event: number;
  /** `2026-01-05T08:00:00+08:00`: the clock on the wall, and its zone. */
  time: string;
  code: string;
  text: string;
  location: string;
}

export const eventChange = z.strictObject({
  carrier: z.string(),
  number: z.string().min(1),
  event: z.int().positive().optional(),
  remove: z.boolean().default(false),
  time: z.iso.datetime({ offset: true, precision: 0 }).optional(),
  code: z.string().optional(),
  text: z.string().optional(),
  location: z.string().optional(),
});

/** One change: an event more when it names none, else that event edited, or taken away with `remove`. */
export type EventChange = z.output<typeof eventChange>;

/** @returns the events after the change, oldest first. @throws RangeError that says what is wrong with the change */
export function changedEvents(
  events: readonly ParcelEvent[],
  { event, remove, time, code, text, location }: EventChange,
): ParcelEvent[] {
  if (remove && event === undefined) throw new RangeError('event: which one is to be removed?');
  const number = event ?? Math.max(0, ...events.map((each) => each.event)) + 1;
  const known = events.find((each) => each.event === number);
  if (event !== undefined && !known) {
    throw new RangeError(`event: ${event} is not one of ${events.map((each) => each.event).join(', ')}.`);
  }
  const others = events.filter((each) => each !== known);
  if (remove) return others;
  const moment = time?.replace('Z', '+00:00') ?? known?.time;
  if (moment === undefined) throw new RangeError('time: an event needs one, such as 2026-01-05T08:00:00+08:00.');
  const changed = {
    event: number,
    time: moment,
    code: code ?? known?.code ?? '',
    text: text ?? known?.text ?? '',
    location: location ?? known?.location ?? '',
  };
  // Where times are the same, the order in which they came.
  return [...others, changed].sort(
    (left, right) => Date.parse(left.time) - Date.parse(right.time) || left.event - right.event,
  );
}

/** `2026-01-05T08:00:00` and `+08:00`. */
export function clockAndZone(time: string): [string, string] {
  return [time.slice(0, 19), time.slice(19)];
}
