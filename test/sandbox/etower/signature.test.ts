import { control, exampleJson, objects, sandboxOfThisFile, shapeOf } from '../wire';
import { made, newOrder, signed } from './wire';

const sandbox = sandboxOfThisFile();

const catalog = '/services/shipper/service-catalog';
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toUTCString();

describe('signature', () => {
  it('a signed request is answered as documented', async () => {
    const { status, body } = await signed(sandbox, 'GET', catalog);
    expect(status).toBe(200);
    expect(shapeOf(objects(body.data)[0]?.destinations)).toEqual([{ country: 'string', facilities: [] }]);
    const [example] = objects(exampleJson('etower', 'service-catalog.response.json').data);
    expect(Object.keys(objects(body.data)[0] ?? {})).toEqual(expect.arrayContaining(Object.keys(example ?? {})));
  });

  it.each([
    ['14 minutes old', () => ({ date: minutesAgo(14) }), 200],
    ['16 minutes old', () => ({ date: minutesAgo(16) }), 401],
    ['16 minutes ahead', () => ({ date: minutesAgo(-16) }), 401],
    ['no date', () => ({ date: 'yesterday' }), 401],
    ['a date without GMT', () => ({ date: minutesAgo(0).replace('GMT', '+0000') }), 401],
    ['another token', () => ({ token: 'another' }), 401],
    ['another key', () => ({ key: 'another' }), 401],
    ['the path signed alone', () => ({ url: '/etower/services/shipper/service-catalog' }), 401],
    ['https signed, http sent', () => ({ url: 'https://127.0.0.1/etower/services/shipper/service-catalog' }), 401],
  ])('%s', async (_case, signing, status) => {
    expect((await signed(sandbox, 'GET', catalog, undefined, signing())).status).toBe(status);
  });

  it('the address counts as it is encoded', async () => {
    await made(sandbox, newOrder('A/B C'));
    const path = '/services/shipper/order/A%2FB%20C';
    const decoded = `${sandbox.addresses.etower ?? ''}/services/shipper/order/A/B C`;
    expect((await signed(sandbox, 'DELETE', path, undefined, { url: decoded })).status).toBe(401);
    expect((await signed(sandbox, 'DELETE', path)).body).toMatchObject({ status: 'Success' });
  });

  it('the clock can be set an hour ahead', async () => {
    await control(sandbox, 'faults', { carrier: 'etower', kind: 'clock-ahead' });
    const refused = await signed(sandbox, 'GET', catalog);
    expect(refused.status).toBe(401);
    expect((await signed(sandbox, 'GET', catalog)).status).toBe(401);
    expect((await signed(sandbox, 'GET', catalog, undefined, { date: refused.date })).status).toBe(200);
  });
});
