import { startSandbox, type Sandbox } from '../../sandbox/server';
import { asObject, call, control, created, exampleJson, objects, ordersOf, shapeOf, type Answer } from './wire';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => control(sandbox, 'reset', {}));

const ask = (service: string, params: unknown) => call(sandbox, 'eccang', service, params);
const create = (reference: string, changes: Answer = {}) => created(sandbox, 'eccang', reference, changes);
const advance = (number: string, status: string) => control(sandbox, 'advance', { carrier: 'eccang', number, status });
const documented = (file: string) => exampleJson('eccang', file);

describe('getOrder', () => {
  test('has the documented shape and the values that were sent', async () => {
    const { waybill } = await create('GET-1');
    const answer = await ask('getOrder', { reference_no: waybill });
    const wanted = asObject(documented('getOrder.response.json').data);
    const data = asObject(answer.data);
    expect(Object.keys(data).sort()).toEqual(Object.keys(wanted).sort());
    for (const part of ['Consignee', 'Shipper', 'ItemArr', 'volume']) {
      const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
      expect(Object.keys(asObject(first(data[part])))).toEqual(Object.keys(asObject(first(wanted[part]))));
    }
    expect(data).toMatchObject({
      reference_no: 'GET-1',
      shipper_hawbcode: waybill,
      status: 'P',
      order_weight: '0.175',
      order_pieces: '1',
      insurance_value: null,
      ItemArr: [{ invoice_totalcharge: '0.590' }, { invoice_totalcharge: '2.700', box_no: 'U002' }],
      volume: [{ length: '10.0', grossweight: '1.250' }, { child_track_number: 'TEST1234U002' }],
    });
  });

  test('takes the waybill only; a failure has a message and no Error', async () => {
    const { tracking } = await create('GET-2');
    for (const number of ['GET-2', tracking, 'unknown']) {
      const answer = await ask('getOrder', { reference_no: number });
      expect(answer).toEqual({ ask: 'Failure', message: '订单不存在', 'time_cost(s)': expect.any(Number) });
    }
  });
});

describe('changes', () => {
  test('cancelOrder takes each number, respects the type and answers as documented', async () => {
    const { waybill, tracking } = await create('CANCEL-1');
    expect(await ask('cancelOrder', { reference_no: waybill, type: 2 })).toMatchObject({ Error: { errCode: '5000' } });
    expect(await ask('cancelOrder', { reference_no: 'unknown' })).toMatchObject({ Error: { errCode: '5000' } });
    const answer = await ask('cancelOrder', { reference_no: tracking });
    expect(shapeOf(answer)).toEqual(shapeOf(documented('cancelOrder.response.json')));
    expect(await ordersOf(sandbox, 'eccang')).toMatchObject([{ status: 'E' }]);
    expect(await ask('cancelOrder', { reference_no: tracking })).toMatchObject({ ask: 'Failure' });
  });

  test('interceptOrder needs type and remark and stops forecast and checked-in orders', async () => {
    const { waybill } = await create('HOLD-1');
    const request = { ...documented('interceptOrder.request.json'), reference_no: waybill };
    expect(await ask('interceptOrder', { ...request, type: '' })).toMatchObject({ ask: 'Failure' });
    expect(await ask('interceptOrder', { ...request, hold_on_remark: '' })).toMatchObject({ ask: 'Failure' });
    expect(await ask('interceptOrder', { ...request, type: 3 })).toMatchObject({ Error: { errCode: '5000' } });
    await advance(waybill, 'C');
    expect(await ask('interceptOrder', request)).toMatchObject({ ask: 'Failure', Error: { errCode: '' } });
    await advance(waybill, 'V');
    const answer = await ask('interceptOrder', request);
    expect(shapeOf(answer)).toEqual(shapeOf(documented('interceptOrder.response.json')));
    expect(await ordersOf(sandbox, 'eccang')).toMatchObject([{ status: 'Q', holdRemark: 'test' }]);
  });

  test('modifyOrderWeight judges each entry under a top-level Success', async () => {
    const { waybill } = await create('WEIGHT-1');
    const answer = await ask('modifyOrderWeight', [
      { order_code: waybill, weight: '0.25' },
      { order_code: waybill, weight: '0.2555' },
      { order_code: 'WEIGHT-1', weight: '1' },
    ]);
    expect(answer).toMatchObject({
      ask: 'Success',
      Result: [{ ask: 'Success' }, { ask: 'Failure' }, { ask: 'Failure' }],
    });
    expect(await ordersOf(sandbox, 'eccang')).toMatchObject([{ weight: 0.25 }]);
    await advance(waybill, 'V');
    const late = await ask('modifyOrderWeight', [{ order_code: waybill, weight: 1 }]);
    expect(late).toMatchObject({ ask: 'Success', Result: [{ ask: 'Failure', Error: { errCode: '' } }] });
    expect(await ask('modifyOrderWeight', { order_code: waybill, weight: 1 })).toMatchObject({ ask: 'Failure' });
  });
});

describe('tracking', () => {
  test('moves one event with each question, newest first, and takes the order along', async () => {
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

  test('takes tracking numbers, leaves unknown ones out and fails when none is known', async () => {
    const { tracking, waybill } = await create('TRACK-2');
    expect(objects((await ask('getCargoTrack', { codes: [tracking, 'unknown'] })).Data)).toHaveLength(1);
    for (const codes of [[waybill], [], undefined, Array.from({ length: 51 }, () => tracking)]) {
      expect(await ask('getCargoTrack', { codes })).toMatchObject({
        ask: 'Failure',
        Error: { cnMessage: expect.any(String), enMessage: expect.any(String) },
      });
    }
  });

  test('a held parcel stays where it is', async () => {
    const { tracking } = await create('TRACK-3');
    await advance(tracking, 'Q');
    expect(objects((await ask('getCargoTrack', { codes: [tracking] })).Data)).toMatchObject([{ Detail: [] }]);
  });
});
