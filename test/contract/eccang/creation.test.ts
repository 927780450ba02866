import { createOrder, createOrders, ECCANG, type EccangDeployment } from '../../../carriers/eccang';
import { HUAHAN } from '../../../carriers/huahan';
import { eccangOrder } from '../../../sandbox/sample-orders';
import { carrierWith, LOST } from './wire';

const order = eccangOrder('R', { country_code: 'DE' });
const made = { reference_no: 'R', order_code: 'W1', shipping_method_no: 'T1' };

/** The carrier's order under the reference, as each deployment finds it; in this family the details come in a call of their own. */
const stored = (details: object = {}) => ({
  getTrackNumber: { ask: 'Success', data: [{ OrderNumber: 'R', WayBillNumber: 'W1', TrackingNumber: 'T1' }] },
  getOrder: {
    ask: 'Success',
    data: {
      ...{ reference_no: 'R', shipper_hawbcode: 'W1', shipping_method_no: 'T1', status: 'P', country_code: 'DE' },
      Consignee: order['Consignee'],
      ...details,
    },
  },
});
const NOTHING = {
  getTrackNumber: { ask: 'Success', data: [] },
  getOrder: { ask: 'Failure', message: '订单不存在' },
};

describe.each([
  ['eccang', ECCANG],
  ['huahan', HUAHAN],
] as const)('%s', (_, deployment) => {
  const creating = async (createReply: unknown, found: Record<string, unknown> = NOTHING, returnExisting = false) => {
    const { client, services } = await carrierWith(deployment, { createOrder: createReply, ...found });
    return { answer: createOrder(client, order, { returnExisting }), services };
  };

  it.each([true, 1, '1', 'success ', 'True', 'SUCCESS', 'ok', 'yes'])('ask %j is a success', async (ask) => {
    const { answer, services } = await creating({ ask, ...made });
    await expect(answer).resolves.toMatchObject({ parcel: { orderNumber: 'W1', trackingNumber: 'T1' } });
    expect(services()).toEqual(['createOrder']);
  });

  it.each([false, 0, '0', 'failed', 'FALSE ', 'no'])('ask %j is a refusal, which is not looked up', async (ask) => {
    const { answer, services } = await creating({ ask, message: '订单数据不合法', reference_no: 'R' });
    await expect(answer).rejects.toMatchObject({ kind: 'rejected', message: '订单数据不合法' });
    expect(services()).toEqual(['createOrder']);
  });

  it.each([
    ['neither yes nor no', { ask: 'Processing', message: '处理中' }],
    ['nothing', { message: '处理中' }],
    ['yes beside a code of refusal', { ask: 'Success', ...made, Error: { errCode: '5000', errMessage: '处理中' } }],
    ['yes beside the text of one', { ask: 'Success', Error: { errMessage: '处理中', errCode: '' } }],
    ['yes beside err_code', { ask: 'Success', err_code: '50048', message: '处理中' }],
    ['no beside the number of the order', { ask: 'Failure', message: '处理中', ...made }],
    ['no beside its number in a container', { ask: 'Failure', message: '处理中', data: [made] }],
  ])('an answer that says %s is looked up', async (_case, reply) => {
    const { answer } = await creating(reply, stored());
    await expect(answer).resolves.toMatchObject({ parcel: { orderNumber: 'W1', recovered: true } });
    const unknown = await creating(reply);
    await expect(unknown.answer).rejects.toMatchObject({
      kind: 'outcome-unknown',
      carrierText: expect.stringContaining('处理中'),
    });
  });

  it.each([
    ['zeros', { errMessage: '', errCode: '0000' }],
    ['the word success', { errMessage: 'Success', errCode: '' }],
    ['nothing', []],
  ])('an Error that says %s is none', async (_case, Error) => {
    const { answer, services } = await creating({ ask: 'Success', ...made, Error });
    await expect(answer).resolves.toMatchObject({ parcel: { orderNumber: 'W1' } });
    expect(services()).toEqual(['createOrder']);
  });

  it('a refusal that repeats the tracking number that was sent is a refusal', async () => {
    const { client } = await carrierWith(deployment, {
      createOrder: { ask: 'Failure', message: 'x', reference_no: 'R', shipping_method_no: 'OWN' },
    });
    await expect(createOrder(client, { ...order, shipping_method_no: 'OWN' })).rejects.toMatchObject({
      kind: 'rejected',
    });
  });

  const numberless: [unknown][] = [
    ...[[], null, {}, '', [{}], [[]], {}].map((data): [unknown] => [{ ask: 'Success', message: 'Success', data }]),
    [{ ask: 'Success' }],
    [{ ask: 'Success', reference_no: 'R', order_code: '', shipping_method_no: null }],
  ];
  it.each(numberless)('a success without a number (%j) is looked up', async (reply) => {
    const { answer } = await creating(reply, stored());
    const { raw, parcel } = await answer;
    expect(parcel).toMatchObject({
      reference: 'R',
      orderNumber: 'W1',
      notes: [expect.stringContaining('gave no number')],
    });
    expect(raw).toMatchObject({ notes: parcel.notes });
    expect(parcel).not.toHaveProperty('recovered');
  });

  it.each(numberless)(
    'a success without a number (%j) that is not found says so, and has its reference',
    async (reply) => {
      const { answer } = await creating(reply);
      const notes = [
        expect.stringMatching(/gave no number, and looking up reference R gave none\. Ask for it with Order: Get/),
      ];
      await expect(answer).resolves.toMatchObject({
        raw: { reference_no: 'R', notes },
        parcel: { carrier: deployment.carrier, reference: 'R', notes },
      });
    },
  );

  it('a success without a number is none of an order that is another one', async () => {
    const { answer } = await creating({ ask: 'Success', data: [] }, stored({ status: 'E' }));
    const { parcel } = await answer;
    expect(parcel).toEqual({
      carrier: deployment.carrier,
      reference: 'R',
      notes: [expect.stringMatching(/has order W1, which is not the one sent: it is cancelled \(E\)/)],
    });
  });

  describe.each([
    ['cancelled', { status: 'E' }, 'it is cancelled (E)'],
    ['cancelled in words', { status: '已取消' }, 'it is cancelled (已取消)'],
    ['to another country', { country_code: 'US' }, 'it goes to US, not to DE'],
    ['to another recipient', { Consignee: { consignee_name: 'Somebody Else' } }, 'it goes to another recipient'],
  ])('an order under the reference that is %s', (_case, details, difference) => {
    it('is not the one whose answer was lost', async () => {
      const { answer } = await creating(LOST, stored(details));
      await expect(answer).rejects.toMatchObject({
        kind: 'outcome-unknown',
        message: expect.stringContaining(
          `Under reference R ${deployment.displayName} has order W1, which is not the one sent: ${difference}.`,
        ),
      });
      await expect(answer).rejects.toMatchObject({ message: expect.not.stringContaining('Somebody') });
    });

    it('is not the one to return where the reference exists', async () => {
      const exists = { ask: 'Failure', message: 'x', Error: { errCode: 'ORDER_REFER_ISEXISTS' } };
      const { answer } = await creating(exists, stored(details), true);
      await expect(answer).rejects.toMatchObject({
        kind: 'duplicate',
        message: expect.stringContaining(difference),
        hint: expect.stringContaining('Nothing was created'),
      });
    });
  });

  const clock = (hoursAhead: number, hoursAgo = 0): string =>
    new Date(Date.now() + (hoursAhead - hoursAgo) * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

  describe.each([
    ['that was changed years ago', { modify_date: '2018-04-17 17:39:08' }, 'it is older than this run'],
    ['that was changed an hour ago in China', { modify_date: clock(8, 1) }, 'it is older than this run'],
    ['that was changed an hour ago in UTC', { modify_date: clock(0, 1) }, 'it is older than this run'],
    ['that is checked in', { status: 'V' }, 'it is under way already (V)'],
    ['by another service', { shipping_method: 'OTHER' }, 'it goes by service OTHER'],
    ['of another weight', { order_weight: '17.000' }, 'it weighs 17 kg'],
  ])('an order under the reference %s', (_case, details, sign) => {
    it('is not the one that this run made, though all else is the same', async () => {
      const { answer } = await creating(LOST, stored(details));
      await expect(answer).rejects.toMatchObject({
        kind: 'outcome-unknown',
        message: expect.stringContaining(`has order W1, which is not the one sent: ${sign}`),
        hint: expect.stringContaining('If Reference Exists: Return Existing Order'),
      });
    });

    it('is the one to return where the existing one is wanted', async () => {
      const exists = { ask: 'Failure', message: 'x', Error: { errCode: 'ORDER_REFER_ISEXISTS' } };
      for (const reply of [LOST, exists]) {
        const { answer } = await creating(reply, stored(details), true);
        await expect(answer).resolves.toMatchObject({ parcel: { orderNumber: 'W1', recovered: true } });
      }
    });
  });

  it.each([clock(8), clock(0)])(
    'an order that was changed at %s, which is now, is of this run',
    async (modify_date) => {
      const { answer } = await creating(LOST, stored({ modify_date }));
      const { parcel } = await answer;
      expect(parcel).toMatchObject({ recovered: true });
      expect(parcel).not.toHaveProperty('notes');
    },
  );

  it('an order without a time, as it was sent, says that it may be an older one', async () => {
    const { answer } = await creating(LOST, stored());
    await expect(answer).resolves.toMatchObject({
      parcel: { recovered: true, notes: [expect.stringContaining('does not tell when')] },
    });
  });

  it('is found in whatever case, width and spacing it is written', async () => {
    const Consignee = { consignee_name: ' ＳＡＭＰＬＥ   RECIPIENT' };
    const sent = { ...order, Consignee: { consignee_name: 'Sample Recipient' } };
    const { client } = await carrierWith(deployment, {
      createOrder: LOST,
      ...stored({ Consignee, country_code: 'de' }),
    });
    await expect(createOrder(client, sent)).resolves.toMatchObject({ parcel: { recovered: true } });
  });

  it('each order of a batch is judged by itself', async () => {
    const orders = ['A', 'B', 'C', 'D'].map((reference) => eccangOrder(reference));
    const { client } = await carrierWith(deployment, {
      batchCreateOrder: {
        ask: 'Success',
        Result: [
          { ask: 1, reference_no: 'A', order_code: 'WA' },
          { ask: 'false', reference_no: 'B', message: '邮编错误' },
          { ask: 'Success', reference_no: 'C' },
          { ask: 'Failure', reference_no: 'D', order_code: 'WD', message: 'x' },
        ],
      },
      ...NOTHING,
    });
    expect(await createOrders(client, orders)).toMatchObject([
      { parcel: { orderNumber: 'WA' } },
      { kind: 'rejected', message: '邮编错误' },
      { parcel: { reference: 'C', notes: [expect.stringContaining('gave no number')] } },
      { kind: 'outcome-unknown' },
    ]);
  });
});

describe('where the look-up tells numbers alone', () => {
  const lost = (found: Record<string, unknown>, deployment: EccangDeployment = ECCANG) =>
    carrierWith(deployment, { createOrder: LOST, ...found });

  it('the order is asked for by its waybill number, once', async () => {
    const { client, services } = await lost(stored());
    await createOrder(client, order);
    expect(services()).toEqual(['createOrder', 'getTrackNumber', 'getOrder']);
  });

  const numbersOnly: [string, Record<string, unknown>][] = [
    ['is not known by its waybill number', { getOrder: NOTHING.getOrder }],
    [
      'has no waybill number',
      { getTrackNumber: { ask: 'Success', data: [{ OrderNumber: 'R', TrackingNumber: 'T1' }] } },
    ],
    [
      'is another one by its waybill number',
      { getOrder: { ask: 'Success', data: { reference_no: 'X9', shipper_hawbcode: 'W9', country_code: 'DE' } } },
    ],
  ];

  it.each(numbersOnly)('an order that %s is not taken for this one, and is named', async (_, replies) => {
    const { client } = await lost({ ...stored(), ...replies });
    await expect(createOrder(client, order)).rejects.toMatchObject({
      kind: 'outcome-unknown',
      message: expect.stringMatching(/has order (W1|T1), but nothing shows that this run made it/),
      hint: expect.stringContaining('Return Existing Order'),
    });
  });

  it.each(numbersOnly)('where the existing one is wanted, an order that %s is, and says so', async (_, replies) => {
    const { client } = await lost({ ...stored(), ...replies });
    const uncompared = { recovered: true, notes: [expect.stringContaining('could not be compared')] };
    await expect(createOrder(client, order, { returnExisting: true })).resolves.toMatchObject({
      raw: uncompared,
      parcel: { trackingNumber: 'T1', ...uncompared },
    });
  });

  it('what was compared has no such note', async () => {
    const { client } = await lost(stored({ modify_date: new Date().toISOString().slice(0, 19).replace('T', ' ') }));
    expect((await createOrder(client, order)).parcel).not.toHaveProperty('notes');
  });

  it.each([
    ['of the account', { ask: 'Failure', message: '请求频率超限' }, { ofAccount: 'rate-limited' }],
    ['of the order', { ask: 'Failure', message: 'x' }, {}],
    ['that says neither yes nor no', { ask: 'x' }, {}],
  ])('details that are refused by an answer %s leave the outcome unknown', async (_, getOrder, facts) => {
    const { client } = await lost({ ...stored(), getOrder });
    await expect(createOrder(client, order)).rejects.toMatchObject({
      kind: 'outcome-unknown',
      message: expect.stringContaining(
        `Under reference R ${ECCANG.displayName} has order W1, but where it goes could not be asked`,
      ),
      ...facts,
    });
    const known = await carrierWith(ECCANG, {
      createOrder: { ask: 'Failure', message: 'x', Error: { errCode: 'ORDER_REFER_ISEXISTS' } },
      ...stored(),
      getOrder,
    });
    const existing = createOrder(known.client, order, { returnExisting: true });
    await expect(existing).rejects.toMatchObject({ kind: expect.not.stringContaining('outcome'), ...facts });
  });
});
