import { servicesOf } from '../../../sandbox/control-client';
import { outputsOf, pairs } from '../outputs';
import { useSandbox } from '../sandbox';
import { create, etower, orders, reference, tracking } from './orders';

const { sandbox, run } = useSandbox();

describe('bulk', () => {
  test('3,000 orders are 10 calls; 3,000 trackings are 100', async () => {
    const ran = await run(orders(3000), create(), etower('Track', 'tracking', 'get', tracking));
    expect(ran.result.error).toBeUndefined();
    const created = outputsOf(ran, 'Create');
    expect(created.map(({ json }) => json['reference'])).toEqual(orders(3000).map(({ referenceNo }) => referenceNo));
    expect(pairs(created)).toEqual(created.map((_, item) => ({ item })));
    const tracked = outputsOf(ran, 'Track');
    expect(tracked.map(({ json }) => json['trackingNumber'])).toEqual(
      created.map(({ json }) => json['trackingNumber']),
    );
    expect(pairs(tracked)).toEqual(tracked.map((_, item) => ({ item })));
    expect(await servicesOf(sandbox, 'etower')).toEqual({ orders: 10, trackingEvents: 100 });
  });

  test.each([
    ['order', 'get', 'queryorders', tracking, {}],
    ['label', 'getData', 'labelSpecs', reference, {}],
    ['order', 'hold', 'hold', reference, { holdType: '1' }],
    ['order', 'getTrackingNumber', 'trackingNumbers', reference, {}],
  ])('%s %s: 301 items are two calls', async (resource, operation, service, number, parameters) => {
    const ran = await run(orders(301), create(), etower('Next', resource, operation, { ...number, ...parameters }));
    expect(pairs(outputsOf(ran, 'Next'))).toEqual(Array.from({ length: 301 }, (_, item) => ({ item })));
    expect(await servicesOf(sandbox, 'etower')).toEqual({ orders: 2, [service]: 2 });
  });
});
