import { createOrder, getOrder, interceptOrder, updateWeights } from '../../../carriers/eccang';
import { getBilledWeights, HUAHAN } from '../../../carriers/huahan';
import { documented, documentedJson, object } from '../../documented';
import { carrier, enveloped, request } from '../eccang/wire';

describe('documented replies', () => {
  it('createOrder at Huahan', async () => {
    const { client: own } = await carrier(HUAHAN, documented('huahan', 'createOrder.response.xml'));
    const { raw, parcel } = await createOrder(own, { reference_no: 'WWTEST202001084549' });
    expect(raw).toEqual(documentedJson('huahan', 'createOrder.response.json'));
    expect(parcel).toEqual({
      carrier: 'huahan',
      reference: 'WWTEST202001084549',
      orderNumber: 'HHWEW0008000011YQ',
      trackingNumber: 'LW423745051CN',
    });
  });

  it('getOrder at Huahan, which has no status', async () => {
    const { raw, parcel } = await getOrder(
      (await carrier(HUAHAN, documented('huahan', 'getOrder.response.xml'))).client,
      'HHWEW0007000006YQ',
    );
    expect(raw).toEqual(object(documentedJson('huahan', 'getOrder.response.json'))['data']);
    expect(parcel).toMatchObject({
      reference: 'WWW3THHF5S25A13D416',
      orderNumber: 'HHWEW0007000006YQ',
      trackingNumber: 'LO715812132CND664',
    });
    expect(parcel).not.toHaveProperty('status');
    expect(parcel).not.toHaveProperty('weightKg');
    expect(parcel.customsItems).toEqual([
      {
        description: 'sd',
        localDescription: '手机壳',
        sku: '4644392',
        quantity: 1,
        weightKg: 1,
        totalValue: '3.33',
        currency: 'USD',
      },
    ]);
  });
});

it('interceptOrder takes the waybill alone; the documented answer is of another one', async () => {
  const answer = documented('huahan', 'interceptOrder.response.xml');
  const { client, sentParams } = await carrier(HUAHAN, answer.replace('HHWDE0098000004YQ', 'HHWDE0092000008YQ'));
  expect(await interceptOrder(client, { number: 'HHWDE0092000008YQ' })).toEqual({
    ...object(documentedJson('huahan', 'interceptOrder.response.json')),
    reference_no: 'HHWDE0092000008YQ',
  });
  expect(sentParams()).toBe(request('huahan', 'interceptOrder.request.json'));
});

it('modifyOrderWeight: the documented answer, of which one entry names another waybill', async () => {
  const { client, sentParams } = await carrier(HUAHAN, documented('huahan', 'modifyOrderWeight.response.xml'));
  const updates = [
    { order_code: 'HHWEW0007000006YQ', weight: '0.02' },
    { order_code: 'HHWEW0007000005YQ', weight: '0.03' },
  ];
  expect(await updateWeights(client, updates)).toMatchObject([
    { kind: 'outcome-unknown' },
    { order_code: 'HHWEW0007000005YQ', ask: 'Success' },
  ]);
  expect(sentParams()).toBe(request('huahan', 'modifyOrderWeight.request.json'));
});

it('modifyOrderWeight: a refused item under a top-level Success', async () => {
  const reply = {
    ask: 'Success',
    message: '',
    Result: [
      { order_code: 'B', ask: 'Success', message: 'Success' },
      { order_code: 'A', ask: 'Failure', Error: { errMessage: '只有草稿、换号中、已预报状态才能修改', errCode: '' } },
    ],
  };
  const { client } = await carrier(HUAHAN, enveloped(reply));
  expect(
    await updateWeights(client, [
      { order_code: 'A', weight: '1' },
      { order_code: 'B', weight: '2' },
      { order_code: 'C', weight: '3' },
    ]),
  ).toMatchObject([
    { kind: 'rejected', message: '只有草稿、换号中、已预报状态才能修改' },
    { ask: 'Success' },
    { kind: 'outcome-unknown', message: 'Huahan Logistics gave no result for C in its answer.' },
  ]);
});

it('getBillingWeight: weights and reasons', async () => {
  const { client, sentParams } = await carrier(
    HUAHAN,
    documented('huahan', 'getBillingWeight.response.xml'),
    enveloped({
      ask: 'Success',
      Data: [
        { Code: 'A', chargeweight: '', message: '订单还未入库' },
        { Code: 'B', chargeweight: '', message: '订单不存在,或运单不属于该客户' },
      ],
    }),
  );
  expect(await getBilledWeights(client, ['HHWIK1102001476YQ', 'LY735983048CN'])).toMatchObject([
    { weight: { carrier: 'huahan', number: 'HHWIK1102001476YQ', weightKg: 0.301 } },
    { weight: { weightKg: 1 } },
  ]);
  expect(sentParams()).toBe(request('huahan', 'getBillingWeight.request.json'));
  expect(await getBilledWeights(client, ['A', 'B'])).toMatchObject([
    { kind: 'rejected', message: '订单还未入库' },
    { kind: 'not-found', message: '订单不存在,或运单不属于该客户' },
  ]);
});
