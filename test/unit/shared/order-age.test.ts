import { ageOf, signsOfAnother } from '#carriers/shared/order-age';
import { momentOf } from '#carriers/shared/written-time';

const sentAt = Date.UTC(2026, 5, 1, 12, 0, 0);

beforeEach(() => {
  jest.useFakeTimers({ now: sentAt + 5000 });
});
afterEach(() => {
  jest.useRealTimers();
});

it.each<[string, readonly unknown[], string]>([
  ['of this second', ['2026-06-01T12:00:00Z'], 'of this run'],
  ['by a clock that is a minute behind', ['2026-06-01T11:59:00Z'], 'of this run'],
  ['an hour ago', ['2026-06-01T11:00:00Z'], 'older'],
  ['one of several an hour ago', ['2026-06-01T12:00:01Z', '2026-06-01T19:00:00+08:00'], 'older'],
  ['in seconds', [String(sentAt / 1000)], 'of this run'],
  ["without a zone, by China's clock", ['2026-06-01 20:00:02'], 'of this run'],
  ['without a zone, by a clock of UTC', ['2026-06-01 12:00:02'], 'of this run'],
  ['without a zone, an hour ago in China', ['2026-06-01 19:00:02'], 'older'],
  ['without a zone, an hour ago in UTC', ['2026-06-01 11:00:02'], 'older'],
  ['without a zone, of years ago', ['2018-04-17 17:39:08'], 'older'],
  ['without a zone, of tomorrow', ['2026-06-02 20:00:00'], 'unknown'],
  ['a day alone', ['2026-06-01'], 'unknown'],
  ['a day of last week', ['2026-05-25'], 'older'],
  ['none', [], 'unknown'],
  ['that nobody can read', ['0000-00-00 00:00:00'], 'unknown'],
  ['that nobody can read beside one of this run', ['?', '2026-06-01T12:00:00Z'], 'unknown'],
])('a time %s', (_, times, age) => {
  expect(
    ageOf(
      times.map((time) => momentOf(time)),
      sentAt,
    ),
  ).toBe(age);
});

it.each<[object, object, string[]]>([
  [{}, {}, []],
  [{}, { status: 'pending', statusRaw: 'P' }, []],
  [{}, { status: 'on_hold' }, []],
  [{}, { status: 'delivered', statusRaw: 'O' }, ['it is under way already (O)']],
  [{ service: { code: 'pk1' } }, { service: { code: ' PK1' } }, []],
  [{ service: { code: 'PK1' } }, { service: { code: 'PK2' } }, ['it goes by service PK2, not by PK1']],
  [{ service: { code: '测试产品' } }, { service: { code: 'PK2' } }, []],
  [{ weightKg: 0.175 }, { weightKg: 0.2 }, []],
  [{ weightKg: 0.175 }, { weightKg: 1 }, ['it weighs 1 kg, not 0.175 kg']],
  [{ weightKg: 5 }, {}, []],
])('sent %j, found %j: %j', (sent, found, signs) => {
  expect(signsOfAnother({ carrier: 'x', ...sent }, { carrier: 'x', ...found }, 'unknown')).toEqual(signs);
});

it('age is a sign', () => {
  expect(signsOfAnother({ carrier: 'x' }, { carrier: 'x' }, 'older')).toEqual(['it is older than this run']);
});
