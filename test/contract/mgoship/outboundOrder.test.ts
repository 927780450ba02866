import { isObject } from '#carriers/shared/json-value';
import { createOutboundOrder, outboundOrderParams, outboundParcelOf } from '../../../carriers/mgoship';
import { object } from '../../documented';
import { requests } from '../carrier';
import { client, derived, example, ok, params, sent } from './wire';

describe('derived params (ours, from the tables)', () => {
  it('add_out_order', async () => {
    const given = example('derived/out_orders.add_out_order.params.json');
    await createOutboundOrder(await client(ok()), outboundOrderParams(given));
    expect(JSON.stringify(params())).toBe(derived('out_orders.add_out_order.params.json'));
    const sample = object(example('out_orders.add_out_order.request.partial.json')['params']);
    expect(params()).toMatchObject(sample);
    expect(Object.keys(object(JSON.parse(sent())))).toEqual(['appid', 'params', 'sign', 'version']);
  });
});

describe('creating', () => {
  const lost = { status: 502, body: 'Bad gateway' };

  it('an outbound order cannot be looked up: its lost answer says how to check', async () => {
    const order = outboundOrderParams(example('derived/out_orders.add_out_order.params.json'));
    await expect(createOutboundOrder(await client(lost), order)).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringContaining('503-2023376-28134781'),
    });
    expect(requests()).toHaveLength(1);
    const data = { orderNo: '131218772473', ownNO: '503-2023376-28134781', fee: '180' };
    expect(outboundParcelOf({ data }, order)).toEqual({
      carrier: 'mgoship',
      reference: '503-2023376-28134781',
      orderNumber: '131218772473',
      details: { fee: '180' },
    });
  });
});

describe('what is checked before sending', () => {
  it.each([
    [{ receiver_info: { Name: '山田花子山田花子山田花' } }, 'receiver_info.Name is longer than 10 characters'],
    [{ receiver_info: { PostalCode: '0493104' } }, 'receiver_info.PostalCode must have the form NNN-NNNN'],
    [{ sender_info: { ownNO: 'x'.repeat(21) } }, 'sender_info.ownNO is longer than 20 characters'],
    [{ goods_info: [] }, 'goods_info needs at least one product'],
    [{ storageid: '' }, 'storageid is required'],
    [{ service_info: { mark: 'x'.repeat(51) } }, 'service_info'],
  ])('add_out_order with %j', (changes, message) => {
    const given = example('derived/out_orders.add_out_order.params.json');
    const merged = Object.fromEntries(
      Object.entries({ ...given, ...changes }).map(([name, value]) => [
        name,
        isObject(value) ? { ...(isObject(given[name]) ? given[name] : {}), ...value } : value,
      ]),
    );
    expect(() => outboundOrderParams(merged)).toThrow(message);
  });

  it('add_out_order takes ten characters, and services as object or list', () => {
    const given = example('derived/out_orders.add_out_order.params.json');
    const receiver = { ...object(given['receiver_info']), Name: '山田花子山田花子山田' };
    for (const service of [{ serviceId: '1' }, [{ serviceId: 1, mark: 'gift' }]]) {
      expect(outboundOrderParams({ ...given, receiver_info: receiver, service_info: service })).toMatchObject({
        service_info: Array.isArray(service) ? [{ serviceId: '1', mark: 'gift' }] : { serviceId: '1' },
      });
    }
  });
});
