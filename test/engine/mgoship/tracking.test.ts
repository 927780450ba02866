import { listOf } from '#carriers/shared/json-value';
import { control } from '../../../sandbox/control-client';
import { jsonOf, onRegularOutput, outputsOf } from '../outputs';
import { useSandbox } from '../sandbox';
import { create, many, mgoship } from './orders';

const { sandbox, run } = useSandbox();

describe('Tracking: Get', () => {
  test('gives status and events, newest first, without addresses; raw as the carrier sends them', async () => {
    const created = jsonOf(await run(many(1), create()), 'Create');
    await control(sandbox, 'advance', { carrier: 'mgoship', number: created[0]?.['orderNumber'] });
    const ran = await run(
      created,
      mgoship('Track', 'tracking', 'get', { number: '={{ $json.orderNumber }}' }),
      mgoship('Raw', 'tracking', 'get', { number: '={{ $json.orderNumber }}', simplify: false }),
    );
    expect(ran.result.error).toBeUndefined();
    const [parcel] = jsonOf(ran, 'Track');
    expect(parcel).toMatchObject({ carrier: 'mgoship', reference: 'OWN-0', events: [{}, {}] });
    expect(parcel).not.toHaveProperty('recipient');
    const times = listOf(parcel?.['events']).map(({ time }) => String(time));
    expect([...times].sort().reverse()).toEqual(times);
    expect(jsonOf(ran, 'Raw')[0]).toMatchObject({ order: { customerno: 'OWN-0' }, route: expect.anything() });
  });

  test('an unknown number fails for its own item, the others go on', async () => {
    const created = jsonOf(await run(many(2), create()), 'Create');
    const ran = await run(
      [created[0] ?? {}, { orderNumber: '999999999999' }, created[1] ?? {}],
      mgoship('Track', 'tracking', 'get', { number: '={{ $json.orderNumber }}' }, onRegularOutput),
    );
    const out = outputsOf(ran, 'Track');
    expect(out.map(({ json, error }) => error?.message ?? json['reference'])).toEqual(['OWN-0', '订单不存在', 'OWN-1']);
  });
});
