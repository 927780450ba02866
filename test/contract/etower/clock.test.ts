import { closeShipments, EtowerClient, listServices } from '../../../carriers/etower';
import { carrierAnswering, carrierThat, requests } from '../carrier';
import type { Answer, Received } from '../loopback';
import { accountAt, client, example, expectSigned } from './wire';

describe('clock', () => {
  const hourAhead = () => new Date(Date.now() + 3_600_000).toUTCString();
  const unauthorized = (date: string): Answer => ({ status: 401, headers: { Date: date }, body: '' });

  it("signs once more with the server's clock when it differs by more than 15 minutes", async () => {
    const notes: string[] = [];
    const { url } = await carrierAnswering(unauthorized(hourAhead()), JSON.stringify(example('close-shipments')));
    const own = new EtowerClient(accountAt(url), { tell: (note) => notes.push(note) });
    await closeShipments(own, ['test001'], { numberType: 'shipmentIds' });
    const dates = requests().map(dateOf);
    expect(dates).toHaveLength(2);
    expect(Math.round(((dates[1] ?? 0) - (dates[0] ?? 0)) / 60_000)).toBe(60);
    expectSigned(requests()[1]);
    expect(notes).toEqual([expect.stringMatching(/^The clock of this server is 60 minutes behind eTower's/)]);
    await closeShipments(own, ['test001'], { numberType: 'shipmentIds' });
    expect(requests()).toHaveLength(3);
  });

  it('signs once more for every call that was under way with the wrong clock', async () => {
    const own = await carrierThat(({ headers }) => {
      const isLate = Date.parse(String(headers['x-walltech-date'])) < Date.now() + 1_800_000;
      return isLate ? unauthorized(hourAhead()) : { body: JSON.stringify(example('service-catalog')) };
    });
    const behind = new EtowerClient(accountAt(own.url));
    const lists = await Promise.all([listServices(behind), listServices(behind), listServices(behind)]);
    expect(lists.map((list) => list.length)).toEqual([1, 1, 1]);
  });

  it.each([
    ['a clock that is right', () => new Date().toUTCString(), 1],
    ['a clock 10 minutes off', () => new Date(Date.now() - 600_000).toUTCString(), 1],
    ['a clock an hour off', hourAhead, 2],
  ])('a 401 with %s ends as wrong credentials', async (_case, date, calls) => {
    const own = await client(unauthorized(date()));
    await expect(listServices(own)).rejects.toMatchObject({
      kind: 'credentials',
      httpStatus: 401,
      hint: expect.stringContaining('Check Token, Key and Region'),
    });
    expect(requests()).toHaveLength(calls);
  });
});

function dateOf({ headers }: Received): number {
  return Date.parse(String(headers['x-walltech-date']));
}
