import { isObject } from '#carriers/shared/json-value';
import { deleteParcelOrder, getInboundLabelLinks, getParcelOrder } from '../../../carriers/mgoship';
import { parcelOf } from '../../../carriers/mgoship/parcels';
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
      lastMileCarrier: '佐川急便',
      service: { code: '1', name: '海运小包' },
      warehouse: '深圳',
      weightKg: 0.351,
      dimensionsCm: { length: 40, width: 30, height: 12 },
      measuredWeightKg: 0.8,
      measuredDimensionsCm: { length: 36, width: 32, height: 15 },
      billedWeightKg: 0.8,
      battery: false,
      shipmentType: { code: '4', name: '其他' },
      insuranceType: { code: 'NO', name: '不购买' },
      insurance: { amount: '0.00', currency: 'CNY' },
      recipient: {
        name: '山田 太郎',
        street: '秋田市見本町1-2-3',
        province: '秋田県',
        postcode: '103-4520',
        phone: '0180000000',
        email: 'test@mgoship.com',
        details: { buyerid: 'buyername' },
      },
      customsItems: [
        {
          description: 'WiFi Amplifier',
          localDescription: 'WiFi放大器',
          quantity: 1,
          unitValue: '3800.00',
          currency: 'JPY',
          url: 'https://www.amazon.co.jp/dp/B0BG519SAJ',
          material: 'Metal,Plastic',
        },
        {
          description: 'EARPHONE',
          localDescription: '耳机',
          quantity: 1,
          unitValue: '5200.00',
          currency: 'JPY',
          url: 'https://www.amazon.co.jp/dp/B09TZDFG63',
          material: 'Metal,Plastic',
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
      payment: {
        firstLegPaid: false,
        firstLegTotal: '0.00',
        firstLegCurrency: 'CNY',
        lastLegPaid: false,
        lastLegTotal: '0.00',
        lastLegCurrency: 'CNY',
        exchangeRate: '0.0000',
      },
    });
  });

  it.each([
    [
      'codes and words that are not documented',
      { channel: '快递', shipmenttype: '9' },
      { service: { name: '快递' }, shipmentType: { code: '9' } },
    ],
    ['a channel in words of any language', { channel: 'Express' }, { service: { name: 'Express' } }],
    ['the code of a channel', { channel: 2 }, { service: { code: '2', name: '空运小包' } }],
    [
      'words where the requests have codes',
      { shipmenttype: '礼品', hasbattery: '是' },
      { shipmentType: { code: '1', name: '礼品' }, battery: true },
    ],
    [
      'a battery of which it does not say yes or no',
      { hasbattery: '锂' },
      { details: { order: { hasbattery: '锂' } } },
    ],
    ['the weight of the warehouse alone', { confirm_weight: '0.8', weight: '0.000' }, { measuredWeightKg: 0.8 }],
    [
      'sizes of the warehouse alone',
      { confirm_length: '36.0' },
      { dimensionsCm: { length: 36 }, measuredDimensionsCm: { length: 36 } },
    ],
    [
      'a weight that is no number, and a new field',
      { billable_weight: '待定', label: 'A4' },
      { details: { order: { billable_weight: '待定', label: 'A4' } } },
    ],
  ])('an order with %s', (_, order, told) => {
    expect(parcelOf({ order })).toEqual({ carrier: 'mgoship', ...told });
  });

  it('what the tables do not name is told by its own name', () => {
    const data = {
      fee: { pay_cn: '7', statusEnd: '1', remoteFee: '12.00' },
      consignee: { town: '見本町' },
      declare: [{ note: 'red', pickupname: 'SKU-1', qty: 'two' }],
      package: { no: '1' },
    };
    expect(parcelOf(data)).toEqual({
      carrier: 'mgoship',
      recipient: { details: { town: '見本町' } },
      customsItems: [{ sku: 'SKU-1', details: { note: 'red', qty: 'two' } }],
      payment: { lastLegPaid: true },
      details: { package: { no: '1' }, fee: { pay_cn: '7', remoteFee: '12.00' } },
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
