import { asObject, exampleJson, objects, sandboxOfThisFile } from '../wire';
import { found, post, refused, stateOf } from './wire';

const sandbox = sandboxOfThisFile();

describe('operations', () => {
  it('query_order returns what order_create was given, by either number', async () => {
    const order = asObject(exampleJson('hge', 'query_order.response.json')['data']);
    const { body } = await post(sandbox, 'order_create/', order);
    expect(body).toEqual({ code: 200, success: true, detail: '操作成功', data: found });
    for (const num of [found.num, '40']) {
      const { body: answer } = await post(sandbox, 'query_order/', { num_type: 1, num });
      expect(JSON.stringify(answer['data'])).toBe(JSON.stringify(order));
      expect(Object.keys(answer)).toEqual(Object.keys(exampleJson('hge', 'query_order.response.json')));
    }
  });

  it('repeats of customer_order_num are 301, and nothing is made', async () => {
    const order = exampleJson('hge', 'order_create.partial.request.json');
    await post(sandbox, 'order_create/', order);
    expect(await post(sandbox, 'order_create/', order)).toEqual({
      status: 200,
      body: refused(301, 'repeated requests'),
    });
    expect(objects((await stateOf(sandbox))['orders'])).toHaveLength(1);
  });

  it.each<[string, unknown, string]>([
    ['order_create/', { is_signature: 'Y' }, 'badRequest: is_signature is not flag'],
    ['order_create/', { parcel_list: {} }, 'badRequest: parcel_list is not list'],
    ['order_create/', { tax_info: { mode: 2 } }, 'badRequest: tax_info.mode is not text'],
    [
      'order_create/',
      { parcel_list: [{ item_list: [{ qty: '1', manufacture_name: 'x' }] }] },
      'badRequest: parcel_list[0].item_list[0].qty is not number, parcel_list[0].item_list[0].manufacture_name is not a field',
    ],
    ['query_order/', { num_type: '1', num: 'x' }, 'badRequest: num_type is not number'],
    ['query_order/', { num_type: 1, num: 5 }, 'badRequest: num is not text'],
    ['query_order/', { num_type: 1, num: 'unknown' }, 'badRequest: no such order'],
    ['scanform/', { handoverinfo: 'x' }, 'badRequest: handoverinfo is not object'],
    ['query_order/', '[1]', 'badRequest: the body is not a JSON object'],
    ['query_order/', '{', 'badRequest: the body is not a JSON object'],
  ])('%s %j is 400', async (path, body, detail) => {
    expect(await post(sandbox, path, body)).toEqual({ status: 200, body: refused(400, detail) });
  });
});
