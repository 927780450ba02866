import { step } from '../../../engine';
import { control, servicesOf } from '../../../sandbox/control-client';
import { orders, useEccang } from '../eccang/orders';
import { onRegularOutput, outputsOf } from '../outputs';

const { sandbox, run, place } = useEccang();

describe('Huahan alone', () => {
  const node = 'huahan';

  test('billed weights: weighed, not yet in the warehouse, unknown', async () => {
    const created = await place(node, orders(2));
    await control(sandbox, 'advance', { carrier: 'huahan', number: created[0]?.['orderNumber'], status: 'V' });
    const ran = await run(
      [...created, { orderNumber: 'NOBODY' }],
      step(node, 'Weight', 'order', 'getBilledWeight', { number: '={{ $json.orderNumber }}' }, onRegularOutput),
    );
    const out = outputsOf(ran, 'Weight');
    expect(out[0]?.json).toEqual({
      carrier: 'huahan',
      number: created[0]?.['orderNumber'],
      weightKg: 0.25,
      billedWeightKg: 0.25,
    });
    expect(out[1]?.error?.message).toContain('订单还未入库');
    expect(out[2]?.error?.message).toContain('订单不存在');
    expect((await servicesOf(sandbox, 'huahan'))['getBillingWeight']).toBe(1);
  });
});
