import { createHash } from 'node:crypto';
import credentials from '../../examples/credentials.sandbox.json';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { watchHosts } from '../hosts';
import { asObject, control, example, exampleJson, objects, type Answer } from './wire';

const hosts = watchHosts();
const { apiKey, apiSecret, apiToken } = credentials.hgeApi;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => control(sandbox, 'reset', {}));

function headersFor(body: string, changes: Record<string, string> = {}): Record<string, string> {
  const timestamp = changes['timestamp'] ?? String(Math.floor(Date.now() / 1000));
  return {
    api_key: apiKey,
    timestamp,
    signature: createHash('md5')
      .update(apiKey + apiSecret + timestamp + body)
      .digest('hex'),
    'api-token': apiToken,
    'accept-language': 'en',
    'Content-Type': 'application/json',
    ...changes,
  };
}

async function post(path: string, body: unknown, changes: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const address = `${sandbox.addresses['hge'] ?? ''}${path}`;
  const response = await fetch(address, { method: 'POST', body: text, headers: headersFor(text, changes) });
  const answer = await response.text();
  return { status: response.status, body: answer.startsWith('{') ? asObject(JSON.parse(answer)) : {} };
}

async function stateOf(): Promise<Answer> {
  return asObject((await control(sandbox, 'state')).body['hge']);
}

const refused = (code: number, detail: unknown) => ({ code, success: false, detail, data: null });
const found = { num_type: 1, num: 'CS1298738912740001' };

describe('authentication', () => {
  const body = JSON.stringify(found);

  it('takes what the guide describes', async () => {
    await post('order_create/', exampleJson('hge', 'order_create.partial.request.json'));
    expect(await post('query_order/', body)).toMatchObject({ status: 200, body: { code: 200 } });
  });

  it.each([
    ['a wrong key', { api_key: 'another' }, 'unauthorized: api_key'],
    ['a wrong signature', { signature: '0'.repeat(32) }, 'unauthorized: signature'],
    ['a signature in upper case', { signature: 'A'.repeat(32) }, 'unauthorized: signature'],
    ['a time too old', { timestamp: '1766304000' }, 'unauthorized: timestamp is outside the window'],
    ['milliseconds', { timestamp: String(Date.now()) }, 'unauthorized: timestamp is not Unix time in seconds'],
    ['a wrong token', { 'api-token': 'another' }, 'unauthorized: api-token'],
    ['a wrong Authorization', { Authorization: 'Bearer another' }, 'unauthorized: Authorization'],
  ])('refuses %s with 401', async (_, changes, detail) => {
    expect(await post('query_order/', body, changes)).toEqual({ status: 401, body: refused(401, detail) });
  });

  it.each(['api_key', 'timestamp', 'signature', 'api-token'])('refuses a request without %s', async (name) => {
    const headers = Object.entries(headersFor(body)).filter(([each]) => each !== name);
    const response = await fetch(`${sandbox.addresses['hge'] ?? ''}query_order/`, { method: 'POST', body, headers });
    expect(response.status).toBe(401);
  });

  it('takes the token as Authorization besides', async () => {
    const { body: answer } = await post('query_order/', body, { Authorization: `Bearer ${apiToken}` });
    expect(answer).toMatchObject({ code: 400 });
  });

  it('refuses a body that is not compact, though its bytes are signed', async () => {
    expect(await post('query_order/', JSON.stringify(found, null, 4))).toMatchObject({ status: 401 });
    expect(await post('order_create/', { order_remark: 'blanks "in" a \\ string' })).toMatchObject({ status: 200 });
  });

  it('looks at the signature of GET, which covers no body', async () => {
    const get = (headers: Record<string, string>) =>
      fetch(`${sandbox.addresses['hge'] ?? ''}query_order/`, { headers });
    expect((await get(headersFor(''))).status).toBe(405);
    expect((await get(headersFor('{}'))).status).toBe(401);
  });
});

describe('operations', () => {
  it('query_order returns what order_create was given, by either number', async () => {
    const order = asObject(exampleJson('hge', 'query_order.response.json')['data']);
    const { body } = await post('order_create/', order);
    expect(body).toEqual({ code: 200, success: true, detail: '操作成功', data: found });
    for (const num of [found.num, '40']) {
      const { body: answer } = await post('query_order/', { num_type: 1, num });
      expect(JSON.stringify(answer['data'])).toBe(JSON.stringify(order));
      expect(Object.keys(answer)).toEqual(Object.keys(exampleJson('hge', 'query_order.response.json')));
    }
  });

  it('repeats of customer_order_num are 301, and nothing is made', async () => {
    const order = exampleJson('hge', 'order_create.partial.request.json');
    await post('order_create/', order);
    expect(await post('order_create/', order)).toEqual({ status: 200, body: refused(301, 'repeated requests') });
    expect(objects((await stateOf())['orders'])).toHaveLength(1);
  });

  it.each<[string, unknown, string]>([
    ['order_create/', { is_signature: 'Y' }, 'badRequest: is_signature is not flag'],
    ['order_create/', { parcel_list: {} }, 'badRequest: parcel_list is not list'],
    ['order_create/', { tax_info: { mode: 2 } }, 'badRequest: tax_info.mode is not text'],
    [
      'order_create/',
      { parcel_list: [{ item_list: [{ qty: '1', manufacture_name: 'x' }] }] },
      'badRequest: parcel_list[0].item_list[0].qty is not number, parcel_list[0].item_list[0].manufacture_name is not a field',
    ],
    ['query_order/', { num_type: '1', num: 'x' }, 'badRequest: num_type is not number'],
    ['query_order/', { num_type: 1, num: 5 }, 'badRequest: num is not text'],
    ['query_order/', { num_type: 1, num: 'unknown' }, 'badRequest: no such order'],
    ['scanform/', { handoverinfo: 'x' }, 'badRequest: handoverinfo is not object'],
    ['query_order/', '[1]', 'badRequest: the body is not a JSON object'],
    ['query_order/', '{', 'badRequest: the body is not a JSON object'],
  ])('%s %j is 400', async (path, body, detail) => {
    expect(await post(path, body)).toEqual({ status: 200, body: refused(400, detail) });
  });

  it.each([
    ['scanform', 'scanform.partial.request.json'],
    ['manifest', 'manifest.partial.request.json'],
  ])('%s is accepted for later', async (service, file) => {
    const sent = exampleJson('hge', file);
    const { body } = await post(`${service}/`, sent);
    expect(body).toEqual({ code: 200, success: true, detail: '操作成功', data: null });
    expect((await stateOf())['jobs']).toEqual([{ service, reference: sent['reference_num'], sent }]);
  });

  it.each(['query_order', 'order_create/x', 'label_print/', '', '../x/'])('there is nothing at "%s"', async (path) => {
    expect(await post(path, '{}')).toEqual({ status: 404, body: {} });
  });

  it('wants JSON to be called so', async () => {
    const { body } = await post('query_order/', found, { 'Content-Type': 'text/plain' });
    expect(body).toEqual(refused(400, 'badRequest: Content-Type is not application/json'));
  });
});

describe('control', () => {
  it('shows orders, has no status to move on to, and resets', async () => {
    await post('order_create/', asObject(exampleJson('hge', 'query_order.response.json')['data']));
    expect(objects((await stateOf())['orders'])).toEqual([
      {
        reference: '40',
        orderNumber: found.num,
        trackingNumber: '',
        status: '',
        product: 'P10006',
        country: 'US',
        weight: 0.002,
        parcels: 2,
      },
    ]);
    const moved = await control(sandbox, 'advance', { carrier: 'hge', number: '40' });
    expect(moved).toMatchObject({ status: 400, body: { error: expect.stringContaining('not documented') } });
    await control(sandbox, 'reset', {});
    expect(await stateOf()).toEqual({ orders: [], jobs: [] });
  });

  it.each(objects(JSON.parse(example('hge', 'envelope.errors.derived.json'))))(
    'gives the derived answer $id on demand, in the envelope or as HTTP status',
    async ({ documented_code: code, response }) => {
      for (const [kind, status] of [
        ['envelope', 200],
        ['http', Number(code)],
      ] as const) {
        await control(sandbox, 'faults', { carrier: 'hge', service: 'query_order', kind: `${kind}-${String(code)}` });
        expect(await post('query_order/', found)).toEqual({ status, body: response });
      }
    },
  );
});

it('no host was called but the one on loopback', () => {
  expect([...hosts]).toEqual(['127.0.0.1']);
});
