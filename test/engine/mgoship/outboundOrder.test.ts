import { ordersAt } from '../../../sandbox/control-client';
import { documented } from '../../documented';
import { jsonOf } from '../outputs';
import { runWith, useSandbox } from '../sandbox';
import { answered, mgoship } from './orders';

const { sandbox, run } = useSandbox();

describe('every operation, with the rule of the sandbox as a template', () => {
  test('an outbound order from the form, and as JSON', async () => {
    const form = {
      storageid: { __rl: true, mode: 'list', value: '4' },
      shipWay: { __rl: true, mode: 'number', value: '38' },
      goodsInfo: { entry: [{ goodsId: '1000100003', qty: 3 }] },
      receiverInfo: {
        addressLine: '二海郡八雲町見本町1-2',
        name: '山田 花子',
        phone: '08000000000',
        postalCode: '049-3104',
      },
      stateOrRegion: { __rl: true, mode: 'list', value: '北海道' },
      sender: 'Sample Shop',
      additionalFields: { ownNO: 'OUT-1', serviceInfo: '{"serviceId": 7, "mark": "gift wrap"}' },
    };
    const body = documented('mgoship', 'derived/out_orders.add_out_order.params.json');
    const ran = await run(
      [{}],
      mgoship('Form', 'outboundOrder', 'create', form),
      mgoship('Body', 'outboundOrder', 'create', { inputMode: 'json', body, simplify: false }),
    );
    expect(jsonOf(ran, 'Form')).toEqual([{ carrier: 'mgoship', reference: 'OUT-1', orderNumber: '131218772473' }]);
    expect(jsonOf(ran, 'Body')).toEqual([
      { status: { code: 'OK', msg: '订单提交成功' }, data: { orderNo: '131218772474' } },
    ]);
    expect(await ordersAt(sandbox, 'mgoship')).toMatchObject([
      { reference: 'OUT-1' },
      { reference: '503-2023376-28134781' },
    ]);
  });
});

describe('the form', () => {
  test('of an outbound order names its fields', async () => {
    const ran = await run(
      [{}],
      mgoship('Create', 'outboundOrder', 'create', {
        storageid: { __rl: true, mode: 'number', value: 'Tokyo' },
        shipWay: { __rl: true, mode: 'number', value: '38' },
        goodsInfo: { entry: [{ goodsId: '', qty: 1 }] },
        receiverInfo: { addressLine: 'A', name: 'Abcdefghijk', phone: '0', postalCode: '049-310' },
        stateOrRegion: { __rl: true, mode: 'name', value: '北海道' },
        sender: 'Shop',
        additionalFields: { ownNO: 'x'.repeat(21) },
      }),
    );
    for (const part of [
      'Warehouse (storageid) must be a number greater than 0',
      'Product 1: Product Code (goods_info[0].goodsId) is required',
      'Recipient: Name (receiver_info.Name) is longer than 10 characters',
      'Recipient: Postcode (receiver_info.PostalCode) must have the form NNN-NNNN',
      'Own Number (sender_info.ownNO) is longer than 20 characters',
    ]) {
      expect(ran.result.error?.message).toContain(part);
    }
  });
});

describe('answers in a form that is not documented', () => {
  const outbound = documented('mgoship', 'derived/out_orders.add_out_order.params.json');
  const reference = '503-2023376-28134781';

  test.each([{ order_no: '1' }, 'OUT131218772473', ['1']])('an outbound order keeps %j', async (data) => {
    const ran = await answered([{ status: { code: 'OK', msg: '' }, data }], (credentials) =>
      runWith(credentials, [{}], mgoship('Create', 'outboundOrder', 'create', { inputMode: 'json', body: outbound })),
    );
    expect(jsonOf(ran, 'Create')).toEqual([{ carrier: 'mgoship', reference, data }]);
  });
});
