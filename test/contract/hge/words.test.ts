import { createOrder, getOrder } from '../../../carriers/hge';
import { requests } from '../carrier';
import { client } from './wire';

const order = { customer_order_num: 'A-1', service_code: 'P10006', order_remark: 'x' };
const answering = async (body: object, status = 200) => client({}, { status, body: JSON.stringify(body) });
const creating = async (body: object, status?: number) => createOrder(await answering(body, status), order);

describe('flags of success', () => {
  it.each([
    { code: 200, success: 'True' },
    { code: '200 ', success: 'success ' },
    { code: '200', success: 'SUCCESS' },
    { code: 200.0, success: ' 1' },
    { code: 'OK', success: 'yes' },
    { code: 0, success: true },
    { success: 'true' },
    { code: 200, success: 'ok' },
  ])('%j is a success', async (said) => {
    await expect(creating({ ...said, data: { num: 'CS1' } })).resolves.toMatchObject({ data: { num: 'CS1' } });
  });

  it.each(['False', ' 0', 'failed', 'no', 'ERROR'])('success %j is a refusal', async (success) => {
    await expect(creating({ code: 402, success, detail: 'bad', data: null })).rejects.toMatchObject({
      kind: 'rejected',
    });
  });

  it.each([{ code: 0, success: true }, { success: 'true' }, { code: '0', success: 1 }])(
    '%j beside an order answers a query, and beside nothing it does not',
    async (said) => {
      const asking = async (data: unknown) =>
        getOrder(await answering({ ...said, data }), { numberType: 1, number: 'CS1' });
      const filled = { customer_order_num: 'CS1', status: 'x' };
      await expect(asking(filled)).resolves.toMatchObject({ raw: filled });
      await expect(asking(JSON.stringify([filled]))).resolves.toMatchObject({ raw: filled });
      for (const empty of [null, [], {}, '', false, [{}], { customer_order_num: null }]) {
        await expect(asking(empty)).rejects.toMatchObject({
          kind: 'invalid-reply',
          message: expect.stringContaining('neither success nor refusal'),
        });
      }
    },
  );

  it.each([
    ['neither', { code: 202, success: 'perhaps' }],
    ['a yes without a code and a number', { success: true, data: { order_remark: 'x' } }],
    ['yes beside a code of refusal', { code: 400, success: true }],
    ['yes beside code 401', { code: 401, success: 'True' }],
    ['no beside the number of the order', { code: 200, success: false, data: { waybill_num: 'HJ0001' } }],
    ['no beside a bare number', { code: 400, success: 'false', data: 'CS1298738912739131' }],
  ])('%s leaves a create open, and says how to check', async (_, said) => {
    await expect(creating({ detail: '处理中', ...said })).rejects.toMatchObject({
      kind: 'outcome-unknown',
      carrierText: '处理中',
      hint: expect.stringContaining('Its customer_order_num is A-1.'),
    });
    expect(requests()).toHaveLength(1);
  });

  it.each([
    ['what was sent', { customer_order_num: 'A-1', service_code: 'P10006' }],
    ['problems', { errors: ['weight over 30 kg'], field_count: 'two' }],
  ])('a refusal whose data holds %s is a refusal', async (_, data) => {
    await expect(creating({ code: 400, success: false, detail: 'bad', data })).rejects.toMatchObject({
      kind: 'rejected',
    });
  });
});

describe('a create that succeeds without a number', () => {
  it.each([[[]], [null], [{}], [''], [[{}]], [undefined], [{ customer_order_num: 'A-1' }]])('data %j', async (data) => {
    await expect(creating({ code: 200, success: true, detail: '', data })).resolves.toMatchObject({
      success: true,
      customer_order_num: 'A-1',
      notes: [expect.stringContaining('gave no number')],
    });
    expect(requests()).toHaveLength(1);
  });

  it('with a number nothing is added', async () => {
    const reply = { code: 200, success: true, detail: '', data: [{ order_no: 'HJ1' }] };
    await expect(creating(reply)).resolves.toEqual(reply);
  });
});

describe('refusals that concern the account or the rate', () => {
  it.each([
    ['rate-limited', 400, '请求频率超限'],
    ['rate-limited', 429, 'x'],
    ['rate-limited', 402, '요청이 너무 많습니다. 잠시 후 다시 시도해 주세요.'],
    ['rate-limited', 500, 'Too many requests'],
    ['rate-limited', 400, 'Bạn đã gửi quá nhiều yêu cầu'],
    ['unavailable', 400, '시스템 점검 중입니다'],
    ['unavailable', 503, 'system busy'],
    ['credentials', 401, '认证失败'],
    ['credentials', 400, '토큰이 만료되었습니다'],
    ['credentials', 'E1', 'token已过期'],
  ])('%s: code %j, %s', async (kind, code, detail) => {
    await expect(creating({ code, success: false, detail, data: null })).rejects.toMatchObject({
      kind,
      ofAccount: kind,
      message: detail,
      hint: expect.any(String),
    });
    expect(requests()).toHaveLength(1);
  });

  it('a busy server with code 500 leaves a write open, and fails a read; both end the run', async () => {
    const busy = { code: 500, success: false, detail: '系统繁忙', data: null };
    await expect(creating(busy)).rejects.toMatchObject({ kind: 'outcome-unknown', ofAccount: 'unavailable' });
    await expect(getOrder(await answering(busy), { numberType: 1, number: 'X' })).rejects.toMatchObject({
      kind: 'unavailable',
      ofAccount: 'unavailable',
    });
  });

  it('HTTP 401 without an envelope, and HTTP 429', async () => {
    await expect(getOrder(await answering({}, 401), { numberType: 1, number: 'X' })).rejects.toMatchObject({
      ofAccount: 'credentials',
    });
  });

  it.each([
    [400, '비고가 너무 많습니다'],
    [400, 'product token invalid'],
    [301, '请求过于频繁'],
    [500, 'server error'],
  ])('code %d, %s concerns one order', async (code, detail) => {
    await expect(creating({ code, success: false, detail, data: null })).rejects.toMatchObject({
      kind: expect.stringMatching(/rejected|duplicate|outcome-unknown/),
      message: detail,
    });
  });
});
