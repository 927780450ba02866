import { servicesOf } from '../../../sandbox/control-client';
import { etowerOrder } from '../../../sandbox/sample-orders';
import { outputsOf } from '../outputs';
import { useSandbox } from '../sandbox';
import { create, etower, orders, reference } from './orders';

const { sandbox, run } = useSandbox();

describe('changes', () => {
  test('an order without a label cannot be forecast', async () => {
    const ran = await run([etowerOrder('A')], create(), etower('Send', 'manifest', 'send', reference));
    expect(ran.result.error).toEqual({
      message: 'Order is not labelled',
      description: "Get the label first: an order without a label cannot be forecast. Carrier's code: 100016.",
    });
  });
});

describe('bulk', () => {
  test('closing takes 2,000 in a call', async () => {
    await run(orders(2001), create());
    for (let index = 0; index < 2001; index += 1000) {
      const numbers = Array.from({ length: Math.min(1000, 2001 - index) }, (_, each) => ({
        reference: `REF-${index + each}`,
      }));
      await run(numbers, etower('Label', 'label', 'get', { ...reference, labelFormat: 'ZPL' }));
    }
    const numbers = Array.from({ length: 2001 }, (_, index) => ({ reference: `REF-${index}` }));
    const ran = await run(numbers, etower('Close', 'manifest', 'close', { ...reference, manifestNo: 'M-1' }));
    expect(ran.result.error).toBeUndefined();
    expect(outputsOf(ran, 'Close')).toHaveLength(2001);
    expect(await servicesOf(sandbox, 'etower')).toMatchObject({ closeShipments: 2 });
  });
});
