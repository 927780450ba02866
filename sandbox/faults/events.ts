import { z } from 'zod/v4';
import { text, type JsonRecord } from '../json';
import type { ReplyForm, TrackingForm } from '../reply-form';
import { changingValues, kind, type Kind } from './kind';
import { withLists, withObjects } from './members';
import { inZone } from './zones';

const none = z.object({});

/** `+08:00`, `GMT+1`, `GMT+08:00`, `UTC`, or '' for none. */
const zone = z.string().regex(/^((GMT|UTC)?[+-]\d{1,2}(:?\d{2})?|GMT|UTC|)$/, 'A zone is written +08:00, GMT+1 or ""');

/** Times and order of the events of a parcel. */
export const eventKinds: Readonly<Record<string, Kind>> = {
  dates: kind(
    z.object({
      value: z.string().default('0000-00-00 00:00:00'),
      which: z.enum(['newest', 'oldest', 'all']).default('newest'),
    }),
    {
      ...tracked(),
      act: changingEvents((events, { time }, { value, which }) => {
        const times = events.map((event) => text(event[time]));
        const [oldest, newest] = [times.toSorted()[0], times.toSorted().at(-1)];
        const one = which === 'newest' ? times.indexOf(newest ?? '') : times.lastIndexOf(oldest ?? '');
        return events.map((event, index) => (which === 'all' || index === one ? { ...event, [time]: value } : event));
      }),
    },
  ),
  'mixed-zones': kind(z.object({ zones: z.array(zone).min(1).default(['+08:00', '+00:00', '-05:00', '']) }), {
    ...tracked(({ inSeconds = false }) => !inSeconds),
    act: changingEvents((events, tracking, { zones }) =>
      events.map((event, index) => inZone(event, tracking, zones[index % zones.length] ?? '')),
    ),
  }),
  'events-reversed': kind(none, { ...tracked(), act: changingEvents((events) => [...events].reverse()) }),
  'events-shuffled': kind(none, {
    ...tracked(),
    // The same order each time: every second event first.
    act: changingEvents((events) => [1, 0].flatMap((odd) => events.filter((_, index) => index % 2 === odd))),
  }),
  'summary-status': kind(z.object({ value: z.string().default('CC') }), {
    ...tracked(({ summary }) => summary !== undefined),
    act: changingValues((document, { tracking }, { value }) => {
      const { events, summary } = tracking ?? {};
      if (events === undefined || summary === undefined) return document;
      return withObjects(document, events, (parcel) => ({ ...parcel, [summary]: value }));
    }),
  }),
};

/** For APIs that track, where the services that track answer. */
function tracked(suits: (tracking: TrackingForm) => boolean = () => true) {
  return {
    fits: ({ tracking }: ReplyForm) => tracking !== undefined && suits(tracking),
    place: ({ tracking }: ReplyForm) => tracking?.services ?? [],
  };
}

function changingEvents<Fields>(
  change: (events: readonly JsonRecord[], tracking: TrackingForm, fields: Fields) => JsonRecord[],
) {
  return changingValues<Fields>((document, { tracking }, fields) =>
    tracking
      ? withLists(document, (list, name) => (name === tracking.events ? change(list, tracking, fields) : list))
      : document,
  );
}
