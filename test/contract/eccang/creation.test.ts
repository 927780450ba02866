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

  it.each([
    ['is not known by its waybill number', { getOrder: NOTHING.getOrder }],
    [
      'has no waybill number',
      { getTrackNumber: { ask: 'Success', data: [{ OrderNumber: 'R', TrackingNumber: 'T1' }] } },
    ],
  ])('an order that %s is taken for this one, and says so', async (_, replies) => {
    const { client } = await lost({ ...stored(), ...replies });
    const uncompared = { recovered: true, notes: [expect.stringContaining('could not be compared')] };
    await expect(createOrder(client, order)).resolves.toMatchObject({
      raw: uncompared,
      parcel: { trackingNumber: 'T1', ...uncompared },
    });
  });

  it('what was compared has no such note', async () => {
    const { client } = await lost(stored());
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
        `Under reference R ${ECCANG.displayName} has order W1, but asking where it goes failed`,
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
