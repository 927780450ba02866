import { startSandbox, type Sandbox } from '../../sandbox/server';
import { asObject, call, control, created, exampleJson, objects, order, ordersOf, shapeOf, type Answer } from './wire';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => control(sandbox, 'reset', {}));

const ask = (service: string, params: unknown) => call(sandbox, 'eccang', service, params);
const create = (reference: string, changes: Answer = {}) => created(sandbox, 'eccang', reference, changes);
const documented = (file: string) => exampleJson('eccang', file);

describe('createOrder', () => {
  test('the documented order is answered with the documented members and types', async () => {
    const answer = await ask('createOrder', documented('createOrder.request.json'));
    expect(shapeOf(answer)).toEqual(shapeOf(documented('createOrder.response.json')));
    expect(Object.keys(answer)).toEqual(Object.keys(documented('createOrder.response.json')));
    expect(answer).toMatchObject({ ask: 'Success', reference_no: 'TEST0001', track_status: 1 });
    expect(answer.order_code).toMatch(/^EC\d{14}YQ$/);
  });

  test('tracking numbers carry a valid check digit', async () => {
    for (const reference of ['S10-1', 'S10-2', 'S10-3', 'S10-4', 'S10-5', 'S10-6', 'S10-7', 'S10-8', 'S10-9']) {
      expect(hasCheckDigit((await create(reference)).tracking)).toBe(true);
    }
    expect(hasCheckDigit('LZ251182095CN')).toBe(true);
  });

  test('reference, product and country are stored in upper case', async () => {
    await create('lower-1', { shipping_method: 'pk0001', country_code: 'pl' });
    expect(await ordersOf(sandbox, 'eccang')).toMatchObject([
      { reference: 'LOWER-1', product: 'PK0001', country: 'PL', status: 'P', weight: 0.175 },
    ]);
  });

  test('a reference is taken whatever its case, also after cancelling', async () => {
    await create('Twice-1');
    await ask('cancelOrder', { reference_no: 'TWICE-1' });
    expect(await ask('createOrder', order('eccang', 'tWICE-1'))).toMatchObject({
      ask: 'Failure',
      message: '订单数据不合法',
      reference_no: 'tWICE-1',
      Error: { errCode: 'ORDER_REFER_ISEXISTS', errMessage: '参考单号已存在' },
    });
    expect(await ordersOf(sandbox, 'eccang')).toHaveLength(1);
  });

  test('all missing fields are listed, separated by ;', async () => {
    const { Error } = await ask('createOrder', { ...order('eccang', ''), order_weight: '', Consignee: {} });
    expect(Error).toMatchObject({ errCode: '5000' });
    expect(String(asObject(Error).errMessage).split(';')).toEqual([
      'reference_no不能为空',
      'order_weight不能为空',
      'Consignee.consignee_name不能为空',
      'Consignee.consignee_street不能为空',
      'Consignee.consignee_city不能为空',
      'Consignee.consignee_postcode不能为空',
    ]);
    expect(await ordersOf(sandbox, 'eccang')).toHaveLength(0);
  });

  test.each<[string, Answer]>([
    ['shipping_method', { shipping_method: 'NOPE' }],
    ['country_code', { country_code: 'POL' }],
    ['ZZ', { country_code: 'ZZ' }],
    ['order_weight', { order_weight: 0 }],
    ['order_weight', { order_weight: -1 }],
    ['order_weight', { order_weight: '0.1755' }],
    ['order_weight', { order_weight: 'heavy' }],
    ['order_pieces', { order_pieces: 1.5 }],
    ['reference_no', { reference_no: 'R'.repeat(51) }],
    ['platform_number', { platform_number: 'P'.repeat(51) }],
    ['is_COD', { is_COD: 'yes' }],
    ['extra_service', { extra_service: 'XX' }],
    ['PK0032', { shipping_method: 'PK0032' }],
    ['consignee_taxno', { country_code: 'BR' }],
    ['ItemArr', { ItemArr: [] }],
    ['ItemArr[0].invoice_quantity', { ItemArr: [{ ...item(), invoice_quantity: 0 }] }],
    ['ItemArr[1].invoice_enname', { ItemArr: [item(), { ...item(), invoice_enname: '' }] }],
    ['Volume[0].length', { Volume: [{ length: '0', width: 1, height: 1, weight: 1 }] }],
    ['Shipper', { Shipper: undefined }],
  ])('a bad %s is refused and named', async (field, changes) => {
    const answer = await ask('createOrder', { ...order('eccang', 'BAD-1'), ...changes });
    expect(answer).toMatchObject({ ask: 'Failure', message: '订单数据不合法' });
    const problem = String(asObject(answer.Error).errMessage);
    expect(problem).toContain(problemNames.get(field) ?? field);
    expect(await ordersOf(sandbox, 'eccang')).toHaveLength(0);
  });

  test('a batch answers each order for itself under a top-level Success', async () => {
    const orders = [order('eccang', 'B-1'), order('eccang', 'b-1'), order('eccang', 'B-2', { country_code: '' })];
    const answer = await ask('batchCreateOrder', orders);
    expect(answer).toMatchObject({ ask: 'Success', Error: [] });
    expect(objects(answer.Result).map(({ ask: outcome }) => outcome)).toEqual(['Success', 'Failure', 'Failure']);
    expect(await ask('batchCreateOrder', { order_list: orders })).toMatchObject({ ask: 'Failure' });
  });
});

describe('tracking numbers', () => {
  test('a late number is empty first and there on the second question', async () => {
    const { tracking } = await create('LATE-1', { shipping_method: 'PK0071' });
    expect(tracking).toBe('');
    const first = await ask('getTrackNumber', { reference_no: ['late-1', 'unknown'] });
    expect(first.data).toEqual([{ OrderNumber: 'LATE-1', TrackingNumber: '', WayBillNumber: expect.any(String) }]);
    const [late] = objects((await ask('getTrackNumber', { reference_no: ['LATE-1'] })).data);
    expect(hasCheckDigit(String(late?.TrackingNumber))).toBe(true);
  });

  test('a product without tracking has none, and only unknown references fail', async () => {
    expect((await create('NONE-1', { shipping_method: 'PK0068' })).tracking).toBe('');
    expect(await ask('getTrackNumber', { reference_no: ['unknown'] })).toMatchObject({ ask: 'Failure' });
    expect(await ask('getTrackNumber', { reference_no: 'NONE-1' })).toMatchObject({ ask: 'Failure' });
  });

  test('the change log is filtered by its window; no change is a success', async () => {
    const { waybill, tracking } = await create('LOG-1');
    const answer = await ask('getTrackingNumberChangeRecord', { shipper_hawbcode: waybill });
    expect(shapeOf(answer)).toEqual(shapeOf(documented('getTrackingNumberChangeRecord.response.json')));
    expect(answer.data).toMatchObject([{ shipping_method_no: tracking, old_shipping_method_no: '' }]);
    const window = { start_date: '2030-01-01 00:00:00', end_date: '2030-01-02 00:00:00' };
    expect(await ask('getTrackingNumberChangeRecord', { shipper_hawbcode: waybill, ...window })).toMatchObject({
      ask: 'Success',
      data: [],
    });
  });
});

/** Where the failure text names the problem in another word than the case's title. */
const problemNames = new Map([
  ['shipping_method', '运输方式NOPE不存在'],
  ['extra_service', '附加服务XX'],
]);

function item(): Answer {
  return objects(exampleJson('eccang', 'createOrder.request.json').ItemArr)[0] ?? {};
}

/** UPU S10: eight digits weighted 8 6 4 2 3 5 9 7, rest to 11; 10 becomes 0 and 11 becomes 5. */
function hasCheckDigit(number: string): boolean {
  const [, digits = '', check = ''] = /^[A-Z]{2}(\d{8})(\d)CN$/.exec(number) ?? [];
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const rest = 11 - (sum % 11);
  return check === String({ 10: 0, 11: 5 }[rest] ?? rest);
}
