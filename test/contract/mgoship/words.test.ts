import type { JsonObject } from '#carriers/shared/json-value';
import {
  createOutboundOrder,
  createParcelOrder,
  outboundOrderParams,
  outboundParcelOf,
  parcelOrderParams,
  readPage,
  STOCK_LOG,
} from '../../../carriers/mgoship';
import { object } from '../../documented';
import { requests } from '../carrier';
import { client, clientFor, example, ok } from './wire';

const order = parcelOrderParams(example('derived/tms_orders.add_tms_order.params.json'));
const said = (code: unknown, fields: object = {}): string =>
  JSON.stringify({ status: { code, msg: '处理中' }, ...fields });
const made = { data: { orderNo: '100014163701' } };

/** The newest order under the own number, made now. */
function stored(changes: JsonObject = {}, consignee: JsonObject = {}): string {
  const now = Math.floor(Date.now() / 1000);
  return ok({
    data: {
      order: { orderNo: '100014163701', customerno: 'A000091906080D9A', status: '已预报', ...changes },
      consignee: { ...object(order['consignee']), ...consignee },
      route: [{ addtime: String(now), remark: '接口推送订单' }],
    },
  });
}

/** A client whose carrier answers the create and the look-up each with its own. */
const answering = (create: string, found = '{"status":{"code":"ERROR","msg":"订单不存在"}}') =>
  clientFor(({ path }) => ({ body: path.includes('get_tms_order_detail') ? found : create }));

describe('flags of success', () => {
  it.each([true, 1, 'OK', 'success '])('%j in place of the status is a success', async (status) => {
    const { parcel } = await createParcelOrder(await client(JSON.stringify({ status, ...made })), order);
    expect(parcel).toMatchObject({ orderNumber: '100014163701' });
    expect(requests()).toHaveLength(1);
  });

  it('a refusal in place of the status has its words beside it', async () => {
    const answer = JSON.stringify({ status: 'ERROR', msg: '请求频率超限' });
    await expect(createParcelOrder(await client(answer), order)).rejects.toMatchObject({
      kind: 'rate-limited',
      message: '请求频率超限',
    });
  });

  it.each([true, 1, '1', 'ok', 'OK ', 'success ', 'True', 'SUCCESS', 'yes', 200])(
    'status.code %j is a success',
    async (code) => {
      const { parcel } = await createParcelOrder(await client(said(code, made)), order);
      expect(parcel).toMatchObject({ orderNumber: '100014163701' });
      expect(parcel).not.toHaveProperty('recovered');
      expect(requests()).toHaveLength(1);
    },
  );

  it.each([false, 'error ', 'Fail', 'FAILURE', 'no'])('status.code %j is a refusal', async (code) => {
    await expect(createParcelOrder(await client(said(code)), order)).rejects.toMatchObject({ kind: 'rejected' });
    expect(requests()).toHaveLength(1);
  });

  it.each([
    ['neither', said('perhaps', made)],
    ['0', said(0, made)],
    ['ERROR beside the number of the order', said('ERROR', made)],
  ])('an answer that says %s is looked up', async (_, answer) => {
    const found = await createParcelOrder(await answering(answer, stored()), order);
    expect(found.parcel).toMatchObject({ orderNumber: '100014163701', recovered: true });
    await expect(createParcelOrder(await answering(answer), order)).rejects.toMatchObject({
      kind: 'outcome-unknown',
      carrierText: '处理中',
    });
  });

  it('an outbound order with ERROR and a number stays unknown, and says how to check', async () => {
    const outbound = outboundOrderParams(example('derived/out_orders.add_out_order.params.json'));
    await expect(createOutboundOrder(await client(said('ERROR', made)), outbound)).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringContaining('customer portal'),
    });
  });
});

describe('a create that succeeds without a number', () => {
  const numberless = [[], null, {}, '', [{}], undefined];

  it.each(numberless.map((data) => [data]))('a parcel order with data %j is looked up', async (data) => {
    const { raw, parcel } = await createParcelOrder(await answering(ok({ data }), stored()), order);
    const notes = [expect.stringContaining('gave no number: it was looked up')];
    expect(parcel).toMatchObject({ orderNumber: '100014163701', notes });
    expect(raw).toMatchObject({ notes });
    const other = await createParcelOrder(await answering(ok({ data })), order);
    const missing = [expect.stringContaining('gave no number. No order could be looked up')];
    expect(other.parcel).toMatchObject({ reference: 'A000091906080D9A', notes: missing });
    expect(other.raw).toMatchObject({ customerno: 'A000091906080D9A', notes: missing });
  });

  it.each(numberless.map((data) => [data]))('an outbound order with data %j says so', async (data) => {
    const outbound = outboundOrderParams(example('derived/out_orders.add_out_order.params.json'));
    const raw = await createOutboundOrder(await client(ok({ data })), outbound);
    const notes = [expect.stringContaining('gave no number')];
    expect(raw).toMatchObject({ ownNO: '503-2023376-28134781', notes });
    expect(outboundParcelOf(raw, outbound)).toMatchObject({ reference: '503-2023376-28134781', notes });
  });
});

describe('the newest order under the own number', () => {
  it('is the one whose answer was lost, however its recipient is written', async () => {
    const { name } = object(order['consignee']);
    const own = await answering('', stored({}, { name: ` ${String(name).split('').join(' ')} ` }));
    await expect(createParcelOrder(own, order)).resolves.toMatchObject({ parcel: { recovered: true } });
  });

  it('without a recipient is taken for the one, and says so', async () => {
    const nobody = Object.fromEntries(Object.keys(object(order['consignee'])).map((name) => [name, '']));
    await expect(createParcelOrder(await answering('', stored({}, nobody)), order)).resolves.toMatchObject({
      parcel: { recovered: true, notes: [expect.stringContaining('could not be compared')] },
    });
  });

  it.each([
    ['cancelled', stored({ status: '已取消' }), 'it is cancelled (已取消)'],
    ['to another recipient', stored({}, { name: '別人太郎' }), 'it goes to another recipient'],
    ['to another postcode', stored({}, { postcode: '100-0001' }), 'it goes to another recipient'],
  ])('is not the one when it is %s', async (_, found, difference) => {
    await expect(createParcelOrder(await answering('', found), order)).rejects.toMatchObject({
      kind: 'outcome-unknown',
      message: expect.stringContaining(
        `Under reference A000091906080D9A Mgoship has order 100014163701, which is not the one sent: ${difference}.`,
      ),
    });
    const { parcel } = await createParcelOrder(await answering(ok(), found), order);
    expect(parcel).toMatchObject({ notes: [expect.stringContaining(difference)] });
    expect(parcel).not.toHaveProperty('orderNumber');
  });
});

describe('refusals that concern the account or the rate', () => {
  it.each([
    ['rate-limited', '请求过于频繁'],
    ['rate-limited', 'リクエスト数が上限に達しました。しばらく待ってから再試行してください。'],
    ['unavailable', '系统维护中'],
    ['unavailable', 'ただいま混み合っています'],
    ['credentials', '签名错误'],
    ['credentials', '認証に失敗しました'],
    ['credentials', 'appid不存在'],
  ])('%s: %s', async (kind, msg) => {
    for (const code of ['ERROR', 'fail']) {
      await expect(
        readPage(await client(JSON.stringify({ status: { code, msg } })), STOCK_LOG, {}),
      ).rejects.toMatchObject({
        kind,
        ofAccount: kind,
        message: msg,
      });
      expect(requests()).toHaveLength(1);
    }
  });

  it.each(['备注过于频繁', '余额不足', '郵便番号が正しくありません'])('%s concerns one order', async (msg) => {
    const refusal = createParcelOrder(await client(JSON.stringify({ status: { code: 'ERROR', msg } })), order);
    await expect(refusal).rejects.toMatchObject({ kind: 'rejected' });
    await expect(refusal).rejects.not.toHaveProperty('ofAccount');
  });

  it('a look-up that is refused is told, so that the run ends', async () => {
    const own = await answering('', '{"status":{"code":"ERROR","msg":"请求频率超限"}}');
    await expect(createParcelOrder(own, order)).rejects.toMatchObject({
      kind: 'outcome-unknown',
      ofAccount: 'rate-limited',
      message: expect.stringContaining('请求频率超限'),
    });
  });
});
