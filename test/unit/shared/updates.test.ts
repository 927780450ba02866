import { keyOf, readKey, type KeyOwner } from '#carriers/shared/known-key';
import type { Parcel, ParcelStatus, TrackingEvent } from '#carriers/shared/parcel';
import { restingOf, updatesOf, type ParcelUpdates, type Tracked } from '#carriers/shared/updates';
import { trackedParcel as etowerParcel } from '../../../carriers/etower/integration/tracking';
import { trackedParcel as eccangParcel } from '../../../carriers/eccang/tracking';
import { trackedParcelOf as mgoshipParcel } from '../../../carriers/mgoship';
import { moveServer, SERVER_ZONES } from '../../server-zone';

const OWNER: KeyOwner = { carrier: 'eccang', number: 'N-1' };
const PATIENCE = { stuckAfterDays: 7, retireAfterDays: 60 };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 5, 12);

/** Of a time in UTC, unless another text is given. */
const event = (at: number | string, description = 'moved', status: ParcelStatus = 'in_transit'): TrackingEvent => {
  const text = typeof at === 'string' ? at : new Date(at).toISOString().slice(0, 19);
  return { time: typeof at === 'string' ? null : `${text}+00:00`, timeRaw: text, description, status };
};

const parcel = (...events: TrackingEvent[]): Tracked => {
  const [newest] = events;
  return { events, ...(newest ? { status: newest.status } : {}) };
};

const ask = (tracked: Tracked, key = '', now = START, patience = PATIENCE): ParcelUpdates => {
  const read = key === '' ? { known: undefined } : readKey(key, OWNER);
  if (!('known' in read)) throw new Error(read.fault.kind);
  return updatesOf(tracked, read.known, OWNER, patience, now);
};

describe('changes', () => {
  const first = event(START, 'first');

  test('of a parcel on its way, each told once', () => {
    const begun = ask(parcel(first));
    const quiet = ask(parcel(first), begun.key, START + 6 * DAY);
    const stuck = ask(parcel(first), quiet.key, START + 7 * DAY);
    const still = ask(parcel(first), stuck.key, START + 8 * DAY);
    const second = event(START + 9 * DAY, 'second', 'on_hold');
    const moved = ask(parcel(second, first), still.key, START + 9 * DAY);
    const again = ask(parcel(second, first), moved.key, START + 16 * DAY);
    const retired = ask(parcel(second, first), again.key, START + 69 * DAY);
    expect([begun, quiet, stuck, still, moved, again, retired].map(({ changes }) => changes)).toEqual([
      ['new', 'events', 'status'],
      [],
      ['stuck'],
      [],
      ['events', 'status'],
      ['stuck'],
      ['retired'],
    ]);
    expect([quiet.key, still.key]).toEqual([begun.key, stuck.key]);
    expect(moved.newEvents).toEqual([second]);
    expect(retired).toMatchObject({ daysSinceLastEvent: 60, daysInTransit: 69, stuck: true, finished: false });
  });

  test.each<[ParcelStatus]>([['delivered'], ['return_to_sender'], ['cancelled']])('%s is the end', (status) => {
    const end = event(START + 3 * DAY, 'end', status);
    const papers = event(START + 30 * DAY, 'papers', status);
    const begun = ask(parcel(first));
    const ended = ask(parcel(papers, end, first), begun.key, START + 90 * DAY);
    expect(ended).toMatchObject({
      changes: ['events', 'status', 'finished'],
      ...{ finished: true, stuck: false, retired: false, daysInTransit: 3, daysSinceLastEvent: 60 },
    });
  });

  test('a parcel that is first seen when it is long silent is stuck and retired at once', () => {
    const { changes } = ask(parcel(first), '', START + 90 * DAY);
    expect(changes).toEqual(['new', 'events', 'status', 'stuck', 'retired']);
  });

  test('0 days are never', () => {
    const never = { stuckAfterDays: 0, retireAfterDays: 0 };
    expect(ask(parcel(first), '', START + 900 * DAY, never)).toMatchObject({ stuck: false, retired: false });
  });

  test('a parcel that is stuck is told of once, also when the limit is moved up and down', () => {
    const stuck = ask(parcel(first), '', START + 8 * DAY);
    const patient = ask(parcel(first), stuck.key, START + 8 * DAY, { ...PATIENCE, stuckAfterDays: 14 });
    expect(patient).toMatchObject({ stuck: false, changed: false, key: stuck.key });
    expect(ask(parcel(first), patient.key, START + 9 * DAY).changed).toBe(false);
  });

  test('another word for a status that is not known is a change of status', () => {
    const begun = ask({ status: 'unknown', statusRaw: '已出库' });
    const next = ask({ status: 'unknown', statusRaw: '已签收' }, begun.key);
    const same = ask({ status: 'unknown', statusRaw: '已签收' }, next.key);
    expect([begun, next, same].map(({ changes }) => changes)).toEqual([['new', 'status'], ['status'], []]);
  });
});

describe('events', () => {
  const given = (before: Tracked, after: Tracked): { changes: string[]; words: unknown[] } => {
    const { changes, newEvents } = ask(after, ask(before).key);
    return { changes, words: newEvents.map(({ description }) => description) };
  };
  const [a, b, c] = [event(START, 'a'), event(START, 'b'), event(START - HOUR, 'c')];

  test.each<[string, Tracked, Tracked, string[], string[]]>([
    ['one of the same second', parcel(a), parcel(b, a), ['b'], ['events']],
    ['one that is older than all known ones', parcel(a), parcel(a, c), ['c'], ['events']],
    ['one that is equal to a known one', parcel(a), parcel(a, a), ['a'], ['events']],
    ['one without a date', parcel(a), parcel(event('0000-00-00', 'x'), a), ['x'], ['events']],
    ['the same in another order', parcel(a, b, c), parcel(b, c, a), [], []],
    ['one edited', parcel(a, c), parcel(b, c), ['b'], ['events', 'resynced']],
    ['one edited and one new', parcel(c), parcel(b, event(START - HOUR, 'C')), ['b', 'C'], ['events', 'resynced']],
    ['one dropped', parcel(a, b, c), parcel(a, c), [], ['resynced']],
    ['all dropped', parcel(a), {}, [], ['status', 'resynced']],
  ])('%s', (_, before, after, words, changes) => {
    expect(given(before, after)).toEqual({ words, changes });
  });

  const many = (count: number, text = ''): TrackingEvent[] =>
    Array.from({ length: count }, (_, at) => event(START - at * HOUR, `${text}${at}`));

  test.each([
    [200, 'some'],
    [300, 'some'],
    [5000, 'none'],
  ])('of %d half are new, of which %s are late', (count, which) => {
    const all = many(count);
    const late = new Set(which === 'some' ? [all[count - 2], all[count - 5]] : []);
    const known = all.slice(count / 2).filter((each) => !late.has(each));
    const { changes, newEvents } = ask(parcel(...all), ask(parcel(...known)).key);
    expect(changes).toEqual(['events']);
    expect(newEvents).toEqual(all.filter((each) => !known.includes(each)));
  });

  test('all, where so many were edited that the others cannot be told apart', () => {
    const { changes, newEvents } = ask(parcel(...many(40, 'new')), ask(parcel(...many(40))).key);
    expect(changes).toEqual(['events', 'resynced']);
    expect(newEvents).toHaveLength(40);
  });

  test('two that have the same number are both given, and then known', () => {
    const [one, other] = [event('2026-01-05 10:00:00', '111331'), event('2026-01-05 10:00:00', '122482')];
    const begun = ask(parcel(one, a));
    const both = ask(parcel(other, one, a), begun.key);
    expect(both.newEvents).toEqual([other, one]);
    expect(ask(parcel(other, one, a), both.key)).toMatchObject({ changed: false, key: both.key });
    expect(ask(parcel(b, other, one, a), both.key).newEvents).toEqual([b]);
  });
});

describe('days', () => {
  const daysAt = (now: number, ...events: TrackingEvent[]): unknown => {
    const { daysSinceLastEvent, daysInTransit } = ask(parcel(...events), '', now);
    return [daysSinceLastEvent, daysInTransit];
  };

  test.each<[string, number, TrackingEvent[], unknown]>([
    ['a day less a second', START + DAY - 1000, [event(START)], [0, 0]],
    ['a day', START + DAY, [event(START)], [1, 1]],
    ['in the future', START - DAY, [event(START)], [0, 0]],
    ['without a zone, where it was a day in UTC-11', Date.UTC(2026, 0, 6, 23), [event('2026-01-05 12:00:00')], [0, 0]],
    ['without a zone, where it was a day in UTC-12', Date.UTC(2026, 0, 7), [event('2026-01-05 12:00:00')], [1, 1]],
    ['a day without a time and a zone', Date.UTC(2026, 0, 7, 11), [event('2026-01-05')], [0, 0]],
    ['a day that ended a day ago in UTC-12', Date.UTC(2026, 0, 7, 12), [event('2026-01-05')], [1, 1]],
    [
      'a day without a time in a zone',
      Date.UTC(2026, 0, 6, 15),
      [{ time: '2026-01-05T00:00:00+08:00', timeRaw: '2026-01-05', status: 'unknown' }],
      [0, 0],
    ],
    ['several', START + 9 * DAY, [event(START + 4 * DAY), event(START)], [5, 9]],
    ['one without a date above', START + 9 * DAY, [event('?'), event(START)], [0, 9]],
    ['one without a date below', START + 9 * DAY, [event(START), event('?')], [0, 9]],
    ['no date at all', START, [event('?')], [0, undefined]],
    ['no event', START, [], [0, undefined]],
  ])('%s', (_, now, events, days) => {
    expect(daysAt(now, ...events)).toEqual(days);
  });

  test.each<[string, Tracked]>([
    ['no event', {}],
    ['events without dates', parcel(event('?'))],
    ['an event without a date above', parcel(event('?'), event(START - 90 * DAY))],
  ])('of a parcel with %s are counted since it was first seen', (_, tracked) => {
    const begun = ask(tracked, '', START + 1);
    expect(begun).toMatchObject({ daysSinceLastEvent: 0, stuck: false });
    expect(ask(tracked, begun.key, START + 7 * DAY).stuck).toBe(false);
    const stuck = ask(tracked, begun.key, START + 7 * DAY + HOUR);
    expect(stuck).toMatchObject({ changes: ['stuck'], daysSinceLastEvent: 7 });
    expect(ask(tracked, stuck.key, START + 60 * DAY + HOUR).changes).toEqual(['retired']);
  });
});

describe('nobody stops asking too early', () => {
  const old = event(START - 65 * DAY, 'old');

  test.each([
    ['first', [event('?', 'undated'), old]],
    ['last', [old, event('?', 'undated')]],
  ])('where an event without a date is added %s in the list', (_, events) => {
    const never = ask(parcel(old), '', START, { stuckAfterDays: 7, retireAfterDays: 0 });
    const added = ask(parcel(...events), never.key, START + DAY);
    expect(added).toMatchObject({ changes: ['events'], daysSinceLastEvent: 0, retired: false });
    expect(ask(parcel(...events), added.key, START + 9 * DAY)).toMatchObject({ changes: ['stuck'], retired: false });
  });

  test('where late news comes in', () => {
    const begun = ask(parcel(old), '', START, { stuckAfterDays: 7, retireAfterDays: 0 });
    const late = event(START - 64 * DAY, 'late');
    const told = ask(parcel(late, old), begun.key, START);
    expect(told).toMatchObject({ changes: ['events'], newEvents: [late], retired: false });
    expect(ask(parcel(late, old), told.key, START).changes).toEqual(['retired']);
  });

  test('nor tells of a stuck parcel again because its status or the limit is another', () => {
    const stuck = ask(parcel(old), '', START, { stuckAfterDays: 7, retireAfterDays: 0 });
    const held: Tracked = { ...parcel(old), status: 'on_hold' };
    const patient = { stuckAfterDays: 100, retireAfterDays: 0 };
    const changed = ask(held, stuck.key, START, patient);
    expect(changed).toMatchObject({ changes: ['status'], stuck: false });
    expect(ask(held, changed.key, START + 50 * DAY, patient).changes).toEqual([]);
  });
});

describe('keys', () => {
  const { key } = ask(parcel(event(START)));
  const faultOf = (text: string, owner = OWNER): unknown => {
    const read = readKey(text, owner);
    return 'fault' in read ? read.fault : undefined;
  };

  test('are read back', () => {
    expect(key).toMatch(/^v1:[\w-]{76}$/);
    expect(faultOf(key)).toBeUndefined();
  });

  test.each<[string, string, KeyOwner, object]>([
    ['of another number', key, { ...OWNER, number: 'N-2' }, { kind: 'other number' }],
    ['of another version', key.replace('v1', 'v2'), OWNER, { kind: 'version', version: 'v2' }],
    ['cut', key.slice(0, 64), OWNER, { kind: 'length', length: 64 }],
    ['doubled', key + key, OWNER, { kind: 'length', length: 158 }],
    ['in small letters', key.toLowerCase(), OWNER, { kind: 'damaged' }],
    ['with blanks in it', `${key.slice(0, 40)} ${key.slice(41)}`, OWNER, { kind: 'damaged' }],
    ['that is none', 'N-1', OWNER, { kind: 'no key' }],
  ])('one %s is refused', (_, text, owner, fault) => {
    expect(faultOf(text, owner)).toEqual(fault);
  });

  test('one with any other character in any place is refused', () => {
    const changed = Array.from(key, (sign, at) => key.slice(0, at) + (sign === 'A' ? 'B' : 'A') + key.slice(at + 1));
    expect(changed.filter((text) => faultOf(text) === undefined)).toEqual([]);
  });

  test.each(['huahan', 'etower', 'mgoship'])('%s takes none of Eccang TMS', (carrier) => {
    expect(faultOf(key, { ...OWNER, carrier })).toEqual({ kind: 'other carrier' });
  });

  test('of a parcel that is finished or retired give back what they know, and others nothing', () => {
    const ended = ask(parcel(event(START, 'end', 'delivered')));
    const retired = ask(parcel(event(START)), '', START + 90 * DAY);
    const rest = ({ key: made }: ParcelUpdates): unknown => {
      const read = readKey(made, OWNER);
      return 'known' in read ? restingOf(made, read.known) : read;
    };
    const quiet = { changed: false, changes: [], newEvents: [] };
    expect(rest(ended)).toEqual({
      ...quiet,
      ...{ key: ended.key, status: 'delivered', stuck: false, finished: true, retired: false },
    });
    expect(rest(retired)).toEqual({
      ...quiet,
      ...{ key: retired.key, status: 'in_transit', stuck: true, finished: false, retired: true },
    });
    expect(rest(ask(parcel(event(START))))).toBeUndefined();
  });

  /** What stands in tables today: later versions must read it, and know the same events. */
  const SAVED: Record<string, { key: string; parcel: () => Parcel }> = {
    eccang: {
      key: 'v1:v08TvqAgAAd9_P6c_Hor67srbY8bcSgMPQgAU_7G6oixKZGdoD8sf2hP0Nu73HcqlfQVBZE_JLuD',
      parcel: () =>
        eccangParcel(
          { carrier: 'eccang' },
          {
            Detail: [
              { Occur_date: '2026-01-05 10:00:00', Comment: '已收件', Status: 'RP', track_area: '深圳' },
              { Occur_date: '2026-01-06', Comment: 'Departed', Status: 'DF' },
              { Occur_date: '0000-00-00', Comment: 'Departed', Status: 'DF' },
            ],
          },
          'N-1',
        ),
    },
    etower: {
      key: 'v1:qgirhGcAAAAAAI6J9Pq4EQAMPNS0tNQPZWDh4o0o0R47tdJavuEKgiczh0doEtkK4d-ObHLW4tHc',
      parcel: () =>
        etowerParcel({
          events: [
            { eventTime: '2026-01-05 10:00:00', timeZone: 'GMT+10:00', eventCode: 'RCV', activity: 'Received' },
            { eventTime: '2026-01-05 10:00:00', eventCode: 'INF', activity: 'Informed' },
          ],
        }),
    },
    mgoship: {
      key: 'v1:IFCmbrCwG5AAAB8n4Y4RcPkcleDEhzsgOtb79TiyCNpQry6IBM55SOKsgwGs6H-EWDx68YHXIXUP',
      parcel: () => mgoshipParcel({ order: { status: '已签收' }, route: [{ addtime: 1767578400, remark: '仓库' }] }),
    },
  };

  test.each(Object.entries(SAVED))('of %s stay the same, wherever the server stands', (carrier, saved) => {
    const owner = { ...OWNER, carrier };
    const made = SERVER_ZONES.map((zone) => {
      moveServer(zone);
      return updatesOf(saved.parcel(), undefined, owner, PATIENCE, START).key;
    });
    moveServer(process.env['TZ']);
    expect(made).toEqual(SERVER_ZONES.map(() => saved.key));
    const read = readKey(saved.key, owner);
    expect('known' in read && keyOf(owner, read.known)).toBe(saved.key);
    expect('known' in read && updatesOf(saved.parcel(), read.known, owner, PATIENCE, START).changes).toEqual([]);
  });
});
