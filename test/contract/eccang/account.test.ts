import {
  awaitTrackingNumbers,
  checkRequiredFields,
  createOrder,
  createOrders,
  ECCANG,
  getOrder,
  trackParcels,
} from '../../../carriers/eccang';
import { eccangOrder } from '../../../sandbox/sample-orders';
import { carrier, carrierWith, enveloped, LOST } from './wire';

const failure = (fields: object) => ({ ask: 'Failure', ...fields });

describe('refusals that concern the account or the rate', () => {
  it.each([
    ['rate-limited', { message: '请求频率超限' }],
    ['rate-limited', { message: '', Error: { errMessage: '访问过于频繁,请稍后再试', errCode: '' } }],
    ['rate-limited', { message: 'Failure', Error: { errMessage: '操作失败:请求过快', errCode: '5000' } }],
    ['rate-limited', { message: 'x', Error: { errCode: 'TOO_MANY_REQUESTS' } }],
    ['rate-limited', { message: 'x', err_code: 429 }],
    ['unavailable', { message: '系统繁忙，请稍后再试' }],
    ['unavailable', { message: '', Error: { cnMessage: '系统维护中', enMessage: 'System maintenance' } }],
    ['credentials', { message: 'token已过期' }],
    ['credentials', { message: 'x', err_code: '50001' }],
    ['credentials', { message: '', Error: { errMessage: 'IP不在白名单', errCode: '' } }],
    ['credentials', { message: '账号已停用' }],
  ])('%s: %j', async (kind, reply) => {
    for (const ask of ['Failure', false, undefined]) {
      const { client, calls } = await carrier(ECCANG, enveloped({ ...reply, ask }));
      await expect(getOrder(client, 'A')).rejects.toMatchObject({ kind, ofAccount: kind, hint: expect.any(String) });
      expect(calls()).toBe(1);
    }
  });

  it.each([
    { message: '备注过于频繁' },
    { message: '商品名称含有token' },
    { message: '账户余额不足' },
    { message: '系统繁忙', Error: { errMessage: '收件人邮编错误', errCode: '5000' } },
    { message: '参考单号已存在: 系统繁忙' },
  ])('%j concerns one order', async (reply) => {
    const { client } = await carrier(ECCANG, enveloped(failure(reply)));
    await expect(createOrder(client, eccangOrder('A'))).rejects.not.toHaveProperty('ofAccount');
  });

  it('in an entry of a batch, and for a batch whose entries say nothing of their own', async () => {
    const tracked = { ask: 'Success', Data: [{ Code: 'A', ask: 'Failure', message: '请求过于频繁' }] };
    const { client } = await carrier(ECCANG, enveloped(tracked));
    expect(await trackParcels(client, ['A'])).toMatchObject([{ kind: 'rate-limited', ofAccount: 'rate-limited' }]);
    const echo = failure({ message: 'token已过期', Result: [{ reference_no: 'A' }] });
    const batch = await carrierWith(ECCANG, { batchCreateOrder: echo });
    await expect(createOrders(batch.client, [eccangOrder('A')])).rejects.toMatchObject({ kind: 'credentials' });
    expect(batch.services()).toEqual(['batchCreateOrder']);
  });

  it('in a SOAP fault, which is not tried again', async () => {
    const fault =
      '<s:Envelope xmlns:s="x"><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>Too many requests</faultstring></s:Fault></s:Body></s:Envelope>';
    const { client, calls } = await carrier(ECCANG, { status: 500, body: fault });
    await expect(getOrder(client, 'A')).rejects.toMatchObject({ kind: 'rate-limited', ofAccount: 'rate-limited' });
    expect(calls()).toBe(1);
  });

  it('as HTTP 401', async () => {
    const { client } = await carrier(ECCANG, { status: 401, body: '' });
    await expect(getOrder(client, 'A')).rejects.toMatchObject({ kind: 'credentials', ofAccount: 'credentials' });
  });
});

describe('what has begun ends', () => {
  const limited = failure({ message: '请求频率超限' });
  const orders = ['A', 'B', 'C'].map((reference) => eccangOrder(reference));

  it('a busy carrier that says neither yes nor no leaves a create open', async () => {
    const { client } = await carrierWith(ECCANG, { createOrder: { message: '系统繁忙' }, getTrackNumber: limited });
    await expect(createOrder(client, eccangOrder('A'))).rejects.toMatchObject({ kind: 'outcome-unknown' });
  });

  it('looking up what was lost ends with the first look-up that is refused', async () => {
    const { client, services } = await carrierWith(ECCANG, { batchCreateOrder: LOST, getTrackNumber: limited });
    const answers = await createOrders(client, orders);
    expect(answers.map((answer) => ('kind' in answer ? [answer.kind, answer.ofAccount] : answer))).toEqual(
      orders.map(() => ['outcome-unknown', 'rate-limited']),
    );
    expect(services()).toEqual(['batchCreateOrder', 'getTrackNumber']);
  });

  it('waiting for tracking numbers, with what was issued', async () => {
    const pending = { ask: 'Success', data: [{ OrderNumber: 'A', TrackingNumber: '', WayBillNumber: 'W' }] };
    const { client, calls } = await carrier(ECCANG, enveloped(pending), enveloped(limited));
    expect(await awaitTrackingNumbers(client, ['A'], { deadlineMs: 60_000, intervalMs: 1 })).toMatchObject([
      { parcel: { orderNumber: 'W', trackingNumberPending: true } },
    ]);
    expect(calls()).toBe(2);
  });

  it('asking what products demand', async () => {
    const { client, services } = await carrierWith(ECCANG, { getFieldRule: limited });
    const products = orders.map((order, index) => ({ ...order, shipping_method: `P${index}` }));
    expect(await checkRequiredFields(client, products)).toMatchObject([{ ofAccount: 'rate-limited' }]);
    expect(services()).toEqual(['getFieldRule']);
  });
});
