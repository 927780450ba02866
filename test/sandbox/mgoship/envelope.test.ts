import { type Answer, sandboxOfThisFile } from '../wire';
import { by, call, derived, envelope, post, refused, signed } from './wire';

const sandbox = sandboxOfThisFile();

describe('the envelope is checked strictly', () => {
  const params = derived('stock.get_stock_log.params.by-sku');
  const stock = (changes: Answer) => call(sandbox, 'stock', 'get_stock_log', params, changes);

  it('a correct one passes', async () => {
    expect(await stock({})).toMatchObject({ status: { code: 'OK' } });
  });

  it.each<[string, Answer, string]>([
    ['another app ID', { appid: 'M10001' }, 'appid不存在'],
    ['another version', { version: '2.0' }, 'version不正确'],
    ['another signature', { sign: '0'.repeat(40) }, '签名错误'],
    ['a signature in lower case', { sign: signed('stock', 'get_stock_log', params).toLowerCase() }, '签名错误'],
    ['a signature of other params', { params: { ...params, sku: 'SKU-002' } }, '签名错误'],
    ['a number', { params: { ...params, page: 1 } }, 'params.page must be a string'],
    ['null', { params: { ...params, sku: null } }, 'params.sku must be a string'],
    ['keys out of order', { params: { sku: 'a', goodsId: '' } }, 'keys of params must ascend'],
    ['params that are a list', { params: [] }, 'params must be an object'],
    ['more in the envelope', { nonce: '1' }, 'appid, params, sign, version in this order'],
  ])('%s is refused', async (_, changes, words) => {
    expect(await stock(changes)).toEqual(refused(words));
  });

  it('the order of the other pages is refused for parcels', async () => {
    const { appid, sign, version, params: lookup } = envelope('tms_orders', 'get_tms_order_detail', by('orderNo', '1'));
    const response = await post(
      sandbox,
      'tms_orders',
      'get_tms_order_detail',
      JSON.stringify({ appid, params: lookup, sign, version }),
    );
    expect(await response.json()).toEqual(refused('appid, sign, version, params in this order'));
  });

  it('other addresses, methods, types and operations', async () => {
    const body = JSON.stringify(envelope('stock', 'get_stock_log', params));
    expect((await fetch(sandbox.addresses.mgoship ?? '')).status).toBe(405);
    expect((await fetch(`${sandbox.url}/mgoship/other.php`, { method: 'POST', body })).status).toBe(404);
    expect(await (await post(sandbox, 'stock', 'get_stock_log', body, 'text/plain')).json()).toEqual(
      refused('Content-Type'),
    );
    expect(await (await post(sandbox, 'stock', 'get_stock_log', '{')).json()).toEqual(refused('not JSON'));
    const other = await fetch(`${sandbox.addresses.mgoship ?? ''}?mod=stock&action=get_stock_log`, {
      method: 'POST',
      body,
    });
    expect(await other.json()).toEqual(refused('op must be storage'));
    expect(await call(sandbox, 'stock', 'get_stock', params)).toEqual(refused('接口不存在'));
  });
});
