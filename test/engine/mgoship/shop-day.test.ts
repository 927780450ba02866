import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT, runWorkflow } from '../../../engine';
import { credentialsFor, ordersAt } from '../../../sandbox/control-client';
import { mgoshipParcelOrder } from '../../../sandbox/sample-orders';
import { jsonOf } from '../outputs';
import { useSandbox } from '../sandbox';
import { create, mgoship } from './orders';

const { sandbox, run } = useSandbox();

describe('every operation, with the rule of the sandbox as a template', () => {
  test('a parcel is created, looked up by each number, tracked and deleted', async () => {
    const ran = await run(
      [mgoshipParcelOrder('OWN-1')],
      create(),
      mgoship('Get', 'parcelOrder', 'get', { numberType: 'orderNo', number: '={{ $json.orderNumber }}' }),
      mgoship('By Own Number', 'parcelOrder', 'get', { numberType: 'customerno', number: '={{ $json.reference }}' }),
      mgoship('By Tracking', 'parcelOrder', 'get', { numberType: 'trackno', number: '={{ $json.trackingNumber }}' }),
      mgoship('Raw', 'parcelOrder', 'get', { number: '={{ $json.orderNumber }}', simplify: false }),
      mgoship('Track', 'tracking', 'get', { number: '={{ $json.order.orderNo }}' }),
      mgoship('Delete', 'parcelOrder', 'delete', { number: '={{ $json.orderNumber }}' }),
    );
    expect(ran.result.error).toBeUndefined();
    const [created] = jsonOf(ran, 'Create');
    expect(created).toEqual({ carrier: 'mgoship', reference: 'OWN-1', orderNumber: '100014163701' });
    const parcel = {
      carrier: 'mgoship',
      reference: 'OWN-1',
      orderNumber: '100014163701',
      trackingNumber: '362022872364',
      status: 'pending',
      statusRaw: '已预报',
      recipient: { name: '山田 太郎', street: '秋田市見本町1-2-3 "A/B"', province: '秋田県' },
      customsItems: [{ description: 'EARPHONE', unitValue: '4500.00', currency: 'JPY' }],
      payment: { firstLegPaid: false, lastLegPaid: false },
    };
    for (const node of ['Get', 'By Own Number', 'By Tracking']) expect(jsonOf(ran, node)[0]).toMatchObject(parcel);
    expect(jsonOf(ran, 'Raw')[0]).toMatchObject({ order: { insurance: 'NO', weight: '0.585' }, fee: { pay_jp: '0' } });
    expect(jsonOf(ran, 'Track')[0]).toMatchObject({
      status: 'pending',
      events: [{ time: expect.stringMatching(/^\d{4}-.*Z$/), status: 'unknown', description: '接口推送订单' }],
    });
    expect(jsonOf(ran, 'Delete')).toEqual([
      { carrier: 'mgoship', numberType: 'orderNo', number: '100014163701', deleted: true, message: '订单删除成功' },
    ]);
    expect(await ordersAt(sandbox, 'mgoship')).toEqual([]);
  });

  test('the example workflow', async () => {
    const example = (file: string): unknown => JSON.parse(readFileSync(join(PROJECT_ROOT, 'examples', file), 'utf8'));
    const ran = await runWorkflow({
      workflow: example('ship-to-japan-mgoship.workflow.json'),
      credentials: credentialsFor(sandbox),
      items: example('orders.japan.json'),
    });
    expect(ran.result.status).toBe('success');
    expect(jsonOf(ran, 'Get Tracking').map(({ reference }) => reference)).toEqual(['JP-10001', 'JP-10002']);
    expect(jsonOf(ran, 'Refused Orders')).toMatchObject([
      { orderNumber: 'JP-10003', error: expect.stringContaining('Recipient: Postcode (consignee.postcode)') },
    ]);
  });
});
