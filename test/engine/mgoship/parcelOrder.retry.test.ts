import { control, ordersAt, servicesOf } from '../../../sandbox/control-client';
import { mgoshipParcelOrder } from '../../../sandbox/sample-orders';
import { jsonOf, onRegularOutput, outputsOf, pairs, toErrorOutput } from '../outputs';
import { useSandbox } from '../sandbox';
import { create, many, mgoship } from './orders';

const { sandbox, run } = useSandbox();

describe('many items that go wrong', () => {
  const lost = async (): Promise<void> => {
    await control(sandbox, 'faults', {
      carrier: 'mgoship',
      service: 'add_tms_order',
      kind: 'disconnect-after',
      times: 9,
    });
    await control(sandbox, 'faults', { carrier: 'mgoship', service: 'get_tms_order_detail', kind: 'html', times: 99 });
  };
  const retried = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

  test.each([toErrorOutput, onRegularOutput])(
    'retry on fail sends no order again whose outcome is unknown, %j',
    async (onError) => {
      await lost();
      const ran = await run(many(2), create({}, { ...onError, ...retried }));
      const errors = [...outputsOf(ran, 'Create'), ...outputsOf(ran, 'Create', 1)];
      expect(errors.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
      for (const { json, error } of errors) {
        expect(json['error']).toEqual(expect.any(String));
        expect(error?.description).toContain('Creating it again may ship it twice');
      }
      expect(await servicesOf(sandbox, 'mgoship')).toMatchObject({ add_tms_order: 2 });
      expect(await ordersAt(sandbox, 'mgoship')).toHaveLength(2);
    },
  );

  test('the order stays beside its error on the error output', async () => {
    await lost();
    const ran = await run([mgoshipParcelOrder('A')], create({}, { ...toErrorOutput, ...retried }));
    expect(jsonOf(ran, 'Create', 1)).toMatchObject([{ order: { customerno: 'A' }, error: expect.any(String) }]);
  });

  test('a node that stops and is retried sends no order again whose outcome is unknown', async () => {
    await lost();
    const ran = await run(many(3), create({ options: { concurrency: 1 } }, retried));
    expect(ran.result.status).toBe('error');
    expect(ran.result.error?.description).toContain('Creating it again may ship it twice');
    expect(await servicesOf(sandbox, 'mgoship')).toMatchObject({ add_tms_order: 1 });
    expect(await ordersAt(sandbox, 'mgoship')).toHaveLength(1);
  });

  test('a node that stops and is retried sends no order again that was made', async () => {
    const mixed = [mgoshipParcelOrder('A'), mgoshipParcelOrder('B', { channel: 9 })];
    const ran = await run(mixed, create({ options: { concurrency: 1 } }, retried));
    expect(ran.result.error?.message).toContain('channel格式不正确');
    expect(ran.result.error?.description).toContain('1 of 2 items were carried out');
    expect(await servicesOf(sandbox, 'mgoship')).toMatchObject({ add_tms_order: 4 });
    expect((await ordersAt(sandbox, 'mgoship')).map(({ reference }) => reference)).toEqual(['A']);
  });

  test('a retry that goes well puts out what the first try made', async () => {
    await run(many(2), create());
    const broken = { carrier: 'mgoship', service: 'get_tms_order_detail', kind: 'http', status: 503, retryAfter: 0 };
    await control(sandbox, 'faults', { ...broken, after: 1, times: 3 });
    const [first, second] = await ordersAt(sandbox, 'mgoship');
    const get = { numberType: 'customerno', number: '={{ $json.order.customerno }}', options: { concurrency: 1 } };
    const ran = await run(many(2), mgoship('Get', 'parcelOrder', 'get', get, retried));
    expect(ran.result.error).toBeUndefined();
    expect(jsonOf(ran, 'Get')).toMatchObject([{ reference: first?.reference }, { reference: second?.reference }]);
    expect(pairs(outputsOf(ran, 'Get'))).toEqual([{ item: 0 }, { item: 1 }]);
    expect(await servicesOf(sandbox, 'mgoship')).toMatchObject({ get_tms_order_detail: 5 });
  });

  test('what was refused is tried again, beside an order whose outcome is unknown', async () => {
    await control(sandbox, 'faults', { carrier: 'mgoship', service: 'add_tms_order', kind: 'disconnect-after' });
    await control(sandbox, 'faults', { carrier: 'mgoship', service: 'get_tms_order_detail', kind: 'html', times: 9 });
    const settings = { ...toErrorOutput, ...retried };
    const ran = await run(
      [mgoshipParcelOrder('A'), mgoshipParcelOrder('B', { channel: 9 })],
      create({ options: { concurrency: 1 } }, settings),
    );
    expect(pairs(outputsOf(ran, 'Create', 1))).toEqual([{ item: 0 }, { item: 1 }]);
    expect((await ordersAt(sandbox, 'mgoship')).map(({ reference }) => reference)).toEqual(['A']);
  });

  test('another run sends the order again', async () => {
    await control(sandbox, 'faults', { carrier: 'mgoship', service: 'add_tms_order', kind: 'disconnect-after' });
    await control(sandbox, 'faults', { carrier: 'mgoship', service: 'get_tms_order_detail', kind: 'html', times: 3 });
    const input = [mgoshipParcelOrder('A')];
    const settings = { ...toErrorOutput, ...retried };
    expect(jsonOf(await run(input, create({}, settings)), 'Create', 1)).toHaveLength(1);
    expect(jsonOf(await run(input, create({}, settings)), 'Create')).toMatchObject([{ reference: 'A' }]);
  });
});
