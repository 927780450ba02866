import { createHash } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import credentials from '../../examples/credentials.sandbox.json';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { asObject, control, exampleJson, objects, shapeOf, type Answer } from './wire';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => control(sandbox, 'reset', {}));

const { appId, appSecret } = credentials.mgoshipApi;

/** The sandbox's invented rule, written here a second time: params come sorted, as the samples have them. */
function signed(module: string, action: string, params: unknown): string {
  const parts = ['sandbox-only', appSecret, `${module}/${action}`, appId, '1.0', JSON.stringify(params), appSecret];
  return createHash('sha1').update(parts.join('|')).digest('hex').toUpperCase();
}

function envelope(module: string, action: string, params: unknown, changes: Answer = {}): Answer {
  const sign = signed(module, action, params);
  const first = { appid: appId };
  return module === 'tms_orders'
    ? { ...first, sign, version: '1.0', params, ...changes }
    : { ...first, params, sign, version: '1.0', ...changes };
}

function post(module: string, action: string, body: string, contentType = 'application/json'): Promise<Response> {
  const address = `${sandbox.addresses.mgoship ?? ''}?op=storage&mod=${module}&action=${action}`;
  return fetch(address, { method: 'POST', headers: { 'Content-Type': contentType }, body });
}

async function call(module: string, action: string, params: unknown, changes: Answer = {}): Promise<Answer> {
  const response = await post(module, action, JSON.stringify(envelope(module, action, params, changes)));
  expect(response.status).toBe(200);
  return asObject(await response.json());
}

const derived = (file: string): Answer => exampleJson('mgoship', `derived/${file}.json`);
const documentedParams = (file: string): unknown => exampleJson('mgoship', `${file}.request.json`).params;
const statusOf = (answer: Answer): Answer => asObject(answer.status);
const refused = (words: string): Answer => ({ status: { code: 'ERROR', msg: expect.stringContaining(words) } });

const parcel = (own: string): Answer => {
  const params = derived('tms_orders.add_tms_order.params');
  return { ...params, order: { ...asObject(params.order), customerno: own } };
};
const create = async (own: string): Promise<string> =>
  String(asObject((await call('tms_orders', 'add_tms_order', parcel(own))).data).orderNo);
const by = (name: string, number: string): Answer => ({ customerno: '', orderNo: '', trackno: '', [name]: number });
const detail = async (name: string, number: string): Promise<Answer> =>
  asObject((await call('tms_orders', 'get_tms_order_detail', by(name, number))).data);

describe('the envelope is checked strictly', () => {
  const params = derived('stock.get_stock_log.params.by-sku');
  const stock = (changes: Answer) => call('stock', 'get_stock_log', params, changes);

  test('a correct one passes', async () => {
    expect(await stock({})).toMatchObject({ status: { code: 'OK' } });
  });

  test.each<[string, Answer, string]>([
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

  test('the order of the other pages is refused for parcels', async () => {
    const { appid, sign, version, params: lookup } = envelope('tms_orders', 'get_tms_order_detail', by('orderNo', '1'));
    const response = await post(
      'tms_orders',
      'get_tms_order_detail',
      JSON.stringify({ appid, params: lookup, sign, version }),
    );
    expect(await response.json()).toEqual(refused('appid, sign, version, params in this order'));
  });

  test('other addresses, methods, types and operations', async () => {
    const body = JSON.stringify(envelope('stock', 'get_stock_log', params));
    expect((await fetch(sandbox.addresses.mgoship ?? '')).status).toBe(405);
    expect((await fetch(`${sandbox.url}/mgoship/other.php`, { method: 'POST', body })).status).toBe(404);
    expect(await (await post('stock', 'get_stock_log', body, 'text/plain')).json()).toEqual(refused('Content-Type'));
    expect(await (await post('stock', 'get_stock_log', '{')).json()).toEqual(refused('not JSON'));
    const other = await fetch(`${sandbox.addresses.mgoship ?? ''}?mod=stock&action=get_stock_log`, {
      method: 'POST',
      body,
    });
    expect(await other.json()).toEqual(refused('op must be storage'));
    expect(await call('stock', 'get_stock', params)).toEqual(refused('接口不存在'));
  });
});

describe('parcel orders', () => {
  test('create and get: the answer has the documented shape', async () => {
    const orderNo = await create('OWN-1');
    const answer = await call('tms_orders', 'get_tms_order_detail', by('orderNo', orderNo));
    const sample = exampleJson('mgoship', 'tms_orders.get_tms_order_detail.response.json');
    expect(shapeOf(answer)).toEqual(shapeOf(sample));
    expect(statusOf(answer)).toEqual(statusOf(sample));
    expect(answer.data).toMatchObject({
      order: {
        orderNo,
        customerno: 'OWN-1',
        status: '已预报',
        channel: '海运小包',
        insurance: '6P',
        insvalue: '500.00',
      },
      declare: [{ unitprice: '4500.00' }],
      route: [{ remark: '接口推送订单' }],
    });
  });

  test('an order is found by each of its numbers, and by one only', async () => {
    const orderNo = await create('OWN-1');
    const { trackno } = asObject((await detail('orderNo', orderNo)).order);
    for (const [name, number] of [
      ['customerno', 'OWN-1'],
      ['trackno', String(trackno)],
    ] as const) {
      expect(await detail(name, number)).toMatchObject({ order: { orderNo } });
    }
    const both = { ...by('orderNo', orderNo), customerno: 'OWN-1' };
    expect(await call('tms_orders', 'get_tms_order_detail', both)).toEqual(refused('请提供一个单号'));
    expect(await call('tms_orders', 'get_tms_order_detail', by('orderNo', ''))).toEqual(refused('请提供一个单号'));
    expect(await call('tms_orders', 'get_tms_order_detail', { orderNo })).toEqual(refused('customerno缺失'));
    expect(await call('tms_orders', 'get_tms_order_detail', by('orderNo', '9'))).toEqual(refused('订单不存在'));
  });

  test('of several orders with one own number, get gives the newest and delete removes the oldest', async () => {
    const [oldest, newest] = [await create('TWICE'), await create('TWICE')];
    expect(await detail('customerno', 'TWICE')).toMatchObject({ order: { orderNo: newest } });
    const deleted = await call('tms_orders', 'delete_tms_order', by('customerno', 'TWICE'));
    expect(deleted).toEqual(exampleJson('mgoship', 'tms_orders.delete_tms_order.response.json'));
    expect(await detail('customerno', 'TWICE')).toMatchObject({ order: { orderNo: newest } });
    expect(await call('tms_orders', 'get_tms_order_detail', by('orderNo', oldest))).toEqual(refused('订单不存在'));
  });

  test('only drafts and pre-advised orders can be deleted', async () => {
    const orderNo = await create('OWN-1');
    const advance = await control(sandbox, 'advance', { carrier: 'mgoship', number: orderNo });
    expect(advance.body).toMatchObject({ status: '仓库作业中', trackingEvents: 2 });
    expect(await call('tms_orders', 'delete_tms_order', by('orderNo', orderNo))).toEqual(refused('不能删除'));
    await control(sandbox, 'advance', { carrier: 'mgoship', number: orderNo, status: '草稿' });
    expect(await call('tms_orders', 'delete_tms_order', by('orderNo', orderNo))).toMatchObject({
      status: { code: 'OK' },
    });
    expect((await control(sandbox, 'advance', { carrier: 'mgoship', number: orderNo })).status).toBe(400);
  });

  test.each<[string, (params: Answer) => Answer, string]>([
    [
      'three items',
      (params) => ({ ...params, declare: [1, 2, 3].map(() => objects(params.declare)[0]) }),
      'declare最多2个',
    ],
    ['no items', (params) => ({ ...params, declare: [] }), 'declare不能为空'],
    [
      'a postcode without hyphen',
      (params) => ({ ...params, consignee: { ...asObject(params.consignee), postcode: '9011515' } }),
      'consignee.postcode格式不正确',
    ],
    [
      'a field that is left out',
      (params) => ({
        ...params,
        order: Object.fromEntries(Object.entries(asObject(params.order)).filter(([name]) => name !== 'insvalue')),
      }),
      'order.insvalue缺失',
    ],
    [
      'insurance without value',
      (params) => ({ ...params, order: { ...asObject(params.order), insvalue: '' } }),
      'order.insvalue不能为空',
    ],
    [
      'an unknown field',
      (params) => ({ ...params, order: { ...asObject(params.order), zone: '1' } }),
      'order.zone为未知字段',
    ],
  ])('%s is refused', async (_, change, words) => {
    expect(await call('tms_orders', 'add_tms_order', change(parcel('OWN-1')))).toEqual(refused(words));
    expect(asObject((await control(sandbox, 'state')).body.mgoship)).toEqual({ orders: [] });
  });
});

describe('warehouses', () => {
  test('an outbound order is made and shown in the state', async () => {
    const answer = await call('out_orders', 'add_out_order', derived('out_orders.add_out_order.params'));
    expect(answer).toMatchObject({ status: { code: 'OK' }, data: { orderNo: expect.stringMatching(/^\d{12}$/) } });
    expect((await control(sandbox, 'state')).body.mgoship).toMatchObject({
      orders: [{ kind: 'outbound', reference: '503-2023376-28134781', product: '38' }],
    });
  });

  test.each<[Answer, string]>([
    [{ Name: '山田花子山田花子山田花' }, 'receiver_info.Name长度不能超过10'],
    [{ PostalCode: '0493104' }, 'receiver_info.PostalCode格式不正确'],
  ])('an outbound order with %j is refused', async (changes, words) => {
    const params = derived('out_orders.add_out_order.params');
    const receiver = { ...asObject(params.receiver_info), ...changes };
    expect(await call('out_orders', 'add_out_order', { ...params, receiver_info: receiver })).toEqual(refused(words));
  });

  test('lists are paged, filtered and counted in status', async () => {
    const params = { ...asObject(documentedParams('in_orders.get_in_order')), orderNo: '', page: '3', limit: '100' };
    const answer = await call('in_orders', 'get_in_order', params);
    expect(statusOf(answer)).toEqual({ code: 'OK', msg: '', count: 50, total_count: 250 });
    const placed = await call('in_orders', 'get_in_order', { ...params, status: '1', storageid: '1', page: '1' });
    expect(objects(placed.data).every(({ status, storageid }) => status === '1' && storageid === '1')).toBe(true);
    expect(await call('in_orders', 'get_in_order', { ...params, limit: '101' })).toEqual(refused('limit'));
    const own = await call('stock', 'get_stock_log', documentedParams('stock.get_stock_log'));
    expect(statusOf(own)).toMatchObject({ count: 20, total_count: 1000 });
    expect(shapeOf(own)).toEqual(shapeOf(derived('stock.get_stock_log.response')));
    const fba = await call('fba_order', 'get_order_list', documentedParams('fba_order.get_order_list'));
    expect(fba.data).toMatchObject([{ orderNo: '105023151227' }]);
  });

  test('an inbound order is deleted in the statuses that its first leg allows', async () => {
    const remove = (index: number) =>
      call('in_orders', 'delete_in_order', { orderNo: String(121_218_772_473 + index) });
    expect(await remove(0)).toEqual(exampleJson('mgoship', 'in_orders.delete_in_order.response.json'));
    expect(await remove(0)).toEqual(refused('订单不存在'));
    expect(await remove(1)).toEqual(refused('不能删除'));
    expect(await remove(2)).toEqual(refused('不能删除'));
  });

  test.each([
    ['100', 10, 10],
    ['200', 10, 20],
  ])('labels of size %s', async (size, width, height) => {
    const answer = await call('in_orders', 'get_inorder_label', { orderNo: '121218772474', size });
    const url = String(asObject(answer.data).label_url);
    expect(url).toMatch(new RegExp(`^${sandbox.url}/mgoship/label/inorder/[\\w-]{8}/121218772474_${size}\\.pdf$`));
    const page = (await PDFDocument.load(await (await fetch(url)).arrayBuffer())).getPage(0);
    expect([page.getWidth(), page.getHeight()].map((points) => Math.round((points / 72) * 2.54))).toEqual([
      width,
      height,
    ]);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
    await control(sandbox, 'reset', {});
    expect((await fetch(url)).status).toBe(404);
  });

  test('labels exist for approved orders only', async () => {
    expect(await call('in_orders', 'get_inorder_label', { orderNo: '121218772473', size: '100' })).toEqual(
      refused('未审核'),
    );
  });

  test('the estimate gives every way, over the limit or not', async () => {
    const answer = await call('base', 'cal_ship_fee', documentedParams('base.cal_ship_fee'));
    const sample = objects(exampleJson('mgoship', 'base.cal_ship_fee.response.partial.json').data);
    expect(objects(answer.data).slice(0, 2)).toEqual(sample);
    expect(objects(answer.data).at(-1)).toEqual({ ship_way: '90', ship_name: '沙盒宅配', shipFee: '780', note: '' });
    expect(await call('base', 'cal_ship_fee', { height: '10' })).toEqual(refused('region不能为空'));
  });
});

test('faults of this carrier', async () => {
  const params = documentedParams('stock.get_stock_log');
  await control(sandbox, 'faults', { carrier: 'mgoship', service: 'get_stock_log', kind: 'error-500' });
  const response = await post('stock', 'get_stock_log', JSON.stringify(envelope('stock', 'get_stock_log', params)));
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ status: { code: 'ERROR' } });
  await control(sandbox, 'faults', { carrier: 'mgoship', kind: 'no-status' });
  expect(await call('stock', 'get_stock_log', params)).toEqual({ data: {} });
});
