import { readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import timers from 'node:timers/promises';
import { forgetFaults } from '../../sandbox/control-client';
import { created, envelopeXml, ordersOf } from './eccang/wire';
import { type Answer, asObject, control, sandboxOfThisFile } from './wire';

const sandbox = sandboxOfThisFile();

const fault = (settings: Answer | Answer[]) => control(sandbox, 'faults', settings);

describe('addresses', () => {
  it('the help, the state and the statistics', async () => {
    expect((await control(sandbox, '')).body).toHaveProperty(['POST /_control/faults']);
    await created(sandbox, 'eccang', 'STATE-1');
    expect((await control(sandbox, 'state')).body).toMatchObject({
      eccang: {
        orders: [
          {
            reference: 'STATE-1',
            orderNumber: expect.stringMatching(/^EC/),
            trackingNumber: expect.stringMatching(/^LZ/),
            status: 'P',
            product: 'PK0001',
            country: 'PL',
            weight: 0.175,
          },
        ],
      },
      huahan: { orders: [] },
    });
    expect((await control(sandbox, 'stats')).body).toMatchObject({
      eccang: { requests: 1, downloads: 0, blocked: 0, services: { createOrder: 1 } },
      huahan: { requests: 0, connections: 0, services: {} },
    });
  });

  it('connections are distinct sockets, in flight is counted at once and by service', async () => {
    const shared = new Agent({ keepAlive: true, maxSockets: 3 });
    const late: (() => void)[] = [];
    // A late answer waits for the test, not for the clock.
    const clock = jest
      .spyOn(timers, 'setTimeout')
      .mockImplementation(() => new Promise((end) => late.push(() => end(undefined))));
    await fault({ carrier: 'eccang', kind: 'slow', delayMs: 150, times: 9 });
    const service = (index: number) => (index % 3 === 0 ? 'getCountry' : 'getShippingMethod');
    const sent = Promise.all(
      Array.from({ length: 9 }, (_, index) => postWith(shared, envelopeXml('eccang', service(index), {}))),
    );
    for (const answered of [0, 3, 6]) {
      while (asObject((await control(sandbox, 'stats')).body.eccang).requests !== answered + 3 || late.length < 3)
        continue;
      for (const answer of late.splice(0)) answer();
    }
    const statuses = await sent;
    clock.mockRestore();
    shared.destroy();
    expect(statuses).toEqual(Array.from({ length: 9 }, () => 200));
    expect((await control(sandbox, 'stats')).body.eccang).toMatchObject({
      requests: 9,
      connections: 3,
      maxInFlight: 3,
      services: { getCountry: 3, getShippingMethod: 6 },
    });
  });

  it('advance moves one step or into a status', async () => {
    const { waybill } = await created(sandbox, 'eccang', 'MOVE-1');
    const move = (body: Answer) => control(sandbox, 'advance', { carrier: 'eccang', number: waybill, ...body });
    expect((await move({})).body).toMatchObject({ status: 'P', trackingEvents: 1 });
    expect((await move({})).body).toMatchObject({ status: 'V', trackingEvents: 2 });
    expect((await move({ status: 'O' })).body).toMatchObject({ status: 'O', trackingEvents: 8 });
    expect((await move({ status: 'U', number: 'move-1' })).body).toMatchObject({ status: 'U', trackingEvents: 8 });
  });

  it.each<[string, unknown, string]>([
    ['faults', '{"carrier":', 'JSON'],
    ['faults', { carrier: 'nobody', kind: 'hang' }, 'carrier'],
    ['faults', { carrier: 'eccang', kind: 'fire' }, 'Known: http'],
    ['faults', { carrier: 'eccang', kind: 'http' }, 'status'],
    ['faults', { carrier: 'eccang', kind: 'slow' }, 'delayMs'],
    ['faults', { carrier: 'eccang', kind: 'hang', times: 0 }, 'times'],
    ['faults', { carrier: 'eccang', kind: 'hang', often: 2 }, 'often'],
    ['faults', [], 'array'],
    ['faults', { carrier: 'eccang', kind: 'hang', status: 500 }, 'status'],
    ['faults', { carrier: 'eccang', kind: 'bom', places: ['nowhere'] }, 'places'],
    ['faults', { carrier: 'hge', kind: 'label-amp' }, 'not possible at hge. Known: http'],
    ['faults', { carrier: 'mgoship', kind: 'mixed-zones' }, 'not possible at mgoship'],
    ['faults', { carrier: 'etower', kind: 'dates', service: 'parcel/order/edit' }, 'not possible at parcel/order/edit'],
    ['faults', { carrier: 'hge', kind: 'charset', name: 'gbk', declared: 'xml' }, 'needs an answer in XML'],
    ['faults', { carrier: 'hge', kind: 'charset', name: 'big5', text: '배송' }, 'cannot be written in big5'],
    ['faults', { carrier: 'hge', kind: 'control-character', character: 10 }, 'character'],
    ['advance', { carrier: 'eccang', number: 'unknown' }, 'unknown'],
    ['advance', { carrier: 'nobody', number: '1' }, 'nobody'],
    ['advance', {}, 'number'],
    ['events', { carrier: 'eccang', number: 'unknown', time: '2026-01-05T08:00:00Z' }, 'unknown'],
    ['events', { carrier: 'hge', number: '1', time: '2026-01-05T08:00:00Z' }, 'hge has no tracking'],
    ['events', { carrier: 'eccang', number: '1', time: '2026-01-05 08:00:00' }, 'time'],
    ['events', { carrier: 'eccang', number: '1', time: '2026-02-30T08:00:00Z' }, 'time'],
    ['events', [], 'array'],
  ])('%s with %j is a 400 that says why', async (path, body, why) => {
    const answer = await control(sandbox, path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain(why);
  });

  it('a bad status is a 400; other addresses are a 404', async () => {
    const { waybill } = await created(sandbox, 'eccang', 'STATUS-1');
    expect((await control(sandbox, 'advance', { carrier: 'eccang', number: waybill, status: 'X' })).status).toBe(400);
    expect((await control(sandbox, 'nothing')).status).toBe(404);
    expect((await fetch(`${sandbox.url}/other`)).status).toBe(404);
  });

  it('tells the kinds of faults and their fields, as the document does', async () => {
    const { body } = await control(sandbox, 'faults');
    expect(Object.keys(body)).toEqual(Object.keys(sandbox.addresses));
    expect(Object.keys(asObject(body.hge)).filter((kind) => /label|date|zone|soap/.test(kind))).toEqual([]);
    const known = Object.assign({}, ...Object.values(body));
    const rows = readFileSync('docs/sandbox.md', 'utf8').matchAll(
      /^\| (`[^|]*`[^|]*)\|([^|]*)\|[^|]*(?:\\\|[^|]*)*\|[^|]*\|$/gm,
    );
    const told = [...rows].flatMap(([, kinds = '', fields = '']) =>
      namesIn(kinds).map((kind) => [kind, namesIn(fields.replace(/\([^)]*\)/g, ''))]),
    );
    expect(Object.fromEntries(told)).toEqual(known);
  });

  it('forgets faults and keeps orders', async () => {
    await created(sandbox, 'eccang', 'KEEP-1');
    await fault({ carrier: 'eccang', kind: 'hang', times: 5 });
    await forgetFaults(sandbox);
    await created(sandbox, 'eccang', 'KEEP-2');
    expect(await ordersOf(sandbox, 'eccang')).toHaveLength(2);
  });

  it('reset clears orders, statistics and faults', async () => {
    await created(sandbox, 'eccang', 'RESET-1');
    await fault({ carrier: 'eccang', kind: 'hang', times: 5 });
    await control(sandbox, 'reset', {});
    expect((await control(sandbox, 'stats')).body.eccang).toMatchObject({ requests: 0, connections: 0 });
    expect(await ordersOf(sandbox, 'eccang')).toEqual([]);
    await created(sandbox, 'eccang', 'RESET-1');
  });
});

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

function postWith(agent: Agent, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(sandbox.addresses.eccang ?? '', { method: 'POST', agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    request.once('error', reject);
    request.end(body);
  });
}
