import { asObject, objects, sandboxOfThisFile, shapeOf } from '../wire';
import { call, derived, documentedParams, refused, statusOf } from './wire';

const sandbox = sandboxOfThisFile();

describe('warehouses', () => {
  it('lists are paged, filtered and counted in status', async () => {
    const params = { ...asObject(documentedParams('in_orders.get_in_order')), orderNo: '', page: '3', limit: '100' };
    const answer = await call(sandbox, 'in_orders', 'get_in_order', params);
    expect(statusOf(answer)).toEqual({ code: 'OK', msg: '', count: 50, total_count: 250 });
    const placed = await call(sandbox, 'in_orders', 'get_in_order', {
      ...params,
      status: '1',
      storageid: '1',
      page: '1',
    });
    expect(objects(placed.data).every(({ status, storageid }) => status === '1' && storageid === '1')).toBe(true);
    expect(await call(sandbox, 'in_orders', 'get_in_order', { ...params, limit: '101' })).toEqual(refused('limit'));
    const own = await call(sandbox, 'stock', 'get_stock_log', documentedParams('stock.get_stock_log'));
    expect(statusOf(own)).toMatchObject({ count: 20, total_count: 1000 });
    expect(shapeOf(own)).toEqual(shapeOf(derived('stock.get_stock_log.response')));
    const fba = await call(sandbox, 'fba_order', 'get_order_list', documentedParams('fba_order.get_order_list'));
    expect(fba.data).toMatchObject([{ orderNo: '105023151227' }]);
  });
});
