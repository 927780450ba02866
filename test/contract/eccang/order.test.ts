import {
  cancelOrder,
  checkOrder,
  createOrder,
  createOrders,
  ECCANG,
  getOrder,
  interceptOrder,
} from '../../../carriers/eccang';
import { HUAHAN } from '../../../carriers/huahan';
import { documented, documentedJson, object } from '../../documented';
import { requests } from '../carrier';
import { carrier, enveloped, request } from './wire';

describe('documented requests', () => {
  it.each([
    ['eccang', ECCANG],
    ['huahan', HUAHAN],
  ])('%s createOrder goes out as it was given', async (name, deployment) => {
    const order = object(documentedJson(name, 'createOrder.request.json'));
    const { client: own, sentParams } = await carrier(
      deployment,
      // Huahan's documented answer is of another order than its request.
      enveloped({ ...object(documentedJson(name, 'createOrder.response.json')), reference_no: order['reference_no'] }),
    );
    await createOrder(own, checkOrder(deployment, order));
    expect(sentParams()).toBe(JSON.stringify(order));
    expect(requests()[0]?.body).toContain('<service>createOrder</service>');
  });

  it('getOrder', async () => {
    const { client: own, sentParams } = await carrier(
      ECCANG,
      enveloped(documentedJson('eccang', 'getOrder.response.json')),
    );
    await getOrder(own, 'QGADCX18041700000003');
    expect(sentParams()).toBe(JSON.stringify(documentedJson('eccang', 'getOrder.request.json')));
  });
});

it('cancelOrder, with and without type', async () => {
  const { client, sentParams } = await carrier(ECCANG, documented('eccang', 'cancelOrder.response.xml'));
  expect(await cancelOrder(client, 'CR36600006')).toEqual(documentedJson('eccang', 'cancelOrder.response.json'));
  await cancelOrder(client, 'CR36600006', 2);
  expect(sentParams(0)).toBe(request('eccang', 'cancelOrder.request.json'));
  expect(sentParams(1)).toBe('{"reference_no":"CR36600006","type":2}');
});

it('interceptOrder', async () => {
  const { client, sentParams } = await carrier(
    ECCANG,
    enveloped(documentedJson('eccang', 'interceptOrder.response.json')),
  );
  const raw = await interceptOrder(client, { number: 'QGPLAI18041700000003', type: '1', remark: 'test' });
  expect(raw).toEqual(documentedJson('eccang', 'interceptOrder.response.json'));
  expect(sentParams()).toBe(request('eccang', 'interceptOrder.request.json'));
});

it('batchCreateOrder gives every order its own answer, whatever stands above', async () => {
  const reply = {
    ask: 'Failure',
    message: '',
    Result: [
      { ask: 'Success', reference_no: 'A', order_code: 'W1', shipping_method_no: 'T1', track_status: '1' },
      {
        ask: 'Failure',
        reference_no: 'B',
        message: '订单数据不合法',
        Error: { errCode: '5000', errMessage: '邮编不能为空' },
      },
    ],
    Error: [],
  };
  const { client, sentParams } = await carrier(ECCANG, enveloped(reply));
  const answers = await createOrders(client, [{ reference_no: 'a' }, { reference_no: 'B' }]);
  expect(sentParams()).toBe('[{"reference_no":"a"},{"reference_no":"B"}]');
  expect(answers).toMatchObject([
    { parcel: { orderNumber: 'W1' } },
    { kind: 'rejected', message: '订单数据不合法: 邮编不能为空' },
  ]);
});

it('an order that the batch answer does not mention is looked up', async () => {
  const { client } = await carrier(
    ECCANG,
    enveloped({ ask: 'Success', Result: [{ ask: 'Success', reference_no: 'A', order_code: 'W1' }] }),
    enveloped({ ask: 'Success', data: [{ OrderNumber: 'B', WayBillNumber: 'W2', TrackingNumber: 'T2' }] }),
    enveloped({ ask: 'Success', data: { reference_no: 'B', shipper_hawbcode: 'W2', country_code: 'DE' } }),
  );
  expect(await createOrders(client, [{ reference_no: 'A' }, { reference_no: 'B' }])).toMatchObject([
    { parcel: { orderNumber: 'W1' } },
    { parcel: { orderNumber: 'W2', recovered: true } },
  ]);
});

describe('looking up an order whose answer was lost', () => {
  const lost = { status: 503, body: 'Service Unavailable' };

  it('an echo of the reference without a number is no order', async () => {
    const { client } = await carrier(
      ECCANG,
      lost,
      enveloped({ ask: 'Success', data: [{ OrderNumber: 'R', TrackingNumber: '', WayBillNumber: '' }] }),
    );
    await expect(createOrder(client, { reference_no: 'R' })).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringContaining('Order: Get Tracking Number'),
    });
  });

  it("another order's answer is not this order", async () => {
    const { client } = await carrier(
      HUAHAN,
      lost,
      enveloped({ ask: 'Success', data: { reference_no: 'OTHER', shipper_hawbcode: 'W' } }),
    );
    await expect(createOrder(client, { reference_no: 'R' })).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringContaining('Order: Get'),
    });
  });
});

it('a duplicate among other codes is looked up', async () => {
  const { client } = await carrier(
    ECCANG,
    enveloped({ ask: 'Failure', message: 'x', Error: [{ errCode: '50048' }, { errCode: 'ORDER_REFER_ISEXISTS' }] }),
    enveloped({ ask: 'Success', data: [{ OrderNumber: 'R', WayBillNumber: 'W' }] }),
  );
  expect(await createOrder(client, { reference_no: 'R' }, { returnExisting: true })).toMatchObject({
    parcel: { orderNumber: 'W', recovered: true },
  });
});
