import { type Answer, asObject, control, sandboxOfThisFile } from '../wire';
import { call, derived, refused } from './wire';

const sandbox = sandboxOfThisFile();

describe('warehouses', () => {
  it('an outbound order is made and shown in the state', async () => {
    const answer = await call(sandbox, 'out_orders', 'add_out_order', derived('out_orders.add_out_order.params'));
    expect(answer).toMatchObject({ status: { code: 'OK' }, data: { orderNo: expect.stringMatching(/^\d{12}$/) } });
    expect((await control(sandbox, 'state')).body.mgoship).toMatchObject({
      orders: [{ kind: 'outbound', reference: '503-2023376-28134781', product: '38' }],
    });
  });

  it.each<[Answer, string]>([
    [{ Name: '山田花子山田花子山田花' }, 'receiver_info.Name长度不能超过10'],
    [{ PostalCode: '0493104' }, 'receiver_info.PostalCode格式不正确'],
  ])('an outbound order with %j is refused', async (changes, words) => {
    const params = derived('out_orders.add_out_order.params');
    const receiver = { ...asObject(params.receiver_info), ...changes };
    expect(await call(sandbox, 'out_orders', 'add_out_order', { ...params, receiver_info: receiver })).toEqual(
      refused(words),
    );
  });
});
