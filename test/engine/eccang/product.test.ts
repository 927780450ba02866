import { listSearch, step } from '../../../engine';
import { control, credentialsFor } from '../../../sandbox/control-client';
import { eccangOrder } from '../../../sandbox/sample-orders';
import { jsonOf, outputsOf, pairs } from '../outputs';
import { useSandbox } from '../sandbox';
import { carrierOf, create } from './orders';

const { sandbox, run } = useSandbox();

describe.each(['huahan', 'eccangTms'])('%s', (node) => {
  const carrier = carrierOf(node);

  test('a read is tried again', async () => {
    await run([eccangOrder('A')], create(node));
    await control(sandbox, 'faults', { carrier, service: 'getShippingMethod', kind: 'http', status: 503, times: 1 });
    const ran = await run([{}], step(node, 'List', 'product', 'getMany', { returnAll: true }));
    expect(outputsOf(ran, 'List').length).toBeGreaterThanOrEqual(6);
    expect(pairs(outputsOf(ran, 'List')).every((pair) => JSON.stringify(pair) === '{"item":0}')).toBe(true);
  });

  test('products: limit, simplified and raw', async () => {
    const ran = await run(
      [{}],
      step(node, 'Few', 'product', 'getMany', { limit: 2 }),
      step(node, 'Raw', 'product', 'getMany', { limit: 1, simplify: false }),
    );
    expect(outputsOf(ran, 'Few')).toHaveLength(2);
    expect(jsonOf(ran, 'Few')[0]).toMatchObject({ code: expect.any(String), name: expect.any(String) });
    expect(jsonOf(ran, 'Raw')[0]).toMatchObject({ code: expect.any(String), cn_name: expect.any(String) });
  });

  test('products and countries are searched by any part of code and name', async () => {
    const credentials = credentialsFor(sandbox);
    const all = await listSearch({ node, method: 'searchProducts', credentials });
    expect(all.results.length).toBeGreaterThanOrEqual(6);
    const found = await listSearch({ node, method: 'searchProducts', credentials, filter: 'pk0001' });
    expect(found.results).toEqual([{ name: expect.stringContaining('PK0001'), value: 'PK0001' }]);
    const countries = await listSearch({ node, method: 'searchCountries', credentials, filter: 'andor' });
    expect(countries.results).toEqual([{ name: expect.stringMatching(/^Andorra.* \(AD\)$/), value: 'AD' }]);
  });
});
