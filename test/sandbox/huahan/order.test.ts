import { order, ordersOf, stepsAt } from '../eccang/wire';
import { asObject, objects, sandboxOfThisFile, shapeOf } from '../wire';

const sandbox = sandboxOfThisFile();
const { ask, create, advance, documented } = stepsAt(sandbox, 'huahan');

describe('createOrder', () => {
  it('the documented order, its product named in Chinese, is answered in the documented shape', async () => {
    const answer = await ask('createOrder', documented('createOrder.request.json'));
    expect(Object.keys(answer)).toEqual(Object.keys(documented('createOrder.response.json')));
    expect(shapeOf(answer)).toEqual(shapeOf(documented('createOrder.response.json')));
    expect(answer.order_code).toMatch(/^HHW[A-Z]{2}\d{10}YQ$/);
    expect(await ordersOf(sandbox, 'huahan')).toMatchObject([
      { product: 'PK0032', trackingNumber: answer.shipping_method_no },
    ]);
  });

  it('a taken reference is refused with the message of Huahan', async () => {
    await create('Dup-1');
    expect(await ask('createOrder', order('huahan', 'DUP-1'))).toMatchObject({
      message: '服务异常:订单数据不合法',
      Error: { errCode: 'ORDER_REFER_ISEXISTS', errMessage: '参考单号已存在' },
    });
  });

  it('the sender is mandatory, the postcode is not', async () => {
    const example = documented('createOrder.request.json');
    const withoutPostcode = { ...asObject(example.Consignee), consignee_postcode: '' };
    await create('FIELDS-1', { Consignee: withoutPostcode });
    const answer = await ask('createOrder', order('huahan', 'FIELDS-2', { Shipper: { shipper_name: 'Test' } }));
    expect(String(asObject(answer.Error).errMessage).split(';')).toHaveLength(7);
    const items = objects(example.ItemArr).map((line) => ({ ...line, invoice_currencycode: 'CNY' }));
    expect(await ask('createOrder', order('huahan', 'FIELDS-3', { ItemArr: items }))).toMatchObject({ ask: 'Failure' });
  });

  it('without a tracking number the waybill stands in for it', async () => {
    for (const [code, reference] of [
      ['PK0055', 'NONE-1'],
      ['PK0061', 'NONE-2'],
    ] as const) {
      const { waybill, tracking } = await create(reference, { shipping_method: code });
      expect(tracking).toBe(waybill);
    }
    await ask('getCargoTrack', { codes: [(await ordersOf(sandbox, 'huahan'))[0]?.orderNumber] });
    const [late, none] = await ordersOf(sandbox, 'huahan');
    expect(late?.trackingNumber).toMatch(/^LY\d{9}CN$/);
    expect(none?.trackingNumber).toBe(none?.orderNumber);
  });

  it('a batch takes five orders', async () => {
    const orders = Array.from({ length: 6 }, (_, index) => order('huahan', `BATCH-${index}`));
    expect(await ask('batchCreateOrder', orders)).toMatchObject({ ask: 'Failure' });
    expect(objects((await ask('batchCreateOrder', orders.slice(1))).Result)).toHaveLength(5);
  });
});

describe('orders', () => {
  it('getOrder takes reference and waybill and shows what the cut-off example shows', async () => {
    const { waybill, tracking } = await create('GET-1');
    const { 'time_cost(s)': time, ...answer } = await ask('getOrder', { reference_no: 'GET-1' });
    expect(typeof time).toBe('string');
    const wanted = documented('getOrder.response.json');
    const [first] = objects(asObject(answer.data).ItemArr);
    expect(shapeOf(answer)).toEqual(shapeOf(wanted));
    expect(first).toMatchObject({
      invoice_weight: '0.800',
      invoice_totalcharge: '10.50',
      invoice_totalWeight: '2.400',
    });
    expect(await ask('getOrder', { reference_no: waybill })).toMatchObject({ ask: 'Success' });
    expect(await ask('getOrder', { reference_no: tracking })).toMatchObject({ ask: 'Failure', message: '订单不存在' });
  });

  it('interceptOrder takes the waybill of a forecast order, without type and remark', async () => {
    const { waybill, tracking } = await create('HOLD-1');
    expect(await ask('interceptOrder', { reference_no: tracking })).toMatchObject({ Error: { errCode: '5000' } });
    await advance(waybill, 'V');
    expect(await ask('interceptOrder', { reference_no: waybill })).toMatchObject({ ask: 'Failure' });
    await advance(waybill, 'P');
    const answer = await ask('interceptOrder', { reference_no: waybill });
    expect(shapeOf(answer)).toEqual(shapeOf(documented('interceptOrder.response.json')));
    expect(await ordersOf(sandbox, 'huahan')).toMatchObject([{ status: 'Q' }]);
  });

  it('modifyOrderWeight takes any number; cancelOrder the waybill', async () => {
    const { waybill, tracking } = await create('WEIGHT-1');
    const entries = [waybill, tracking, 'weight-1'].map((order_code) => ({ order_code, weight: '0.02' }));
    const answer = await ask('modifyOrderWeight', entries);
    expect(shapeOf(answer)).toEqual(shapeOf(documented('modifyOrderWeight.response.json')));
    expect(answer).toMatchObject({ message: '', Result: [{ ask: 'Success' }, { ask: 'Success' }, { ask: 'Success' }] });
    expect(await ask('cancelOrder', { reference_no: waybill })).toMatchObject({ ask: 'Success' });
  });
});

describe('charges and products', () => {
  it('getOrderFee sends its data as JSON text with escapes and a total that does not add up', async () => {
    const { tracking } = await create('FEE-1');
    await advance(tracking, 'V');
    const answer = await ask('getOrderFee', { reference_no: 'FEE-1' });
    expect(answer.data).toMatch(/^[\x20-\x7e]+$/);
    const data: unknown = JSON.parse(String(answer.data));
    expect(shapeOf(data)).toEqual(shapeOf(documented('getOrderFee.response.json').data));
    expect(data).toMatchObject({
      total_price: '0.00',
      details: [{ fee_name: '速递运费', price: '85.00', currency: 'RMB' }, {}],
    });
    expect(await ask('getOrderFee', { reference_no: `FEE-1,${tracking}` })).toMatchObject({
      Error: { errCode: '50010' },
    });
  });

  it('getBillingWeight tells per number what is wrong', async () => {
    const { waybill } = await create('WEIGH-1');
    await create('WEIGH-2');
    await advance(waybill, 'V');
    const answer = await ask('getBillingWeight', { codes: ['WEIGH-1', 'WEIGH-2', 'unknown'] });
    expect(shapeOf(answer)).toEqual(shapeOf(documented('getBillingWeight.response.json')));
    expect(answer.Data).toEqual([
      { Code: 'WEIGH-1', chargeweight: '1.000', message: '' },
      { Code: 'WEIGH-2', chargeweight: '', message: '订单还未入库' },
      { Code: 'unknown', chargeweight: '', message: '订单不存在,或运单不属于该客户' },
    ]);
  });
});
