import fc from 'fast-check';
import { always } from './property';
import { trackedParcel } from '../../carriers/eccang/tracking';
import { trackedParcel as etowerParcel } from '../../carriers/etower/integration/tracking';
import { trackedParcelOf as mgoshipParcel } from '../../carriers/mgoship';
import type { Parcel } from '#carriers/shared/parcel';
import { moveServer, SERVER_ZONES } from '../server-zone';

const eccangParcel = (carrier: string, entry: object): Parcel => trackedParcel({ carrier }, { ...entry }, 'N');

/** An event as it happened, and in which of a few ways the carrier writes its time. */
interface Happened {
  second: number;
  hoursAhead: number;
  code: string;
  way: number;
}

const FIRST = Date.UTC(2024, 0) / 1000;

/** Of one code for each status, and one that is not documented. */
const CODES = ['IR', 'AF', 'DF', 'NC', 'AT', 'ND', 'AD', 'CC', 'UE', 'XX'];

const happened = fc.record({
  second: fc.integer({ min: FIRST, max: FIRST + 366 * 86_400 }),
  hoursAhead: fc.integer({ min: -11, max: 14 }),
  code: fc.constantFrom(...CODES),
  way: fc.nat(3),
});

const local = ({ second, hoursAhead }: Happened): string =>
  new Date((second + hoursAhead * 3600) * 1000).toISOString().slice(0, 19);

const offset = ({ hoursAhead }: Happened): string =>
  `${hoursAhead < 0 ? '-' : '+'}${String(Math.abs(hoursAhead)).padStart(2, '0')}`;

const inForm = (text: string, way: number): string => text.replace('T', ' ').replaceAll('-', way === 1 ? '/' : '-');

/** What makes a parcel of events in the carrier's form, by their place in the list as it happened. */
const CARRIERS: Record<string, (events: readonly Happened[]) => Parcel> = {
  'Eccang without zones': (events) =>
    eccangParcel('eccang', {
      Detail: events.map((event) => ({
        Occur_date: inForm(local({ ...event, hoursAhead: 0 }), event.way),
        Comment: String(event.second),
        Status: event.code,
      })),
    }),
  'Huahan with zones': (events) =>
    eccangParcel('huahan', {
      Time_zone: '+08:00',
      Detail: events.map((event) => ({
        Occur_date: inForm(local(event.way === 0 ? { ...event, hoursAhead: 8 } : event), event.way),
        ...(event.way === 0 ? {} : { Occur_time_zone: `${offset(event)}:00` }),
        Comment: String(event.second),
        Status: event.code,
      })),
    }),
  eTower: (events) =>
    etowerParcel({
      events: events.map((event) => ({
        ...[
          { eventTime: local({ ...event, hoursAhead: 8 }), timeZone: null },
          { eventTime: local(event), timeZone: `GMT${offset(event)}:00` },
          { eventTime: event.second * 1000, timeZone: `${offset(event)}00` },
          { eventTime: `${local(event)}.000${offset(event)}:00` },
        ][event.way],
        activity: String(event.second),
        eventCode: event.code,
      })),
    }),
  Mgoship: (events) =>
    mgoshipParcel({
      order: { orderNo: '1' },
      route: events.map(({ second, way }) => ({
        addtime: [second, String(second), second * 1000, `${second}000`][way],
        remark: String(second),
      })),
    }),
};

afterEach(() => moveServer(process.env['TZ']));

const onServerIn = (zone: string, make: () => unknown): unknown => {
  moveServer(zone);
  return make();
};

const everywhere = (make: () => unknown): unknown[] => SERVER_ZONES.map((zone) => onServerIn(zone, make));

/** Quicker than `expect`, which is asked often here. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

it('a server can be moved', () => {
  expect(everywhere(() => new Date(2024, 0).getTimezoneOffset())).toEqual([0, -480, 300, -780]);
});

it('events are newest first, in any order of the list and on any server', () => {
  const events = fc.uniqueArray(happened, { selector: ({ second }) => second, minLength: 1, maxLength: 6 });
  always(
    fc.property(fc.constantFrom(...Object.keys(CARRIERS)), events, (carrier, given) => {
      const expected = given.map(({ second }) => second).sort((left, right) => right - left);
      const found = everywhere(() => CARRIERS[carrier]?.(given).events?.map(({ description }) => Number(description)));
      return found.every((order) => same(order, expected));
    }),
  );
});

/** Times that often meet, days alone, and zones that some of the events do not name. */
const confused = fc.record({
  Occur_date: fc.constantFrom('2024-03-10', '2024-03-10 01:30:00', '2024-03-10 02:30:00', '2024-03-10 16:30:00'),
  Occur_time_zone: fc.constantFrom(undefined, '+08:00', '-05:00', '-04:00'),
  Status: fc.constantFrom(...CODES),
});

it('not even events of the same time, or without a zone among some that have one, depend on the order of the list', () => {
  const lists = fc
    .array(confused, { minLength: 1, maxLength: 4 })
    .chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })));
  const outcome = ({ status, statusRaw, events }: Parcel): unknown => [
    status,
    statusRaw,
    events?.map(({ code }) => code),
  ];
  always(
    fc.property(lists, fc.constantFrom(...SERVER_ZONES), ([one, other], zone) => {
      const shuffled = onServerIn(zone, () => outcome(eccangParcel('eccang', { Detail: other })));
      return same(shuffled, outcome(eccangParcel('eccang', { Detail: one })));
    }),
  );
});
