import { jsonOf } from '../outputs';
import { useSandbox } from '../sandbox';
import { mgoship } from './orders';

const { run } = useSandbox();

describe('every operation, with the rule of the sandbox as a template', () => {
  test('any other endpoint', async () => {
    const body =
      '{"storageid": 1, "sku": "SKU-1", "page": 1, "limit": 1, "start_time": "", "end_time": "", "goodsId": "", "subid": ""}';
    const ran = await run(
      [{}],
      mgoship('Call', 'endpoint', 'call', { module: 'stock', action: 'get_stock_log', body }),
    );
    expect(ran.result.error).toBeUndefined();
    expect(jsonOf(ran, 'Call')).toMatchObject([{ status: { code: 'OK', count: 1 }, data: [{ sku: 'SKU-1' }] }]);
  });
});
