import { control, statsOf } from '../../../sandbox/control-client';
import { jsonOf, outputsOf, pairs } from '../outputs';
import { useSandbox } from '../sandbox';
import { mgoship } from './orders';

const { sandbox, run } = useSandbox();

describe('every operation, with the rule of the sandbox as a template', () => {
  test('stock log', async () => {
    const ran = await run(
      [{}],
      mgoship('Stock', 'stockLog', 'getMany', { limit: 2, filters: { sku: 'SKU-2' } }),
      mgoship('Raw Stock', 'stockLog', 'getMany', { limit: 1, simplify: false }, { executeOnce: true }),
    );
    expect(ran.result.error).toBeUndefined();
    expect(jsonOf(ran, 'Stock')).toMatchObject([
      { sku: 'SKU-2', type: '出库', movement: 'outbound', optime: '1767603600', time: '2026-01-05T09:00:00Z' },
      { sku: 'SKU-2', carrier: 'mgoship' },
    ]);
    expect(pairs(outputsOf(ran, 'Stock'))).toEqual([{ item: 0 }, { item: 0 }]);
    expect(jsonOf(ran, 'Raw Stock')).toHaveLength(1);
    expect(jsonOf(ran, 'Raw Stock')[0]).not.toHaveProperty('movement');
  });
});

describe('many items', () => {
  test('1,000 list records arrive, 100 at a time', async () => {
    const ran = await run([{}], mgoship('Stock', 'stockLog', 'getMany', { returnAll: true }));
    const records = jsonOf(ran, 'Stock');
    expect(records).toHaveLength(1000);
    expect(new Set(records.map(({ orderNo }) => orderNo)).size).toBe(1000);
    expect(pairs(outputsOf(ran, 'Stock')).every((pair) => JSON.stringify(pair) === '{"item":0}')).toBe(true);
    expect(await statsOf(sandbox, 'mgoship')).toMatchObject({ requests: 10 });
  });

  test('a limit is kept across pages', async () => {
    const ran = await run([{}], mgoship('Stock', 'stockLog', 'getMany', { limit: 150 }));
    expect(jsonOf(ran, 'Stock')).toHaveLength(150);
    expect(await statsOf(sandbox, 'mgoship')).toMatchObject({ requests: 2 });
  });
});

describe('when things go wrong on the way', () => {
  const fault = (settings: object): Promise<void> => control(sandbox, 'faults', { carrier: 'mgoship', ...settings });

  test('reads are tried again, also through a gateway’s error page', async () => {
    await fault({ service: 'get_stock_log', kind: 'http', status: 503, retryAfter: 0 });
    const ran = await run([{}], mgoship('Stock', 'stockLog', 'getMany', { limit: 1 }));
    expect(jsonOf(ran, 'Stock')).toHaveLength(1);
    expect(await statsOf(sandbox, 'mgoship')).toMatchObject({ requests: 2 });
  });

  test("a business refusal in HTTP 500 is the carrier's answer: not tried again", async () => {
    await fault({ service: 'get_stock_log', kind: 'error-500', times: 3 });
    const ran = await run([{}], mgoship('Stock', 'stockLog', 'getMany'));
    expect(ran.result.error?.message).toBe('Sandbox fault: 系统错误');
    expect(await statsOf(sandbox, 'mgoship')).toMatchObject({ requests: 1 });
  });
});
