import { objects, sandboxOfThisFile } from '../wire';
import { ordersOf, stepsAt } from './wire';

const sandbox = sandboxOfThisFile();
const { ask, create, advance } = stepsAt(sandbox, 'eccang');

describe('tracking', () => {
  it('moves one event with each question, newest first, and takes the order along', async () => {
    const { tracking } = await create('TRACK-1');
    const seen: string[][] = [];
    for (let question = 0; question < 9; question += 1) {
      const [parcel] = objects((await ask('getCargoTrack', { codes: [tracking] })).Data);
      const events = objects(parcel?.Detail);
      seen.push(events.map(({ Status }) => String(Status)));
      const dates = events.map(({ Occur_date }) => String(Occur_date));
      expect(dates).toEqual([...new Set(dates)].sort().reverse());
      expect(parcel).toMatchObject({
        Code: tracking,
        Country_code: 'PL',
        Status: events[0]?.Status,
        New_date: dates[0],
      });
    }
    expect(seen[0]).toEqual(['IR']);
    expect(seen[2]).toEqual(['DF', 'AF', 'IR']);
    expect(seen[7]).toEqual(['CC', 'ND', 'NT', 'NC', 'NT', 'DF', 'AF', 'IR']);
    expect(seen[8]).toEqual(seen[7]);
    expect(await ordersOf(sandbox, 'eccang')).toMatchObject([{ status: 'O' }]);
  });

  it('takes tracking numbers, leaves unknown ones out and fails when none is known', async () => {
    const { tracking, waybill } = await create('TRACK-2');
    expect(objects((await ask('getCargoTrack', { codes: [tracking, 'unknown'] })).Data)).toHaveLength(1);
    for (const codes of [[waybill], [], undefined, Array.from({ length: 51 }, () => tracking)]) {
      expect(await ask('getCargoTrack', { codes })).toMatchObject({
        ask: 'Failure',
        Error: { cnMessage: expect.any(String), enMessage: expect.any(String) },
      });
    }
  });

  it('a held parcel stays where it is', async () => {
    const { tracking } = await create('TRACK-3');
    await advance(tracking, 'Q');
    expect(objects((await ask('getCargoTrack', { codes: [tracking] })).Data)).toMatchObject([{ Detail: [] }]);
  });
});
