import { type Answer, asObject, control, exampleJson, objects, sandboxOfThisFile, shapeOf } from '../wire';
import { by, call, create, detail, parcel, refused, statusOf } from './wire';

const sandbox = sandboxOfThisFile();

describe('parcel orders', () => {
  it('create and get: the answer has the documented shape', async () => {
    const orderNo = await create(sandbox, 'OWN-1');
    const answer = await call(sandbox, 'tms_orders', 'get_tms_order_detail', by('orderNo', orderNo));
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

  it('an order is found by each of its numbers, and by one only', async () => {
    const orderNo = await create(sandbox, 'OWN-1');
    const { trackno } = asObject((await detail(sandbox, 'orderNo', orderNo)).order);
    for (const [name, number] of [
      ['customerno', 'OWN-1'],
      ['trackno', String(trackno)],
    ] as const) {
      expect(await detail(sandbox, name, number)).toMatchObject({ order: { orderNo } });
    }
    const both = { ...by('orderNo', orderNo), customerno: 'OWN-1' };
    expect(await call(sandbox, 'tms_orders', 'get_tms_order_detail', both)).toEqual(refused('请提供一个单号'));
    expect(await call(sandbox, 'tms_orders', 'get_tms_order_detail', by('orderNo', ''))).toEqual(
      refused('请提供一个单号'),
    );
    expect(await call(sandbox, 'tms_orders', 'get_tms_order_detail', { orderNo })).toEqual(refused('customerno缺失'));
    expect(await call(sandbox, 'tms_orders', 'get_tms_order_detail', by('orderNo', '9'))).toEqual(
      refused('订单不存在'),
    );
  });

  it('of several orders with one own number, get gives the newest and delete removes the oldest', async () => {
    const [oldest, newest] = [await create(sandbox, 'TWICE'), await create(sandbox, 'TWICE')];
    expect(await detail(sandbox, 'customerno', 'TWICE')).toMatchObject({ order: { orderNo: newest } });
    const deleted = await call(sandbox, 'tms_orders', 'delete_tms_order', by('customerno', 'TWICE'));
    expect(deleted).toEqual(exampleJson('mgoship', 'tms_orders.delete_tms_order.response.json'));
    expect(await detail(sandbox, 'customerno', 'TWICE')).toMatchObject({ order: { orderNo: newest } });
    expect(await call(sandbox, 'tms_orders', 'get_tms_order_detail', by('orderNo', oldest))).toEqual(
      refused('订单不存在'),
    );
  });

  it('only drafts and pre-advised orders can be deleted', async () => {
    const orderNo = await create(sandbox, 'OWN-1');
    const advance = await control(sandbox, 'advance', { carrier: 'mgoship', number: orderNo });
    expect(advance.body).toMatchObject({ status: '仓库作业中', trackingEvents: 2 });
    expect(await call(sandbox, 'tms_orders', 'delete_tms_order', by('orderNo', orderNo))).toEqual(refused('不能删除'));
    await control(sandbox, 'advance', { carrier: 'mgoship', number: orderNo, status: '草稿' });
    expect(await call(sandbox, 'tms_orders', 'delete_tms_order', by('orderNo', orderNo))).toMatchObject({
      status: { code: 'OK' },
    });
    expect((await control(sandbox, 'advance', { carrier: 'mgoship', number: orderNo })).status).toBe(400);
  });

  it.each<[string, (params: Answer) => Answer, string]>([
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
    expect(await call(sandbox, 'tms_orders', 'add_tms_order', change(parcel('OWN-1')))).toEqual(refused(words));
    expect(asObject((await control(sandbox, 'state')).body.mgoship)).toEqual({ orders: [] });
  });
});
