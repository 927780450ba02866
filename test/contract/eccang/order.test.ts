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

describe('documented replies', () => {
  it('createOrder at Eccang', async () => {
    const { client: own } = await carrier(ECCANG, enveloped(documentedJson('eccang', 'createOrder.response.json')));
    const { raw, parcel } = await createOrder(own, { reference_no: 'TEST0001' });
    expect(raw).toEqual(documentedJson('eccang', 'createOrder.response.json'));
    expect(parcel).toEqual({
      carrier: 'eccang',
      reference: 'TEST0001',
      orderNumber: 'EC20188041602884YQ',
      trackingNumber: 'LZ251182095CN',
    });
  });

  it('getOrder at Eccang', async () => {
    const document = object(documentedJson('eccang', 'getOrder.response.json'));
    const { raw, parcel } = await getOrder((await carrier(ECCANG, enveloped(document))).client, 'QGADCX18041700000003');
    expect(raw).toEqual(document['data']);
    expect(parcel).toMatchObject({
      carrier: 'eccang',
      orderNumber: 'QGADCX18041700000003',
      trackingNumber: 'QGADCX18041700000003',
      lastMileNumber: '34161184947327',
      status: 'in_transit',
      statusRaw: 'C',
      service: { code: 'PK0068' },
      country: 'AD',
      weightKg: 1,
      dimensionsCm: { length: 1, width: 1, height: 1 },
      recipient: { street: 'dfdfdfdf', country: 'AD' },
    });
    expect(parcel).not.toHaveProperty('reference');
    expect(parcel.recipient).not.toHaveProperty('postcode');
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

it.each([
  ['zeros at the order', { length: 0, width: '0', height: 0 }, { length: 10, width: 20, height: 30 }],
  ['sizes at the order', { length: 1, width: 2, height: 3 }, { length: 1, width: 2, height: 3 }],
])('the size of the only box counts where the order has none: %s', async (_, own, dimensionsCm) => {
  const volume = [{ length: '10', width: '20', height: '30.00' }];
  const { client } = await carrier(
    ECCANG,
    enveloped({ ask: 'Success', data: { shipper_hawbcode: 'W', ...own, volume } }),
  );
  expect(await getOrder(client, 'W')).toMatchObject({ parcel: { dimensionsCm } });
});

it('what is left to do at the carrier is told', async () => {
  const { client } = await carrier(
    ECCANG,
    enveloped({ ask: 'Success', order_code: 'W', sender_info_status: 0, ODA: 'Y' }),
  );
  expect((await createOrder(client, { reference_no: 'R' })).parcel.notes).toHaveLength(2);
});
