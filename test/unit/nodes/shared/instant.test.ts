import { millisecondsOf, withOffset, writtenDate } from '#nodes/shared/instant';
import { SERVER_ZONES, useServerZone } from '../../../server-zone';

const NEW_YORK = 'America/New_York';
const APIA = 'Pacific/Apia';

describe.each(SERVER_ZONES)('on a server in %s', (serverZone) => {
  useServerZone(serverZone);

  it.each([
    ['2024-03-10T01:59:59', NEW_YORK, '2024-03-10T06:59:59Z'],
    ['2024-03-10T02:30:00', NEW_YORK, '2024-03-10T07:30:00Z'],
    ['2024-03-10T03:00:00', NEW_YORK, '2024-03-10T07:00:00Z'],
    ['2024-03-10', NEW_YORK, '2024-03-10T05:00:00Z'],
    ['2024-03-11', NEW_YORK, '2024-03-11T04:00:00Z'],
    ['2024-11-03T00:30:00', NEW_YORK, '2024-11-03T04:30:00Z'],
    ['2024-11-03T01:30:00', NEW_YORK, '2024-11-03T05:30:00Z'],
    ['2024-11-03 02:00', NEW_YORK, '2024-11-03T07:00:00Z'],
    ['2024-11-04', NEW_YORK, '2024-11-04T05:00:00Z'],
    ['2011-12-29T23:00:00', APIA, '2011-12-30T09:00:00Z'],
    ['2011-12-30T12:00:00', APIA, '2011-12-30T22:00:00Z'],
    ['2011-12-31T00:00:00', APIA, '2011-12-30T10:00:00Z'],
    ['2026-01-05T17:00:00.250', 'Asia/Shanghai', '2026-01-05T09:00:00.250Z'],
    ['2026-01-05T17:00:00+09:00', 'Asia/Shanghai', '2026-01-05T08:00:00Z'],
    ['2026-01-05T17:00:00z', 'Asia/Shanghai', '2026-01-05T17:00:00Z'],
    ['1767603600', 'Asia/Shanghai', '2026-01-05T09:00:00Z'],
  ])('%s in %s is %s', (text, timeZone, instant) => {
    expect(new Date(millisecondsOf(text, timeZone)).toJSON()).toBe(new Date(instant).toJSON());
  });

  it.each([
    ['2024-03-10T02:30:00', NEW_YORK, '2024-03-10T03:30:00-04:00'],
    ['2024-11-03 01:30', NEW_YORK, '2024-11-03T01:30:00-04:00'],
    ['2024-01-05T09:00:00', 'Asia/Kolkata', '2024-01-05T09:00:00+05:30'],
    ['2024-01-05T09:00:00Z', 'Asia/Kolkata', '2024-01-05T09:00:00Z'],
    ['2024-01-05', 'Asia/Kolkata', '2024-01-05'],
    ['2024-02-30T09:00:00', 'Asia/Kolkata', '2024-02-30T09:00:00'],
  ])('%s with the offset of %s is %s', (text, timeZone, zoned) => {
    expect(withOffset(text, timeZone)).toBe(zoned);
  });

  it.each([
    [new Date('2024-03-10T20:30:00Z'), 'Asia/Shanghai', '2024-03-11T04:30:00+08:00'],
    [new Date('2024-03-10T20:30:00Z'), 'UTC', '2024-03-10T20:30:00.000Z'],
    [{ toJSON: () => '2024-03-10T20:30:00.000Z' }, 'Asia/Shanghai', '2024-03-10T20:30:00.000Z'],
    [{ __n8nType: 'DateTime', __isoString: '2024-03-10T20:30:00.000-04:00' }, APIA, '2024-03-10T20:30:00.000-04:00'],
    [new Date(NaN), 'UTC', null],
    ['2024-03-10', APIA, '2024-03-10'],
    [{ day: 1 }, APIA, { day: 1 }],
  ])('the date %j in %s is written %s', (value, timeZone, written) => {
    expect(writtenDate(value, timeZone)).toEqual(written);
  });
});

it.each([
  '2024-02-30',
  '2024-13-01T00:00:00',
  '2024-01-05T24:61',
  '2024-01-05T10:00:00+99:00',
  '0000-00-00',
  'tomorrow',
])('no calendar or clock shows %s', (text) => {
  expect(millisecondsOf(text, NEW_YORK)).toBeNaN();
});
