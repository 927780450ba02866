import { etowerOrder } from '../../../sandbox/sample-orders';
import { jsonOf } from '../outputs';
import { useSandbox } from '../sandbox';
import { create, etower } from './orders';

const { run } = useSandbox();

describe('lists and any endpoint', () => {
  test('an endpoint is called with the signature; a refusal is an error', async () => {
    const call = (path: string, body: string) => etower('Call', 'endpoint', 'call', { method: 'POST', path, body });
    await run([etowerOrder('A')], create());
    const good = await run([{}], call('/services/shipper/trackingNumbers', '["A"]'));
    expect(jsonOf(good, 'Call')[0]).toMatchObject({ status: 'Success', data: [{ orderId: 'A' }] });
    const bad = await run([{}], call('/services/shipper/trackingNumbers', '["B"]'));
    expect(bad.result.error?.message).toBe('Order does not exist');
    const away = await run([{}], call('//elsewhere.example.com/', '{}'));
    expect(away.result.error?.message).toBe('Path is no path of the API');
  });
});
