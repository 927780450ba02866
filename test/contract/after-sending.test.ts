import { cancelOrder, ECCANG, updateWeights } from '../../carriers/eccang';
import { holdOrders } from '../../carriers/etower';
import { uploadOrders } from '../../carriers/etower/portal';
import { createOrder } from '../../carriers/hge';
import { CarrierError } from '../../carriers/http';
import { HUAHAN } from '../../carriers/huahan';
import { deleteParcelOrder } from '../../carriers/mgoship';
import { carrierAnswering, requests } from './carrier';
import { carrier, enveloped } from './eccang/wire';
import { client as portal } from './etower/portal-wire';
import { client as etower } from './etower/wire';
import { client as hge } from './hge/wire';
import type { Answer } from './loopback';
import { client as mgoship } from './mgoship/wire';

interface Write {
  send: (answer: Answer) => Promise<unknown>;
  /** A success in this carrier's form that holds this text as JSON. */
  success: (held: string) => string;
  /** A failure in this carrier's form, with these words. */
  failure: (words: string) => string;
}

const eccangForms = {
  success: (held: string) => enveloped({ ask: 'Success' }).replace('"Success"', `"Success","data":${held}`),
  failure: (words: string) => enveloped({ ask: 'Failure', message: words }),
};

const file = { fileName: 'orders.xlsx', content: Buffer.from('x'), templateId: '0', facility: '*', country: 'CN' };

/** A write of each carrier without a look-up behind it. */
const writes: Record<string, Write> = {
  eccang: { send: async (answer) => cancelOrder((await carrier(ECCANG, answer)).client, 'A'), ...eccangForms },
  'huahan, several in a call': {
    send: async (answer) => updateWeights((await carrier(HUAHAN, answer)).client, [{ order_code: 'A', weight: '1' }]),
    success: eccangForms.success,
    failure: (words) => enveloped({ ask: 'Success', Result: [{ ask: 'Failure', order_code: 'A', message: words }] }),
  },
  hge: {
    send: async (answer) => createOrder(await hge({}, answer), { customer_order_num: 'A' }),
    success: (held) => `{"code":200,"success":true,"detail":"","data":{"num":"1","x":${held}}}`,
    failure: (words) => JSON.stringify({ success: false, detail: words }),
  },
  etower: {
    send: async (answer) => holdOrders(await etower(answer), ['A'], 1),
    success: (held) => `{"status":"Success","data":[{"orderId":"A","status":"Success","x":${held}}]}`,
    failure: (words) =>
      JSON.stringify({ status: 'Failure', data: [{ orderId: 'A', status: 'Failure', errors: [{ message: words }] }] }),
  },
  portal: {
    send: async (answer) => uploadOrders(await portal(answer), { ...file, channelId: '1' }),
    success: (held) => `{"success":true,"code":"0","data":${held}}`,
    failure: (words) => JSON.stringify({ success: false, code: '99', errors: [{ message: words }] }),
  },
  mgoship: {
    send: async (answer) => deleteParcelOrder(await mgoship(answer), { numberType: 'customerno', number: 'A' }),
    success: (held) => `{"status":{"code":"OK","msg":""},"data":${held}}`,
    failure: (words) => JSON.stringify({ status: { code: 'ERROR', msg: words } }),
  },
};

/** `depth` lists, one in the other. */
const nested = (depth: number): string => `${'['.repeat(depth)}"deep"${']'.repeat(depth)}`;

/** In the languages of the carriers that have more than Chinese and English. */
const timedOut: Record<string, string[]> = {
  hge: ['요청 시간이 초과되었습니다', 'Yêu cầu hết thời gian chờ'],
  mgoship: ['リクエストがタイムアウトしました'],
};

describe.each(Object.entries(writes))('a write that was sent (%s)', (name, { send, success, failure }) => {
  test.each([
    ...[301, 302, 303].map((status) => ['outcome-unknown', status] as const),
    ...[307, 308].map((status) => ['invalid-reply', status] as const),
  ])('is %s after the redirect %i, which is not followed', async (kind, status) => {
    const elsewhere = await carrierAnswering('');
    const redirect = { status, headers: { Location: `${elsewhere.url}/moved` }, body: '' };
    expect(await errorOf(send(redirect))).toMatchObject({ kind, httpStatus: status });
    expect([requests().length, elsewhere.received.length]).toEqual([1, 0]);
  });

  test.each<[string, Answer]>([
    ['a web page', { body: '<!DOCTYPE html><html><body>Welcome</body></html>' }],
    ['a success nested too deeply to be read', { body: success(nested(20_000)) }],
    ...['请求超时', '請求逾時', 'Gateway time-out', ...(timedOut[name] ?? [])].map((words): [string, Answer] => [
      `a failure because of ${words}`,
      { body: failure(words) },
    ]),
    ['a busy gateway that says neither', { body: '{"msg":"系统繁忙，请稍后再试"}' }],
  ])('is open after %s, and not to be run again unseen', async (_name, answer) => {
    const { kind, hint = 'Check' } = await errorOf(send(answer));
    expect(kind).toBe('outcome-unknown');
    // The node has an advice of its own for an error without one.
    expect(hint).toMatch(/Check|Look|before you run/);
    expect(hint).not.toMatch(/again later/i);
    expect(requests()).toHaveLength(1);
  });

  test('is refused by a busy carrier that says so', async () => {
    expect(await errorOf(send({ body: failure('系统繁忙') }))).toMatchObject({ kind: 'unavailable' });
  });
});

/** The error, thrown or as the answer of the only order. */
async function errorOf(answer: Promise<unknown>): Promise<CarrierError> {
  const [first] = [await answer.catch((error: unknown) => error)].flat(2);
  if (first instanceof CarrierError) return first;
  throw new Error('Expected a CarrierError', { cause: first });
}
