import { objectOf } from '#carriers/shared/json-value';
import { chain, runWorkflow, type WorkflowRun } from '../../../engine';
import { control, credentialsFor, ordersAt, statsOf } from '../../../sandbox/control-client';
import { mgoshipParcelOrder } from '../../../sandbox/sample-orders';
import { jsonOf, onRegularOutput, outputsOf, pairs, toErrorOutput } from '../outputs';
import { until, useSandbox } from '../sandbox';
import { create, many, mgoship } from './orders';

const { sandbox, run } = useSandbox();

const items = (count: number): { json: { n: number } }[] => Array.from({ length: count }, (_, n) => ({ json: { n } }));

describe('many items', () => {
  test('500 lookups run with bounded parallelism, each paired with its item', async () => {
    // Held until as many are there as may be: so they meet at the carrier on a machine of any speed.
    const allowed = { add_tms_order: 10, get_tms_order_detail: 7 };
    for (const [service, times] of Object.entries(allowed))
      await control(sandbox, 'faults', { carrier: 'mgoship', service, kind: 'hold', times });
    const running = run(
      many(500),
      create({ options: { concurrency: 10 } }),
      mgoship('Get', 'parcelOrder', 'get', { number: '={{ $json.orderNumber }}', options: { concurrency: 7 } }),
    );
    for (const [service, times] of Object.entries(allowed)) {
      await until(async () => objectOf((await statsOf(sandbox, 'mgoship'))['maxInFlightByService'])[service] === times);
      await control(sandbox, 'release');
    }
    const ran = await running;
    expect(ran.result.error).toBeUndefined();
    expect(jsonOf(ran, 'Get').map(({ reference }) => reference)).toEqual(many(500).map((_, index) => `OWN-${index}`));
    expect(pairs(outputsOf(ran, 'Get'))).toEqual(many(500).map((_, item) => ({ item })));
    const stats = await statsOf(sandbox, 'mgoship');
    expect(stats).toMatchObject({ requests: 1000, services: { add_tms_order: 500, get_tms_order_detail: 500 } });
    expect(stats['maxInFlightByService']).toEqual(allowed);
    expect(stats['connections']).toBeLessThanOrEqual(10);
  });

  test('every item of a mixed list ends as one output or one error, paired with it', async () => {
    const mixed = [
      mgoshipParcelOrder('A'),
      mgoshipParcelOrder('B', { weight: '0' }),
      mgoshipParcelOrder('C', { channel: 9 }),
      mgoshipParcelOrder('D'),
    ];
    const ran = await run(mixed, create({}, toErrorOutput));
    expect(jsonOf(ran, 'Create').map(({ reference }) => reference)).toEqual(['A', 'D']);
    expect(pairs(outputsOf(ran, 'Create'))).toEqual([{ item: 0 }, { item: 3 }]);
    expect(pairs(outputsOf(ran, 'Create', 1))).toEqual([{ item: 1 }, { item: 2 }]);
    expect(jsonOf(ran, 'Create', 1)).toMatchObject([
      { error: 'order.weight must be a number greater than 0', order: { customerno: 'B' } },
      { error: 'order.channel格式不正确', order: { customerno: 'C' } },
    ]);
    expect(await ordersAt(sandbox, 'mgoship')).toHaveLength(2);
  });

  test('continuing on the regular output keeps errors in their places', async () => {
    const ran = await run(
      items(3),
      mgoship('Get', 'parcelOrder', 'get', { number: '={{ $json.n }}' }, onRegularOutput),
    );
    expect(jsonOf(ran, 'Get')).toEqual([1, 2, 3].map(() => ({ error: '订单不存在' })));
    expect(pairs(outputsOf(ran, 'Get'))).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
  });

  test('without continuing, bad input stops the node before anything is sent', async () => {
    const ran = await run([mgoshipParcelOrder('A'), mgoshipParcelOrder('B', { weight: 'x' })], create());
    expect(ran.result.error?.message).toBe('order.weight must be a number greater than 0');
    expect(await statsOf(sandbox, 'mgoship')).toMatchObject({ requests: 0 });
  });
});

describe('many items that go wrong', () => {
  async function cancelled(settings: Record<string, unknown>): Promise<WorkflowRun> {
    const stop = new AbortController();
    await control(sandbox, 'faults', { carrier: 'mgoship', service: 'add_tms_order', kind: 'hold', after: 1 });
    const running = runWorkflow({
      workflow: chain(create({ options: { concurrency: 1 } }, settings)),
      credentials: credentialsFor(sandbox),
      items: many(4),
      signal: stop.signal,
    });
    await until(async () => (await ordersAt(sandbox, 'mgoship')).length === 2);
    stop.abort();
    await control(sandbox, 'release');
    return running;
  }

  test.each([toErrorOutput, onRegularOutput])('cancelling gives every item its own end, %j', async (onError) => {
    const ran = await cancelled(onError);
    const out = [...outputsOf(ran, 'Create'), ...outputsOf(ran, 'Create', 1)];
    expect(out.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3].map((item) => ({ item })));
    expect(out[0]?.json).toMatchObject({ reference: 'OWN-0', orderNumber: expect.any(String) });
    expect(out[1]?.json).toMatchObject({ reference: 'OWN-1', orderNumber: expect.any(String) });
    for (const { error } of out.slice(2))
      expect(error?.message).toBe('The execution was cancelled before this item was sent');
    expect(await ordersAt(sandbox, 'mgoship')).toHaveLength(2);
  });

  test.each([toErrorOutput, onRegularOutput])('a bad Concurrency fails every item, %j', async (onError) => {
    const bad = { options: { concurrency: "={{ 'abc' }}" } };
    const ran = await run(many(2), create(bad, onError));
    const out = [...outputsOf(ran, 'Create'), ...outputsOf(ran, 'Create', 1)];
    expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
    for (const { error } of out) expect(error?.message).toBe('Concurrency is not a number');
    expect(await statsOf(sandbox, 'mgoship')).toMatchObject({ requests: 0 });
  });

  test('a bad pause stops the node before anything is sent', async () => {
    const ran = await run(many(2), create({ options: { pauseBetweenRequests: "={{ 'abc' }}" } }));
    expect(ran.result.error?.message).toBe('Pause Between Requests (Milliseconds) is not a number');
    expect(await statsOf(sandbox, 'mgoship')).toMatchObject({ requests: 0 });
  });

  test('a pause longer than any timer is not cut short', async () => {
    const warnings: string[] = [];
    const listen = ({ name }: Error): unknown => warnings.push(name);
    process.on('warning', listen);
    const stop = new AbortController();
    const running = runWorkflow({
      workflow: chain(create({ options: { pauseBetweenRequests: 1e12 } }, toErrorOutput)),
      credentials: credentialsFor(sandbox),
      items: many(2),
      signal: stop.signal,
    });
    await until(async () => (await ordersAt(sandbox, 'mgoship')).length === 1);
    stop.abort();
    expect(jsonOf(await running, 'Create')).toHaveLength(1);
    process.off('warning', listen);
    expect(warnings).not.toContain('TimeoutOverflowWarning');
  });
});
