import { objectOf } from '#carriers/shared/json-value';
import { step } from '../../../engine';
import { ordersAt, statsOf } from '../../../sandbox/control-client';
import { create, orders, useEccang } from '../eccang/orders';
import { onRegularOutput, outputsOf, pairs } from '../outputs';

const { sandbox, run, place } = useEccang();

describe('Huahan alone', () => {
  const node = 'huahan';

  test('tracking with time zones, by reference, with an unknown number among them', async () => {
    const created = await place(node, orders(2));
    const items = [...created, { reference: 'NOBODY' }];
    const ran = await run(
      items,
      step(node, 'Track', 'tracking', 'getWithTimeZones', { number: '={{ $json.reference }}' }, onRegularOutput),
    );
    const out = outputsOf(ran, 'Track');
    const events = out[0]?.json['events'];
    expect(objectOf(Array.isArray(events) ? events[0] : undefined)['time']).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/,
    );
    expect(out.map(({ error }) => error?.message)).toEqual([
      undefined,
      undefined,
      'Huahan Logistics returned nothing for NOBODY',
    ]);
  });
});

describe('many items', () => {
  test('1,000 numbers at Huahan are 20 tracking calls, one after the other, none lost', async () => {
    await run(orders(40), create('huahan'));
    const known = (await ordersAt(sandbox, 'huahan')).map(({ orderNumber }) => String(orderNumber));
    const items = Array.from({ length: 1000 }, (_, index) => ({
      number: index % 25 === 24 ? `HHWXX${String(index).padStart(10, '0')}YQ` : known[index % 40],
    }));
    const ran = await run(
      items,
      step('huahan', 'Track', 'tracking', 'get', { number: '={{ $json.number }}' }, onRegularOutput),
    );
    const out = outputsOf(ran, 'Track');
    expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
    out.forEach(({ json, error }, index) => {
      if (index % 25 === 24) expect(error?.message).toContain(String(items[index]?.number));
      else expect(json['number']).toBe(items[index]?.number);
    });
    const stats = await statsOf(sandbox, 'huahan');
    expect(objectOf(stats['services'])['getCargoTrack']).toBe(20);
    expect(ran.hints['Track']).toEqual(['1,000 items were sent in 20 calls.']);
    expect(stats['blocked'] ?? 0).toBe(0);
  });

  test('two workflows that track at the same time take turns', async () => {
    await run(orders(2), create('huahan'));
    const numbers = (await ordersAt(sandbox, 'huahan')).map(({ orderNumber }) => ({ number: orderNumber }));
    const track = () => run(numbers, step('huahan', 'Track', 'tracking', 'get', { number: '={{ $json.number }}' }));
    const runs = await Promise.all([track(), track(), track()]);
    expect(runs.map(({ result }) => result.status)).toEqual(['success', 'success', 'success']);
    expect((await statsOf(sandbox, 'huahan'))['blocked'] ?? 0).toBe(0);
  });
});
