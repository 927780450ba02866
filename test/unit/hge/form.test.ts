import { date } from '#carriers/shared/rows';
import { enteredValue } from '#nodes/shared/form/entered-value';

/** What expressions give for a date writes itself as ISO 8601, in the zone that it is in. */
const dateTime = { toJSON: () => '2025-12-13T01:00:00.000+08:00' };

it.each([
  [dateTime, '2025-12-13'],
  [new Date('2025-12-13T12:00:00Z'), '2025-12-13'],
  ['2025-12-13T00:00:00', '2025-12-13'],
  ['2025-12-13 08:00', '2025-12-13'],
  ['2025-12-13', '2025-12-13'],
])('the date %j is sent as a day', (shipDate, day) => {
  expect(enteredValue(date('Ship Date', 'Day of shipping'), shipDate, { typed: true })).toBe(day);
});
