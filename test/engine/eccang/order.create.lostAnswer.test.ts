import { step } from '../../../engine';
import { control, ordersAt, servicesOf } from '../../../sandbox/control-client';
import { eccangOrder } from '../../../sandbox/sample-orders';
import { jsonOf, outputsOf, toErrorOutput } from '../outputs';
import { useSandbox } from '../sandbox';
import { carrierOf, create, orders } from './orders';

const { sandbox, run } = useSandbox();

describe.each(['huahan', 'eccangTms'])('%s', (node) => {
  const carrier = carrierOf(node);

  test('an order whose answer was lost is found again and not sent twice', async () => {
    await control(sandbox, 'faults', { carrier, service: 'createOrder', kind: 'disconnect-after', after: 1 });
    const ran = await run(orders(3), create(node, { options: { concurrency: 1 } }));
    expect(ran.result.status).toBe('success');
    expect(outputsOf(ran, 'Create').map(({ json }) => json['recovered'])).toEqual([undefined, true, undefined]);
    expect(jsonOf(ran, 'Create')[1]).toMatchObject({ reference: 'REF-1', orderNumber: expect.any(String) });
    expect(await ordersAt(sandbox, carrier)).toHaveLength(3);
    expect((await servicesOf(sandbox, carrier))['createOrder']).toBe(3);
  });

  test.each(['truncated', 'half-body'])('an order is found again after a %s answer to its create', async (kind) => {
    await control(sandbox, 'faults', { carrier, service: 'createOrder', kind });
    const ran = await run([eccangOrder('LOST')], create(node, {}, toErrorOutput));
    expect(jsonOf(ran, 'Create')[0]).toMatchObject({ reference: 'LOST', recovered: true });
    expect((await servicesOf(sandbox, carrier))['createOrder']).toBe(1);
    expect(await ordersAt(sandbox, carrier)).toHaveLength(1);
  });

  test.each(['html', 'empty'])(
    'a %s answer to a create that did nothing says so, and sends nothing again',
    async (kind) => {
      await control(sandbox, 'faults', { carrier, service: 'createOrder', kind });
      const ran = await run([eccangOrder('LOST')], create(node, {}, toErrorOutput));
      expect(outputsOf(ran, 'Create', 1)[0]?.error?.message).toContain('does not know reference LOST');
      expect((await servicesOf(sandbox, carrier))['createOrder']).toBe(1);
      expect(await ordersAt(sandbox, carrier)).toEqual([]);
    },
  );
});

test('an order that was there before, and whose refusal was lost, is not recovered but named', async () => {
  const [made] = jsonOf(await run([eccangOrder('OLD')], create('eccangTms')), 'Create');
  await control(sandbox, 'advance', { carrier: 'eccang', number: made?.['orderNumber'], status: 'V' });
  await control(sandbox, 'faults', { carrier: 'eccang', service: 'createOrder', kind: 'disconnect-after', times: 2 });
  const again = await run([eccangOrder('OLD')], create('eccangTms', {}, toErrorOutput));
  expect(outputsOf(again, 'Create', 1)[0]?.error?.message).toContain(
    `has order ${String(made?.['orderNumber'])}, which is not the one sent: it is under way already (V)`,
  );
  const wanted = { options: { ifReferenceExists: 'return' } };
  const returned = await run([eccangOrder('OLD')], create('eccangTms', wanted, toErrorOutput));
  expect(jsonOf(returned, 'Create')).toMatchObject([{ orderNumber: made?.['orderNumber'], recovered: true }]);
});

describe.each(['huahan', 'eccangTms'])('corrections at %s', (node) => {
  const carrier = carrierOf(node);

  test('a batch whose answer was lost is looked up, order by order', async () => {
    await control(sandbox, 'faults', { carrier, service: 'batchCreateOrder', kind: 'disconnect-after' });
    const ran = await run(
      orders(3),
      step(node, 'Create', 'order', 'create', {
        inputMode: 'json',
        body: '={{ $json }}',
        options: { sendInBatches: true },
      }),
    );
    expect(outputsOf(ran, 'Create').map(({ json }) => json['recovered'])).toEqual([true, true, true]);
    expect(await ordersAt(sandbox, carrier)).toHaveLength(3);
  });
});
