import { interceptOrder, updateWeights } from '../../../carriers/eccang';
import { getBilledWeights, HUAHAN } from '../../../carriers/huahan';
import { documented, documentedJson } from '../../documented';
import { carrier, enveloped, request } from '../eccang/wire';

it('interceptOrder takes the waybill alone', async () => {
  const { client, sentParams } = await carrier(HUAHAN, documented('huahan', 'interceptOrder.response.xml'));
  expect(await interceptOrder(client, { number: 'HHWDE0092000008YQ' })).toEqual(
    documentedJson('huahan', 'interceptOrder.response.json'),
  );
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
        { Code: 'C', chargeweight: '0.3kg', message: '' },
        { Code: 'D', chargeweight: '0.3', message: '复重中', unit: 'KG' },
      ],
    }),
  );
  expect(await getBilledWeights(client, ['HHWIK1102001476YQ', 'LY735983048CN'])).toMatchObject([
    { weight: { carrier: 'huahan', number: 'HHWIK1102001476YQ', weightKg: 0.301, billedWeightKg: 0.301 } },
    { weight: { weightKg: 1 } },
  ]);
  expect(sentParams()).toBe(request('huahan', 'getBillingWeight.request.json'));
  expect(await getBilledWeights(client, ['A', 'B', 'C', 'd'])).toMatchObject([
    { kind: 'rejected', message: '订单还未入库' },
    { kind: 'not-found', message: '订单不存在,或运单不属于该客户' },
    { kind: 'invalid-reply', message: 'Huahan Logistics: the billed weight of C is no number.', carrierText: '0.3kg' },
    { weight: { number: 'd', billedWeightKg: 0.3, message: '复重中', details: { unit: 'KG' } } },
  ]);
});
