import { objectOf } from '#carriers/shared/json-value';
import { control } from '../../../sandbox/control-client';
import { etowerOrder } from '../../../sandbox/sample-orders';
import { jsonOf } from '../outputs';
import { useSandbox } from '../sandbox';
import { create, etower, reference } from './orders';

const { sandbox, run } = useSandbox();

test('events come newest first, whatever their order at the carrier, each in its zone', async () => {
  await run([etowerOrder('A')], create());
  await control(sandbox, 'advance', { carrier: 'etower', number: 'A', status: 'DLD' });
  const ran = await run([{ reference: 'A' }], etower('Track', 'tracking', 'get', reference));
  const { events, status } = jsonOf(ran, 'Track')[0] ?? {};
  expect(status).toBe('delivered');
  expect(
    (Array.isArray(events) ? events : []).map((event) => [
      objectOf(event)['code'],
      objectOf(event)['status'],
      objectOf(event)['time'],
    ]),
  ).toEqual([
    ['DLD', 'delivered', '2026-01-10T05:01:00+10:00'],
    ['DLV', 'delivery_failed', '2026-01-09T05:01:00+10:00'],
    ['CCD', 'in_transit', '2026-01-08T07:01:00+10:00'],
    ['SCN', 'in_transit', '2026-01-06T01:01:00+08:00'],
    ['RCV', 'picked_up', '2026-01-05T22:01:00+08:00'],
    ['INF', 'pending', '2026-01-05T16:01:00+08:00'],
  ]);
});
