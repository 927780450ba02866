import { listSearch, step, stopEngine, testCredential } from '../../../engine';
import { inCharset, NOTICE } from '../../contract/disturbed';
import { enveloped, paramsOf } from '../../contract/eccang/wire';
import { loopback } from '../../contract/loopback';
import { onRegularOutput, outputsOf, pairs } from '../outputs';
import { runWith } from '../sandbox';
import { accountsAt } from './orders';

afterAll(stopEngine);

describe('a refusal of the whole call is not asked again in halves', () => {
  const fault =
    '<s:Envelope xmlns:s="x"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>';

  test.each([
    ['50004', 200, enveloped({ ask: 'Failure', err_code: '50004', message: 'x' })],
    ['50005', 200, enveloped({ ask: 'Failure', err_code: '50005', message: 'x' })],
    ['50006 among others', 200, enveloped({ ask: 'Failure', message: 'x', Error: { errCode: '5000, 50006' } })],
    ['HTTP 405', 405, 'no'],
    ['a fault that blames the caller', 500, fault],
  ])('%s', async (_, status, body) => {
    const { calls, errors } = await trackFifty(() => ({ status, body }));
    expect({ calls, errors }).toEqual({ calls: 1, errors: 50 });
  });

  test('HTTP 413 is: less fits', async () => {
    const { calls, errors } = await trackFifty(({ body }) =>
      body.includes('T24') && body.includes('T25') ? { status: 413, body: '' } : answer(body),
    );
    expect({ calls, errors }).toEqual({ calls: 3, errors: 0 });
  });

  test.each([
    ['请求频率超限', 'takes no more calls of this account now: 请求频率超限', 'Pause Between Requests'],
    ['系统繁忙，请稍后再试', 'is busy: 系统繁忙，请稍后再试', 'run it again later'],
    ['token已过期', 'does not accept the account: token已过期', 'App Token and App Key'],
  ])('%s ends the run: the calls that have not begun are not sent', async (message, why, hint) => {
    const { calls, errors, out } = await track(110, () => ({ body: enveloped({ ask: 'Failure', message }) }));
    expect({ calls, errors }).toEqual({ calls: 1, errors: 110 });
    expect(out[49]?.error).toMatchObject({ message, description: expect.stringContaining(hint) });
    expect(out[50]?.error).toMatchObject({
      message: `Not sent, because the carrier ${why}`,
      description: expect.stringContaining(hint),
    });
    expect(pairs(out)).toEqual(out.map((_, item) => ({ item })));
  });

  const trackFifty = (reply: Parameters<typeof loopback>[0]) => track(50, reply);

  async function track(count: number, reply: Parameters<typeof loopback>[0]) {
    const server = await loopback(reply);
    const ran = await runWith(
      accountsAt(server.url),
      Array.from({ length: count }, (_, index) => ({ number: `T${index}` })),
      step('huahan', 'Track', 'tracking', 'get', { number: '={{ $json.number }}' }, onRegularOutput),
    );
    await server.close();
    const out = outputsOf(ran, 'Track');
    return { calls: server.received.length, errors: out.filter(({ error }) => error !== undefined).length, out };
  }
});

test('one bad number among many fails alone', async () => {
  const server = await loopback(({ body }) => answer(body));
  const items = Array.from({ length: 50 }, (_, index) => ({
    number: `${index === 17 || index === 40 ? 'BAD' : 'T'}${index}`,
  }));
  const ran = await runWith(
    accountsAt(server.url),
    items,
    step('eccangTms', 'Track', 'tracking', 'get', { number: '={{ $json.number }}' }, onRegularOutput),
  );
  await server.close();
  const out = outputsOf(ran, 'Track');
  expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
  expect(out.flatMap(({ error }, index) => (error ? [[index, error.message]] : []))).toEqual([
    [17, '单号错误 BAD17'],
    [40, '单号错误 BAD40'],
  ]);
  expect(out[16]?.json).toMatchObject({ number: 'T16', status: 'delivered' });
  expect(server.received.length).toBeLessThan(25);
});

describe('an answer with a message of PHP before it, in GBK', () => {
  const words = 'was read all the same: Notice: Undefined index: sku';

  test('is a good item, and a hint that is shown once', async () => {
    const server = await loopback(({ body }) => inCharset(NOTICE + answer(body).body, 'GBK'));
    const ran = await runWith(
      accountsAt(server.url),
      Array.from({ length: 41 }, (_, index) => ({ number: `T${index}` })),
      step('eccangTms', 'Track', 'tracking', 'get', { number: '={{ $json.number }}' }),
    );
    await server.close();
    expect(server.received).toHaveLength(3);
    expect(outputsOf(ran, 'Track').filter(({ json }) => json['status'] === 'delivered')).toHaveLength(41);
    expect(ran.hints['Track']).toEqual([expect.stringContaining(words)]);
  });

  test('serves lists of the form and the test of the credential', async () => {
    const products = { ask: 'Success', data: { 3: { code: 'P1', cn_name: '快递' }, 7: { code: 'P2' } } };
    const server = await loopback(() => inCharset(NOTICE + enveloped(products), 'GBK'));
    const credentials = accountsAt(server.url);
    const { results } = await listSearch({ node: 'eccangTms', method: 'searchProducts', credentials });
    const tested = await testCredential('eccangTmsApi', credentials['eccangTmsApi'] ?? {});
    await server.close();
    expect(results.map(({ name }) => name)).toEqual(['P1 · 快递', 'P2']);
    expect(tested).toEqual({ status: 'OK', message: expect.stringContaining(words) });
  });
});

/** A carrier that refuses a whole call because of one number in it, which the references leave open. */
function answer(body: string): { body: string } {
  const params: unknown = JSON.parse(paramsOf(body));
  const codes: unknown = typeof params === 'object' && params !== null && 'codes' in params ? params.codes : [];
  const numbers = Array.isArray(codes) ? codes.map(String) : [];
  const bad = numbers.filter((number) => number.startsWith('BAD'));
  if (bad.length > 0)
    return {
      body: enveloped({ ask: 'Failure', message: '', Error: { cnMessage: `单号错误 ${bad.join()}`, enMessage: '' } }),
    };
  return {
    body: enveloped({ ask: 'Success', Data: numbers.map((number) => ({ Code: number, Status: 'CC', Detail: [] })) }),
  };
}
