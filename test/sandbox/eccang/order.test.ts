import { type Answer, asObject, exampleJson, objects, sandboxOfThisFile, shapeOf } from '../wire';
import { order, ordersOf, stepsAt } from './wire';

const sandbox = sandboxOfThisFile();
const { ask, create, advance, documented } = stepsAt(sandbox, 'eccang');

describe('createOrder', () => {
  it('the documented order is answered with the documented members and types', async () => {
    const answer = await ask('createOrder', documented('createOrder.request.json'));
    expect(shapeOf(answer)).toEqual(shapeOf(documented('createOrder.response.json')));
    expect(Object.keys(answer)).toEqual(Object.keys(documented('createOrder.response.json')));
    expect(answer).toMatchObject({ ask: 'Success', reference_no: 'TEST0001', track_status: 1 });
    expect(answer.order_code).toMatch(/^EC\d{14}YQ$/);
  });

  it('reference, product and country are stored in upper case', async () => {
    await create('lower-1', { shipping_method: 'pk0001', country_code: 'pl' });
    expect(await ordersOf(sandbox, 'eccang')).toMatchObject([
      { reference: 'LOWER-1', product: 'PK0001', country: 'PL', status: 'P', weight: 0.175 },
    ]);
  });

  it('a reference is taken whatever its case, also after cancelling', async () => {
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

  it('all missing fields are listed, separated by ;', async () => {
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

  it.each<[string, Answer]>([
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

  it('a batch answers each order for itself under a top-level Success', async () => {
    const orders = [order('eccang', 'B-1'), order('eccang', 'b-1'), order('eccang', 'B-2', { country_code: '' })];
    const answer = await ask('batchCreateOrder', orders);
    expect(answer).toMatchObject({ ask: 'Success', Error: [] });
    expect(objects(answer.Result).map(({ ask: outcome }) => outcome)).toEqual(['Success', 'Failure', 'Failure']);
    expect(await ask('batchCreateOrder', { order_list: orders })).toMatchObject({ ask: 'Failure' });
  });
});

describe('getOrder', () => {
  it('has the documented shape and the values that were sent', async () => {
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

  it('takes the waybill only; a failure has a message and no Error', async () => {
    const { tracking } = await create('GET-2');
    for (const number of ['GET-2', tracking, 'unknown']) {
      const answer = await ask('getOrder', { reference_no: number });
      expect(answer).toEqual({ ask: 'Failure', message: '订单不存在', 'time_cost(s)': expect.any(Number) });
    }
  });
});

describe('changes', () => {
  it('cancelOrder takes each number, respects the type and answers as documented', async () => {
    const { waybill, tracking } = await create('CANCEL-1');
    expect(await ask('cancelOrder', { reference_no: waybill, type: 2 })).toMatchObject({ Error: { errCode: '5000' } });
    expect(await ask('cancelOrder', { reference_no: 'unknown' })).toMatchObject({ Error: { errCode: '5000' } });
    const answer = await ask('cancelOrder', { reference_no: tracking });
    expect(shapeOf(answer)).toEqual(shapeOf(documented('cancelOrder.response.json')));
    expect(await ordersOf(sandbox, 'eccang')).toMatchObject([{ status: 'E' }]);
    expect(await ask('cancelOrder', { reference_no: tracking })).toMatchObject({ ask: 'Failure' });
  });

  it('interceptOrder needs type and remark and stops forecast and checked-in orders', async () => {
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

  it('modifyOrderWeight judges each entry under a top-level Success', async () => {
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

describe('charges', () => {
  it('an order is billed once it is checked in', async () => {
    const { tracking } = await create('FEE-1');
    expect(await ask('getReceivingExpense', { reference_no: 'FEE-1' })).toMatchObject({ ask: 'Success', data: [] });
    await advance(tracking, 'V');
    expect(await ask('getReceivingExpense', { reference_no: 'FEE-1' })).toMatchObject({
      data: { CustomerOrderNumber: 'FEE-1', TrackingNumber: tracking, SettleWeight: '0.175', TotalFee: '33.40' },
    });
    expect(await ask('getReceivingExpense', { reference_no: 'unknown' })).toMatchObject({ Error: { errCode: '5000' } });
  });
});

describe('reference lists', () => {
  it('addressValidate passes the documented order and lists problems with 50048', async () => {
    const request = documented('addressValidate.request.json');
    const passed = await ask('addressValidate', request);
    expect(passed).toMatchObject({ ask: 'Success', message: '检验通过' });
    expect(shapeOf(passed)).toEqual(shapeOf(documented('addressValidate.response.json')));
    expect(await ask('addressValidate', { ...request, country_code: 'ANDORRA', invoice: [] })).toMatchObject({
      ask: 'Failure',
      message: '信息不合法',
      Error: { errCode: '50048', errMessage: expect.stringMatching(/invoice_enname.*;.*country_code/) },
    });
    expect(await ordersOf(sandbox, 'eccang')).toHaveLength(0);
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
