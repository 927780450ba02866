import type { JsonObject } from '#carriers/shared/json-value';
import { createParcelOrder, parcelOrderParams } from '../../../carriers/mgoship';
import { object } from '../../documented';
import { requests } from '../carrier';
import { answered, client, derived, example, ok, params, sent } from './wire';

describe('derived params (ours, from the tables)', () => {
  it('add_tms_order', async () => {
    const given = example('derived/tms_orders.add_tms_order.params.json');
    await createParcelOrder(await client(ok({ data: { orderNo: '100014163701' } })), parcelOrderParams(given));
    expect(JSON.stringify(params())).toBe(derived('tms_orders.add_tms_order.params.json'));
  });

  it('add_tms_order begins as the documented sample does, whose rest is cut', async () => {
    const given = example('derived/tms_orders.add_tms_order.params.json');
    await createParcelOrder(await client(ok({ data: { orderNo: '100014163701' } })), parcelOrderParams(given));
    const sample = JSON.stringify({
      ...example('tms_orders.add_tms_order.request.partial.json'),
      sign: object(JSON.parse(sent()))['sign'],
    });
    expect(sent().startsWith(sample.slice(0, sample.indexOf('}')))).toBe(true);
  });

  it('add_tms_order from numbers in any order, with what was left out as empty text', () => {
    const wanted = example('derived/tms_orders.add_tms_order.params.json');
    const order = object(wanted['order']);
    const [item] = Array.isArray(wanted['declare']) ? wanted['declare'].map(object) : [];
    const built = parcelOrderParams({
      order: { ...order, weight: 0.585, channel: 1, length: 50.5, shipmenttype: 4 },
      declare: [
        {
          enname: item?.['enname'],
          cnname: item?.['cnname'],
          qty: 1,
          unitprice: 4500,
          url: item?.['url'],
          material: item?.['material'],
        },
      ],
      consignee: { ...object(wanted['consignee']), mobile: null },
    });
    expect(built).toEqual(wanted);
  });
});

describe('creating', () => {
  const order = (): JsonObject => parcelOrderParams(example('derived/tms_orders.add_tms_order.params.json'));
  const found = (seconds: number): string =>
    ok({
      data: {
        order: { orderNo: '100014163701', customerno: 'A000091906080D9A' },
        route: [{ addtime: String(seconds), remark: '接口推送订单' }],
      },
    });
  const now = (): number => Math.floor(Date.now() / 1000);
  const lost = { status: 502, body: 'Bad gateway' };

  it.each([
    ['data.orderNo', { data: { orderNo: '100014163701', trackno: '362022872364' } }],
    ['data.order.orderNo', { data: { order: { orderNo: 100014163701, trackno: '362022872364' } } }],
    ['a list in data', { data: { order: [{ orderNo: '100014163701', trackno: '362022872364' }] } }],
    ['the first of a list', { data: [{ orderNo: '100014163701', trackno: '362022872364' }] }],
  ])('finds the number in %s', async (_, fields) => {
    const { parcel } = await createParcelOrder(await client(ok(fields)), order());
    expect(parcel).toEqual({
      carrier: 'mgoship',
      reference: 'A000091906080D9A',
      orderNumber: '100014163701',
      trackingNumber: '362022872364',
    });
    expect(requests()).toHaveLength(1);
  });

  it('without an own number nothing is looked up, and it says where to look', async () => {
    const unnamed = parcelOrderParams({ order: { weight: '0.5' } });
    const { raw, parcel } = await createParcelOrder(await client(ok()), unnamed);
    expect(parcel).toEqual({
      carrier: 'mgoship',
      notes: [expect.stringMatching(/gave no number.* without an own number .* customer portal/)],
    });
    expect(raw).not.toHaveProperty('customerno');
    await expect(createParcelOrder(await client(lost), unnamed)).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringContaining('customer portal'),
    });
    expect(requests()).toHaveLength(1);
  });

  it('tells what else the answer has', async () => {
    const data = { orderNo: '100014163701', label_url: 'http://x.example.com/a.pdf', order: { fee: '12.00' } };
    const { parcel } = await createParcelOrder(await client(ok({ data })), order());
    expect(parcel).toEqual({
      carrier: 'mgoship',
      reference: 'A000091906080D9A',
      orderNumber: '100014163701',
      details: { label_url: 'http://x.example.com/a.pdf', order: { fee: '12.00' } },
    });
    const unnamed = await createParcelOrder(await client(ok({ data: { ref: 'R-1' } }), found(now())), order());
    expect(unnamed.parcel).toMatchObject({ orderNumber: '100014163701', data: { ref: 'R-1' } });
  });

  it('looks the order up when the answer has no number, and says only what it knows when that gives nothing or an older one', async () => {
    const { parcel } = await createParcelOrder(await client(ok(), found(now())), order());
    expect(parcel).toMatchObject({ orderNumber: '100014163701', reference: 'A000091906080D9A' });
    expect(parcel).not.toHaveProperty('recovered');
    for (const answer of [answered('derived/envelope.error.response.json'), found(now() - 3600)]) {
      const other = await createParcelOrder(await client(ok(), answer), order());
      expect(other.parcel).toEqual({
        carrier: 'mgoship',
        reference: 'A000091906080D9A',
        notes: [expect.stringContaining('gave no number')],
      });
    }
  });

  const withRoute = (...times: unknown[]): string =>
    ok({
      data: {
        order: { orderNo: '100014163701', customerno: 'A000091906080D9A' },
        route: times.map((addtime) => ({ addtime, remark: '接口推送订单' })),
      },
    });
  const withoutTimes: [string, string][] = [
    ['an empty route', withRoute()],
    ['no route', ok({ data: { order: { orderNo: '100014163701', customerno: 'A000091906080D9A' } } })],
    ['a time that cannot be read', withRoute('2026-11-22')],
  ];

  it.each(withoutTimes)('after OK, takes the newest order for this one when it has %s', async (_, answer) => {
    const { parcel } = await createParcelOrder(await client(ok(), answer), order());
    expect(parcel).toMatchObject({ orderNumber: '100014163701' });
  });

  it('goes by the oldest time that can be read', async () => {
    const { parcel } = await createParcelOrder(await client(ok(), withRoute('?', now() - 3600, now())), order());
    expect(parcel).toEqual({
      carrier: 'mgoship',
      reference: 'A000091906080D9A',
      notes: [expect.stringContaining('gave no number')],
    });
  });

  it.each([
    ...withoutTimes,
    ['an event without a time beside one of this run', withRoute('0', now())],
    ['an event whose time cannot be read beside one of this run', withRoute(now(), '?')],
  ])('a lost answer stays unknown when the order found has %s, and it is named', async (_, answer) => {
    await expect(createParcelOrder(await client(lost, answer), order())).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringMatching(/Parcel Order: Get.*100014163701/),
    });
  });

  it('sends once; a lost answer is recovered by the own number', async () => {
    const { raw, parcel } = await createParcelOrder(await client(lost, found(now())), order());
    expect(parcel).toMatchObject({ orderNumber: '100014163701', recovered: true });
    expect(raw).toMatchObject({ recovered: true });
    expect(requests().map(({ path }) => new URLSearchParams(path).get('action'))).toEqual([
      'add_tms_order',
      'get_tms_order_detail',
    ]);
  });

  it.each(['perhaps', 202])(
    'looks the order up when the answer has the code %j, which is not documented',
    async (code) => {
      const open = JSON.stringify({ status: { code, msg: '成功' }, data: { orderNo: '100014163701' } });
      const { parcel } = await createParcelOrder(await client(open, found(now())), order());
      expect(parcel).toMatchObject({ orderNumber: '100014163701', recovered: true });
      const nothing = answered('derived/envelope.error.response.json');
      await expect(createParcelOrder(await client(open, nothing), order())).rejects.toMatchObject({
        kind: 'outcome-unknown',
        carrierText: '成功',
        code: String(code),
      });
    },
  );

  it.each([
    ['an older order with the same own number', found(now() - 3600), 'is 100014163701'],
    ['no order', answered('derived/envelope.error.response.json'), 'No order could be looked up'],
    ['another own number', found(now()).replace('A000091906080D9A', 'OTHER'), 'nothing shows that this run made it'],
  ])('stays unknown when the look-up gives %s', async (_, answer, words) => {
    const own = await client(lost, answer);
    await expect(createParcelOrder(own, order())).rejects.toMatchObject({
      kind: 'outcome-unknown',
      message: expect.stringContaining(words),
    });
  });
});
