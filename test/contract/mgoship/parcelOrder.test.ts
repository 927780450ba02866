import { isObject } from '#carriers/shared/json-value';
import { deleteParcelOrder, getInboundLabelLinks, getParcelOrder } from '../../../carriers/mgoship';
import { object } from '../../documented';
import { answered, client, derived, example, expectDocumented, ok, params } from './wire';

describe('documented requests, byte for byte but for the signature', () => {
  const orderNo = (number: string) => ({ numberType: 'orderNo' as const, number });

  it('tms_orders.get_tms_order_detail', () =>
    expectDocumented(
      'tms_orders',
      'get_tms_order_detail',
      (own) => getParcelOrder(own, orderNo('100014853699')),
      answered('tms_orders.get_tms_order_detail.response.json'),
    ));

  it('tms_orders.delete_tms_order', () =>
    expectDocumented(
      'tms_orders',
      'delete_tms_order',
      (own) => deleteParcelOrder(own, orderNo('100014213698')),
      answered('tms_orders.delete_tms_order.response.json'),
    ));
});

describe('derived params (ours, from the tables)', () => {
  it.each([['tms_orders.get_tms_order_detail.params.by-customerno.json', 'A000091906080D9A']])(
    '%s',
    async (file, number) => {
      await getParcelOrder(await client(answered('tms_orders.get_tms_order_detail.response.json')), {
        numberType: 'customerno',
        number,
      });
      expect(JSON.stringify(params())).toBe(derived(file));
    },
  );
});

describe('documented replies', () => {
  const detail = 'tms_orders.get_tms_order_detail.response.json';
  const lookup = { numberType: 'orderNo', number: '100014853699' } as const;

  it('get_tms_order_detail', async () => {
    const { raw, parcel } = await getParcelOrder(await client(answered(detail)), lookup);
    expect(raw).toEqual(example(detail)['data']);
    expect(parcel).toEqual({
      carrier: 'mgoship',
      reference: 'A000091906080D9A',
      orderNumber: '100014163701',
      trackingNumber: '362022872364',
      status: 'picked_up',
      statusRaw: '仓库作业中',
      service: { name: '海运小包' },
      weightKg: 0.8,
      dimensionsCm: { length: 36, width: 32, height: 15 },
      recipient: {
        name: '山田 太郎',
        street: '秋田市見本町1-2-3',
        province: '秋田県',
        postcode: '103-4520',
        phone: '0180000000',
        email: 'test@mgoship.com',
      },
      customsItems: [
        {
          description: 'WiFi Amplifier',
          localDescription: 'WiFi放大器',
          quantity: 1,
          unitValue: '3800.00',
          currency: 'JPY',
          url: 'https://www.amazon.co.jp/dp/B0BG519SAJ',
        },
        {
          description: 'EARPHONE',
          localDescription: '耳机',
          quantity: 1,
          unitValue: '5200.00',
          currency: 'JPY',
          url: 'https://www.amazon.co.jp/dp/B09TZDFG63',
        },
      ],
      events: [
        { time: '2023-04-20T01:28:53Z', timeRaw: '1681954133', status: 'unknown', description: '已入库,仓库处理中' },
        { time: '2023-04-19T03:29:36Z', timeRaw: '1681874976', status: 'unknown', description: '接口推送订单' },
      ],
      charges: [
        { name: 'Freight', amount: '0.00', currency: 'CNY' },
        { name: 'Insurance', amount: '0.00', currency: 'CNY' },
        { name: 'Tax', amount: '0', currency: 'JPY' },
        { name: 'Other charges', amount: '0', currency: 'JPY' },
      ],
      payment: { firstLegPaid: false, firstLegTotal: '0.00', lastLegPaid: false, lastLegTotal: '0.00' },
    });
  });

  it('events of the same second are newest first as well', async () => {
    const route = ['first', 'second', 'third'].map((remark) => ({ addtime: '1681874976', remark }));
    const own = await client(ok({ data: { order: { orderNo: '1' }, route } }));
    const { parcel } = await getParcelOrder(own, lookup);
    expect(parcel.events?.map(({ description }) => description)).toEqual(['third', 'second', 'first']);
  });

  it('groups may be lists of one: the pages call them "Array"', async () => {
    const data = object(example(detail)['data']);
    const inLists = Object.fromEntries(
      Object.entries(data).map(([name, group]) => [name, isObject(group) ? [group] : group]),
    );
    const { parcel } = await getParcelOrder(await client(ok({ data: inLists })), lookup);
    expect(parcel).toEqual((await getParcelOrder(await client(answered(detail)), lookup)).parcel);
    const label = await client(ok({ data: [{ label_url: 'http://x.example.com/a.pdf' }] }));
    await expect(getInboundLabelLinks(label, '1', '100')).resolves.toEqual(['http://x.example.com/a.pdf']);
  });

  it.each([
    ['pay_jp', { pay_jp: '1', statusEnd: '0' }, true],
    ['statusEnd', { statusEnd: '1' }, true],
    ['statusEnd as number', { statusEnd: 0 }, false],
    ['neither', {}, undefined],
    ['a state that is not documented', { pay_jp: '7' }, undefined],
  ])('the last-leg payment from %s', async (_, fee, paid) => {
    const own = await client(ok({ data: { order: { orderNo: '1' }, fee } }));
    const { parcel } = await getParcelOrder(own, lookup);
    expect(parcel.payment?.lastLegPaid).toBe(paid);
  });

  it.each([
    ['草稿', 'pending'],
    ['已预报', 'pending'],
    ['仓库作业中', 'picked_up'],
    ['运输中', 'unknown'],
    ['constructor', 'unknown'],
  ])('status %s is %s and stays beside it', async (text, status) => {
    const own = await client(ok({ data: { order: { orderNo: '1', status: text } } }));
    expect((await getParcelOrder(own, lookup)).parcel).toMatchObject({ status, statusRaw: text });
  });
});
