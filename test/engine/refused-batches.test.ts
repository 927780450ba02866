import { runWorkflow, stopEngine, type WorkflowRun } from '../../engine';
import { enveloped, paramsOf } from '../contract/eccang-carrier';
import { loopback } from '../contract/loopback';
import { outputsOf, pairs, step } from './shop';
import { chain } from './workflow';

afterAll(stopEngine);

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

  async function trackFifty(reply: Parameters<typeof loopback>[0]): Promise<{ calls: number; errors: number }> {
    const server = await loopback(reply);
    const ran = await runWorkflow({
      workflow: chain(
        step(
          'huahan',
          'Track',
          'tracking',
          'get',
          { number: '={{ $json.number }}' },
          { onError: 'continueRegularOutput' },
        ),
      ),
      credentials: { huahanApi: { baseUrl: server.url, appToken: 'token-of-test', appKey: 'key-of-test' } },
      items: Array.from({ length: 50 }, (_, index) => ({ number: `T${index}` })),
    });
    await server.close();
    return {
      calls: server.received.length,
      errors: outputsOf(ran, 'Track').filter(({ error }) => error !== undefined).length,
    };
  }
});

test('one bad number among many fails alone', async () => {
  const server = await loopback(({ body }) => answer(body));
  const items = Array.from({ length: 50 }, (_, index) => ({
    number: `${index === 17 || index === 40 ? 'BAD' : 'T'}${index}`,
  }));
  const ran = await runWorkflow({
    workflow: chain(
      step(
        'eccangTms',
        'Track',
        'tracking',
        'get',
        { number: '={{ $json.number }}' },
        { onError: 'continueRegularOutput' },
      ),
    ),
    credentials: { eccangTmsApi: { baseUrl: server.url, appToken: 'token-of-test', appKey: 'key-of-test' } },
    items,
  });
  await server.close();
  const out = outputsOf(ran, 'Track');
  expect(pairs(out)).toEqual(items.map((_, item) => ({ item })));
  expect(out.flatMap(({ error }, index) => (error ? [[index, error.message]] : []))).toEqual([
    [17, '单号错误 BAD17'],
    [40, '单号错误 BAD40'],
  ]);
  expect(out[16]?.json).toMatchObject({ trackingNumber: 'T16', status: 'delivered' });
  expect(server.received.length).toBeLessThan(25);
});

describe('Service: Call', () => {
  const call = async (service: string, reply: object): Promise<WorkflowRun> => {
    const server = await loopback(() => ({ body: enveloped(reply) }));
    const ran = await runWorkflow({
      workflow: chain(
        step('eccangTms', 'Call', 'service', 'call', { service, body: '{}' }, { onError: 'continueRegularOutput' }),
      ),
      credentials: { eccangTmsApi: { baseUrl: server.url, appToken: 'token-of-test', appKey: 'key-of-test' } },
      items: [{}],
    });
    await server.close();
    return ran;
  };

  test.each([
    ['modifyOrder', { ask: 'Failure', message: '订单数据不合法', Result: { reference_no: 'R' } }],
    ['getOrder', { ask: 'Failure', message: '订单数据不合法', data: { reference_no: 'R' } }],
    ['getCargoTrack', { ask: 'Failure', message: '订单数据不合法', Data: [{ Code: 'R' }] }],
    ['updateTrackingNumberAndLabel', { ask: 'Failure', message: '订单数据不合法', data: { TrackingNumber: 'R' } }],
  ])('a refused %s is an error, whatever it echoes', async (service, reply) => {
    expect(outputsOf(await call(service, reply), 'Call')[0]?.error?.message).toBe('订单数据不合法');
  });

  test.each([
    ['anyBatch', { ask: 'Failure', message: '', Result: [{ order_code: 'R', ask: 'Success' }] }],
    ['modifyOrderWeight', { ask: 'Failure', message: '', Result: [{ order_code: 'R', message: '成功' }] }],
    ['getCargoTrack', { ask: 'Failure', message: '', Data: [{ Code: 'R', Detail: [{ Comment: '签入' }] }] }],
    ['getTrackNumber', { ask: 'Failure', message: '', data: [{ OrderNumber: 'R', WayBillNumber: 'W' }] }],
    ['getBillingWeight', { ask: 'Failure', message: '', Data: [{ Code: 'R', chargeweight: '1.2' }] }],
    ['batchGetLabel', { ask: 'Failure', state: 2, result: [{ url: 'http://x/1.pdf', printInfo: [] }] }],
  ])('the items of %s are its answer', async (service, reply) => {
    expect(outputsOf(await call(service, reply), 'Call')[0]).toMatchObject({ json: reply });
  });
});
