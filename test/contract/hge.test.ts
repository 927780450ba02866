import { createHash } from 'node:crypto';
import {
  BASE_URLS,
  checkBody,
  checkOrder,
  createOrder,
  endpointOf,
  getOrder,
  HgeClient,
  manifest,
  scanForm,
  signatureOf,
  submit,
  testCredentials,
  type HgeCredentials,
} from '../../carriers/hge';
import { isObject, listOf, objectOf, textOf, type JsonObject } from '../../carriers/json-value';
import { mergeObjects } from '../../carriers/shared/merge';
import { watchHosts } from '../hosts';
import { documented, documentedJson } from '../documented';
import { loopback, type Answer, type Loopback } from './loopback';

const hosts = watchHosts();

/** The last one that was started, and all of them. */
let server: Loopback | undefined;
let servers: Loopback[] = [];

afterEach(async () => {
  await Promise.all(servers.map((each) => each.close()));
  servers = [];
});

const ACCOUNT = { apiKey: 'abcdefght', apiSecret: '123456789', apiToken: '0123456789abcdef', language: 'en' };
const SUCCESS = '{"code":200,"success":true,"detail":"操作成功","data":{"num":"1"}}';

/** A client whose carrier answers with these, one after the other, and with the last of them from then on. */
async function client(changes: Partial<HgeCredentials>, ...answers: (string | Answer)[]): Promise<HgeClient> {
  return new HgeClient(await account(changes, ...answers));
}

async function account(changes: Partial<HgeCredentials>, ...answers: (string | Answer)[]): Promise<HgeCredentials> {
  const own = await loopback((_, index) => {
    const answer = answers[Math.min(index, answers.length - 1)] ?? SUCCESS;
    return typeof answer === 'string' ? { body: answer } : answer;
  });
  server = own;
  servers.push(own);
  return { ...ACCOUNT, environment: 'custom', baseUrl: `${own.url}/openapi/customer/`, ...changes };
}

function received(index = 0) {
  const request = server?.received[index];
  if (!request) throw new Error(`No request ${index} was received`);
  return request;
}

function post(own: HgeClient, body: unknown, intent: 'read' | 'write' = 'read'): Promise<JsonObject> {
  return own.call({ method: 'POST', url: endpointOf(own.base, 'query_order/'), body }, { intent });
}

function md5(text: string): string {
  return createHash('md5').update(text, 'utf8').digest('hex');
}

function object(value: unknown): JsonObject {
  if (!isObject(value)) throw new Error('The documented payload is no object');
  return value;
}

describe('signature', () => {
  const vectors = [
    documentedJson('hge', 'signature.main.json'),
    ...listOf(documentedJson('hge', 'signature.extra.json')),
  ].map((vector) => Object.fromEntries(Object.entries(object(vector)).map(([name, value]) => [name, String(value)])));

  it.each(vectors)('$id: $note', ({ api_key, api_secret, timestamp, request_body, signature }) => {
    expect(signatureOf(api_key ?? '', api_secret ?? '', timestamp ?? '', request_body ?? '')).toBe(signature);
  });

  it("is the guide's rule on the guide's input, not the hash that the guide prints", () => {
    const [main] = vectors;
    expect(signatureOf('abcdefght', '123456789', '1766304000', '{"field":"value"}')).toBe(
      'c5ecb0591afc960b4822d7a0e31070d4',
    );
    expect(main?.['documented_signature']).not.toBe(main?.['signature']);
  });

  it('covers the very bytes that are sent, whatever is in them', async () => {
    const body = {
      note: '义巷172号 서울특별시 \u{1F4E6}\u{1F1F0}\u{1F1F7} / \\ " \' é \u2028 \u0000 \ud800',
      path: 'a/b\\c',
      number: '12345678901234567890',
    };
    await post(await client({}, SUCCESS), body);
    const { headers, body: sent } = received();
    expect(sent).toBe(JSON.stringify(body));
    expect(headers['signature']).toBe(md5(`abcdefght123456789${String(headers['timestamp'])}${sent}`));
  });

  it('covers nothing but key, secret and time when there is no body (GET)', async () => {
    const own = await client({}, SUCCESS);
    await own.call({ method: 'GET', url: endpointOf(own.base, 'x/', [['a', '1 2']]) }, { intent: 'read' });
    const { method, path, headers, body } = received();
    expect({ method, path, body }).toEqual({ method: 'GET', path: '/openapi/customer/x/?a=1+2', body: '' });
    expect(headers['signature']).toBe(md5(`abcdefght123456789${String(headers['timestamp'])}`));
    expect(headers).not.toHaveProperty('content-type');
  });

  it('is made anew, with the time of the attempt, when a read is tried again', async () => {
    const busy = { status: 503, headers: { 'Retry-After': '1' }, body: 'busy' };
    await post(await client({}, busy, SUCCESS), { a: 1 });
    const times = [0, 1].map((index) => Number(received(index).headers['timestamp']));
    expect(times[1]).toBeGreaterThan(times[0] ?? Infinity);
    expect(received(1).headers['signature']).toBe(md5(`abcdefght123456789${times[1]}{"a":1}`));
  });
});

describe('headers', () => {
  it("are those of the guide's table, and no Authorization", async () => {
    await post(await client({}, SUCCESS), {});
    const { headers } = received();
    expect(headers).toMatchObject({
      api_key: 'abcdefght',
      timestamp: expect.stringMatching(/^\d{10}$/),
      signature: expect.stringMatching(/^[0-9a-f]{32}$/),
      'api-token': '0123456789abcdef',
      'accept-language': 'en',
      'content-type': 'application/json',
    });
    expect(headers).not.toHaveProperty('authorization');
    expect(JSON.stringify(headers)).not.toContain('123456789"');
  });

  it('have Authorization: Bearer as well, by choice', async () => {
    await post(await client({ sendBearer: true }, SUCCESS), {});
    expect(received().headers).toMatchObject({
      authorization: 'Bearer 0123456789abcdef',
      'api-token': '0123456789abcdef',
    });
  });

  it('lack the token as long as there is none', async () => {
    await post(await client({ apiToken: '', sendBearer: true }, SUCCESS), {});
    expect(received().headers).not.toHaveProperty('api-token');
    expect(received().headers).not.toHaveProperty('authorization');
  });

  it.each(['en', 'zh', 'vi', 'ko'])('ask for the language %s', async (language) => {
    await post(await client({ language }, SUCCESS), {});
    expect(received().headers['accept-language']).toBe(language);
  });

  it('take pasted blanks off, and refuse what cannot stand in a header before anything is sent', async () => {
    await post(await client({ apiKey: ' abcdefght\n', apiToken: '\ttoken-1 ' }, SUCCESS), {});
    expect(received().headers).toMatchObject({ api_key: 'abcdefght', 'api-token': 'token-1' });
    await expect(post(await client({ apiToken: 'tök en' }), {})).rejects.toThrow('Copy it again');
    await expect(post(await client({ apiSecret: ' ' }), {})).rejects.toThrow('must both be filled in');
    expect(server?.received).toEqual([]);
  });
});

describe('addresses', () => {
  it.each([
    ['test', BASE_URLS.test, 'https://test-oms.hanjinexp.com/openapi/customer/query_order/'],
    ['production', BASE_URLS.production, 'https://oms.hanjinexp.com/openapi/customer/query_order/'],
  ])('of %s', (environment, base, address) => {
    const own = new HgeClient({ ...ACCOUNT, environment });
    expect(own.base.href).toBe(base);
    expect(endpointOf(own.base, 'query_order/').href).toBe(address);
  });

  it.each([
    ['query_order/', 'query_order/'],
    ['label_print', 'label_print'],
    ['/query_order/', 'query_order/'],
    ['/openapi/customer/query_order/', 'query_order/'],
    [' https://oms.example.com/openapi/customer/a/b/ ', 'a/b/'],
    ['a/?b=c', 'a/?b=c'],
  ])('"%s" is joined as it stands, slash at the end included', (path, joined) => {
    const base = new URL('https://oms.example.com/openapi/customer/');
    expect(endpointOf(base, path).href).toBe(base.href + joined);
  });

  it.each(['../../admin/', '%2e%2e/%2e%2e/x', 'https://elsewhere.example.com/x/', 'a/#b', '..\\..\\x', 'http:x'])(
    '"%s" leads out of the API and is refused',
    (path) => {
      expect(() => endpointOf(new URL('https://oms.example.com/openapi/customer/'), path)).toThrow(
        'The path does not lead to an endpoint below',
      );
    },
  );

  it('a custom base gets the slash that it lacks; what is no address is refused', () => {
    const own = (baseUrl: string) => new HgeClient({ ...ACCOUNT, environment: 'custom', baseUrl });
    expect(own(' https://u:p@oms.example.com/openapi/customer?x#y ').base.href).toBe(
      'https://oms.example.com/openapi/customer/',
    );
    expect(() => own('oms.example.com')).toThrow('is not a web address');
    expect(() => own('')).toThrow('is not a web address');
    expect(() => new HgeClient({ ...ACCOUNT, environment: 'toString' })).toThrow('Environment in the credential');
  });
});

describe('documented requests, byte for byte', () => {
  it('query_order', async () => {
    await getOrder(await client({}, SUCCESS), { numberType: 1, number: 'CS1298738912739131' });
    const { method, path, body } = received();
    expect({ method, path }).toEqual({ method: 'POST', path: '/openapi/customer/query_order/' });
    expect(body).toBe(JSON.stringify(documentedJson('hge', 'query_order.request.json')));
  });

  it('order_create (partial)', async () => {
    const order = object(documentedJson('hge', 'order_create.partial.request.json'));
    await createOrder(await client({}, SUCCESS), checkOrder(order));
    expect(received().path).toBe('/openapi/customer/order_create/');
    expect(received().body).toBe(JSON.stringify(order));
  });

  it('order_create with everything that query_order returns', async () => {
    const order = object(object(documentedJson('hge', 'query_order.response.json'))['data']);
    await createOrder(await client({}, SUCCESS), checkOrder(order));
    expect(received().body).toBe(JSON.stringify(order));
  });

  it.each([
    ['scanform.partial.request.json', scanForm],
    ['manifest.partial.request.json', manifest],
  ])('%s', async (file, job) => {
    const body = object(documentedJson('hge', file));
    await submit(await client({}, SUCCESS), job, checkBody(job.table, body));
    expect(received().path).toBe(`/openapi/customer/${job.path}`);
    expect(received().body).toBe(JSON.stringify(body));
  });
});

describe('bodies', () => {
  it('are the same text for the same content, in whatever order it was given', () => {
    const order = object(object(documentedJson('hge', 'query_order.response.json'))['data']);
    const reversed = backwards({ ...order, not_documented: { b: 1, a: 2 } });
    expect(JSON.stringify(checkOrder(object(reversed)))).toBe(
      JSON.stringify({ ...order, not_documented: { a: 2, b: 1 } }),
    );
  });

  it('grow by additional fields: objects together, the rest replaced', () => {
    const body = { handoverinfo: { handover_num: '1', contact_name: 'A' }, reference_num: 'R', list: [1] };
    const more: unknown = JSON.parse(
      '{"handoverinfo":{"flight":{"no":"X"},"contact_name":"B"},"list":[2],"__proto__":{"x":1}}',
    );
    expect(JSON.stringify(mergeObjects(body, object(more)))).toBe(
      '{"handoverinfo":{"handover_num":"1","contact_name":"B","flight":{"no":"X"}},"reference_num":"R","list":[2],"__proto__":{"x":1}}',
    );
  });

  it.each<[unknown, string]>([
    [{ parcel_list: { weight: 1 } }, 'parcel_list must be a list [ ]'],
    [{ parcel_list: [{ item_list: [{ qty: 'two' }] }] }, 'parcel_list[0].item_list[0].qty must be a number'],
    [{ shipper_info: 'AD1' }, 'shipper_info must be an object { }'],
    [{ consignee_info: { creds_id: { no: 1 } } }, 'consignee_info.creds_id must be text'],
    [{ is_signature: 'Y' }, 'is_signature must be true or false'],
    [
      { customer_order_num: 2 ** 53, parcel_list: [{ item_list: [{ more: { code: 2 ** 60 } }] }] },
      'customer_order_num has too many digits for a number: pass it as text; parcel_list[0].item_list[0].more.code has',
    ],
    [{ ship_date: { day: 1 } }, 'ship_date must be a date as text, e.g. 2025-12-13'],
  ])('%j is refused before it is sent', (order, message) => {
    expect(() => checkOrder(object(order))).toThrow(message);
  });

  it('may lack everything: nothing is documented as required', () => {
    expect(checkOrder({})).toEqual({});
    const largest = { customer_order_num: Number.MAX_SAFE_INTEGER };
    expect(checkOrder(largest)).toEqual(largest);
  });
});

describe('a write whose answer is lost', () => {
  it.each([
    ['an empty reply', { body: '' }],
    ['a server fault', { status: 502, body: 'Bad gateway' }],
    ['HTTP 408', { status: 408, body: '' }],
    ['code 500', { body: '{"code":500,"success":false,"detail":"server error"}' }],
  ])('names its own number: %s', async (_, answer) => {
    const own = await client({}, answer);
    await expect(createOrder(own, { customer_order_num: 'A-1' })).rejects.toMatchObject({
      kind: 'outcome-unknown',
      hint: expect.stringMatching(/^Check at HGE .* Look in HGE's portal, .* Its customer_order_num is A-1\.$/),
    });
    await expect(submit(own, scanForm, { reference_num: 12 })).rejects.toMatchObject({
      hint: expect.stringMatching(/^Check at HGE .* Its reference_num is 12\.$/),
    });
    await expect(createOrder(own, {})).rejects.toMatchObject({
      hint: expect.stringMatching(/^Check at HGE .* before you run it again\.$/),
    });
    expect(server?.received).toHaveLength(3);
  });

  it('a refusal keeps its own hint', async () => {
    const own = await client({}, '{"code":301,"success":false,"detail":"repeated requests"}');
    await expect(createOrder(own, { customer_order_num: 'A-1' })).rejects.toMatchObject({
      hint: expect.not.stringContaining('A-1'),
    });
  });
});

describe('documented reply of query_order', () => {
  const reply = documented('hge', 'query_order.response.json');

  it('is returned untouched', async () => {
    const { raw } = await getOrder(await client({}, reply), { numberType: 1, number: '40' });
    expect(JSON.stringify(raw)).toBe(JSON.stringify(object(JSON.parse(reply))['data']));
  });

  it('is simplified, its mixed types read and no unit claimed', async () => {
    const { parcel } = await getOrder(await client({}, reply), { numberType: 1, number: '40' });
    const { customsItems, ...rest } = parcel;
    const address = {
      name: 'First Middle Last',
      company: 'company_name',
      street: 'street',
      houseNumber: '13',
      district: 'region',
      city: 'Los Angeles',
      province: 'CA',
      postcode: '90001',
      country: 'US',
      phone: '+1 12345678',
      mobile: '+1 102345678',
      email: 'contact_email',
      taxNumber: 'TAX12345678',
    };
    expect(rest).toEqual({
      carrier: 'hge',
      reference: '40',
      service: { code: 'P10006' },
      country: 'US',
      parcels: [
        { number: '47', weight: 0.001, width: 0.1, height: 0.1 },
        { number: '65', weight: 0.001, width: 0.1, height: 0.1 },
      ],
      recipient: { ...address, street2: '义巷172号' },
      sender: { ...address, street2: '尹街79090号' },
    });
    expect(customsItems).toHaveLength(4);
    expect(customsItems?.[0]).toEqual({
      description: 'bag',
      localDescription: '书包',
      sku: 'SKU-12124',
      hsCode: '3926 9033',
      quantity: 1,
      weight: 1.678,
      declaredValue: 1.145,
      currency: 'USD',
      url: 'https://punctual-cassava.org',
    });
  });

  it('with a stored address, a name in parts and numbers as text is read as well', async () => {
    const data = {
      customer_order_num: 40,
      shipper_info: { address_num: 'AD101312464' },
      consignee_info: { first_name: 'Sample', last_name: 'Recipient', address: '1 Example Street' },
      return_info: null,
      parcel_list: [{ parcel_num: 7, weight: '1.50', length: '', width: 'n/a', item_list: null }],
      tax_info: null,
    };
    const answer = JSON.stringify({ code: 200, success: true, detail: '', data });
    const { parcel } = await getOrder(await client({}, answer), { numberType: 1, number: '40' });
    expect(parcel).toEqual({
      carrier: 'hge',
      reference: '40',
      parcels: [{ number: '7', weight: 1.5 }],
      recipient: { name: 'Sample Recipient', street: '1 Example Street' },
    });
  });

  it.each(['null', '{}', '[]', '""'])('with data %s means that there is no such order', async (data) => {
    const answer = `{"code":200,"success":true,"detail":"","data":${data}}`;
    await expect(getOrder(await client({}, answer), { numberType: 1, number: 'X1' })).rejects.toMatchObject({
      kind: 'not-found',
      message: 'HGE returned nothing for X1',
    });
  });
});

describe('result codes (bodies derived, not documented)', () => {
  const derived = listOf(documentedJson('hge', 'envelope.errors.derived.json')).map((entry) => ({
    code: Number(entry['documented_code']),
    body: JSON.stringify(entry['response']),
    detail: textOf(objectOf(entry['response'])['detail']) ?? '',
  }));
  const kinds: Record<number, { read: string; write: string }> = {
    301: { read: 'duplicate', write: 'duplicate' },
    400: { read: 'rejected', write: 'rejected' },
    500: { read: 'unavailable', write: 'outcome-unknown' },
  };

  it.each(derived)("$code in HTTP 200 is an error in HGE's words, sent once", async ({ code, body, detail }) => {
    const own = await client({}, body);
    const wanted = { message: detail, code: String(code) };
    await expect(post(own, {}, 'read')).rejects.toMatchObject({ ...wanted, kind: kinds[code]?.read });
    await expect(post(own, {}, 'write')).rejects.toMatchObject({ ...wanted, kind: kinds[code]?.write });
    expect(server?.received).toHaveLength(2);
  });

  it.each(derived)('$code as HTTP status is the same', async ({ code, body, detail }) => {
    const own = await client({}, { status: code, body });
    await expect(post(own, {}, 'write')).rejects.toMatchObject({
      message: detail,
      kind: kinds[code]?.write,
      httpStatus: code,
    });
    expect(server?.received).toHaveLength(1);
  });

  it('301 says that it is submitted and points to Order: Get', async () => {
    await expect(post(await client({}, derived[0]?.body ?? ''), {}, 'write')).rejects.toMatchObject({
      hint: expect.stringMatching(/^Already submitted: .*Order: Get/),
    });
  });

  it('301 to a read says to wait, with the code and the text of HGE', async () => {
    const answer = '{"code":301,"success":false,"detail":"重复请求","data":null}';
    await expect(getOrder(await client({}, answer), { numberType: 1, number: 'X' })).rejects.toMatchObject({
      kind: 'duplicate',
      code: '301',
      message: '重复请求',
      hint: 'HGE took this query for a repeat of an earlier one (重复请求). Wait a moment and run it again.',
    });
  });

  it.each(['read', 'write'] as const)('a 301 that looks like a redirect is not followed (%s)', async (intent) => {
    const elsewhere = await loopback(() => ({ body: SUCCESS }));
    servers.push(elsewhere);
    const redirect = { status: 301, headers: { Location: `${elsewhere.url}/openapi/customer/query_order/` } };
    for (const body of ['', '<html>Moved</html>', derived[0]?.body ?? '']) {
      const own = await client({}, { ...redirect, body });
      await expect(post(own, {}, intent)).rejects.toMatchObject({
        kind: 'duplicate',
        httpStatus: 301,
        hint: expect.stringContaining({ read: 'Wait a moment and run it again', write: 'Order: Get' }[intent]),
      });
      expect(server?.received).toHaveLength(1);
    }
    expect(elsewhere.received).toEqual([]);
  });

  it('a 301 without envelope that names another place says so too', async () => {
    const own = await client(
      {},
      { status: 301, headers: { Location: 'https://gateway.example.com/x?token=1' }, body: '' },
    );
    await expect(post(own, {}, 'write')).rejects.toMatchObject({
      hint: expect.stringMatching(
        /web redirect to gateway\.example\.com, which was not followed.*nothing was submitted/,
      ),
    });
  });

  it.each([
    ['in the envelope', { status: 200, body: '{"code":401,"success":false,"detail":"认证失败","data":null}' }],
    ['as HTTP status', { status: 401, body: '{"code":401,"success":false,"detail":"认证失败","data":null}' }],
    ['as HTTP status with a text only', { status: 401, body: '{"detail":"认证失败"}' }],
  ])('401 %s names the three things to check', async (_, answer) => {
    await expect(post(await client({}, answer), {})).rejects.toMatchObject({
      kind: 'credentials',
      message: '认证失败',
      hint: expect.stringMatching(/three things.*API Key, API Secret and API Token/),
    });
  });

  it.each<[string, number, object, string]>([
    ['an object', 200, { code: 400, success: false, detail: { service_code: ['unknown'] } }, 'service_code: unknown'],
    ['a list of texts', 200, { code: 400, success: false, detail: ['a', 'b'] }, 'a; b'],
    [
      'a list of problems, and nothing beside it',
      422,
      { detail: [{ loc: ['body', 'num'], msg: 'field required', input: { email: 'a@example.com' } }] },
      'body.num: field required',
    ],
    [
      'a message with the problems of each field beside it',
      400,
      { success: false, detail: { message: 'invalid data', errors: { num: ['too long'] }, value: 'x' } },
      'invalid data; errors.num: too long',
    ],
    [
      'a list in which only some have a problem',
      400,
      { success: false, detail: { parcel_list: [{}, { weight: ['required'], input: 'x' }] } },
      'parcel_list[1].weight: required',
    ],
  ])('a refusal explained by %s says all of it', async (_, status, body, message) => {
    const own = await client({}, { status, body: JSON.stringify(body) });
    await expect(post(own, {}, 'write')).rejects.toMatchObject({ kind: 'rejected', message });
  });

  it.each<[string, unknown, string]>([
    [
      'validators that repeat the value under another name',
      [{ field: 'consignee_info.name', rejectedValue: 'A Name, 1 Example Street', message: 'too long' }],
      'consignee_info.name: too long',
    ],
    [
      'validators that repeat it deeper',
      [{ type: 'x', loc: ['body', 'parcel_list', 1, 'name'], msg: 'too long', ctx: { given: 'A Name etc.' } }],
      'body.parcel_list[1].name: too long',
    ],
    [
      'an echo beside a text',
      { consignee_info: { full_name: 'Recipient, Sample', phone: '0100000' }, msg: 'duplicate' },
      'duplicate',
    ],
    [
      'names for what was sent',
      { weight: ['required'], num: { value: 'a', given: 'b', rejected_value: 'c' } },
      'weight: required',
    ],
    [
      'a plain echo',
      { consignee_info: { full_name: ' Sample Recipient', phone: 1000000 }, service_code: ['unknown'] },
      'service_code: unknown',
    ],
    ['an echo as a message', { message: 'Sample Recipient', reason: 'too long' }, 'reason: too long'],
  ])('no value that was sent is told: %s', async (_, detail, message) => {
    const own = await client({}, { status: 422, body: JSON.stringify({ detail }) });
    const sent = { consignee_info: { full_name: 'Sample Recipient ', phone: '1000000' } };
    await expect(post(own, sent, 'write')).rejects.toMatchObject({ kind: 'rejected', message });
  });

  it('a long explanation is cut, and a deep one does no harm', async () => {
    const long = { code: 400, success: false, detail: { field: ['x'.repeat(300), 'y '.repeat(85), ACCOUNT.apiToken] } };
    await expect(post(await client({}, JSON.stringify(long)), {})).rejects.toMatchObject({
      message: expect.stringMatching(/^field: x{300}; field: (y )+; field: …$/),
    });
    const deep = `{"code":400,"success":false,"detail":${'['.repeat(5000)}"x"${']'.repeat(5000)}}`;
    await expect(post(await client({}, deep), {})).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('401 without any body names them too', async () => {
    await expect(post(await client({}, { status: 401, body: '' }), {})).rejects.toMatchObject({
      kind: 'credentials',
      hint: expect.stringMatching(/API Key, API Secret and API Token/),
    });
  });

  it.each([
    ['success is missing', 200, { code: 200, detail: 'x' }],
    ['success is false', 200, { code: 200, success: false, detail: 'x' }],
    ['success is false in text', 200, { code: 200, success: 'false', detail: 'x' }],
    ['success is 0', 200, { code: 200, success: 0, detail: 'x' }],
    ['success is another word', 200, { code: 200, success: 'yes', detail: 'x' }],
    ['code is missing', 200, { success: true, detail: 'x' }],
    ['code is another', 200, { code: 202, success: true, detail: 'x' }],
    ['HTTP status is no success', 400, { code: 200, success: true, detail: 'x' }],
    ['HTTP status is a server fault', 502, { code: 200, success: true, detail: 'x' }],
    ['all is well but there is no envelope', 200, { data: {} }],
  ])('no success when %s', async (_, status, body) => {
    const own = await client({}, { status, body: JSON.stringify(body) });
    await expect(post(own, {}, 'write')).rejects.toMatchObject({ name: 'CarrierError' });
    expect(server?.received).toHaveLength(1);
  });

  it('success in the 2xx range, code 200 and success true', async () => {
    await expect(post(await client({}, { status: 201, body: SUCCESS }), {})).resolves.toEqual(JSON.parse(SUCCESS));
  });

  it.each([
    { code: '200', success: 'true' },
    { code: 200, success: 1 },
    { code: '200', success: '1' },
  ])('success written as %j', async (said) => {
    const body = { ...said, detail: '', data: { num: '1' } };
    await expect(post(await client({}, JSON.stringify(body)), {}, 'write')).resolves.toEqual(body);
  });

  it.each(['false', 0, '0', false])('refusal written as success %j', async (success) => {
    const own = await client({}, JSON.stringify({ code: 402, success, detail: 'no balance' }));
    await expect(post(own, {}, 'write')).rejects.toMatchObject({
      kind: 'rejected',
      message: 'no balance',
      code: '402',
    });
  });

  it('a code that is no number is told as well', async () => {
    const own = await client({}, '{"code":"E1001","success":false,"detail":"no balance"}');
    await expect(post(own, {}, 'write')).rejects.toMatchObject({ kind: 'rejected', code: 'E1001' });
    const open = await client({}, '{"code":"E1001","detail":"no balance"}');
    await expect(post(open, {}, 'write')).rejects.toMatchObject({
      kind: 'outcome-unknown',
      message: 'HGE: The reply says neither success nor failure (its code is E1001).',
      carrierText: 'no balance',
    });
  });

  it.each([301, 400, 401])('%d in the envelope of a server fault is the answer: not tried again', async (code) => {
    const own = await client({}, { status: 500, body: JSON.stringify({ code, success: false, detail: 'bad' }) });
    await expect(post(own, {}, 'read')).rejects.toMatchObject({ message: 'bad', code: String(code), httpStatus: 500 });
    expect(server?.received).toHaveLength(1);
  });

  it('any other server fault is tried again', async () => {
    const fault = { status: 500, headers: { 'Retry-After': '0' }, body: '{"code":500,"success":false,"detail":"x"}' };
    await expect(post(await client({}, fault, SUCCESS), {}, 'read')).resolves.toEqual(JSON.parse(SUCCESS));
    expect(server?.received).toHaveLength(2);
  });

  it.each([
    ['', 'The reply is empty'],
    ['<!DOCTYPE html><html>', 'A web page came instead of a reply'],
    ['{"code":200,', 'The reply is not valid JSON'],
    ['[1]', 'not in the form that HGE documents'],
  ])('what cannot be read (%s) leaves a write open and fails a read', async (body, message) => {
    const own = await client({}, body);
    await expect(post(own, {}, 'read')).rejects.toMatchObject({
      kind: 'invalid-reply',
      message: expect.stringContaining(message),
    });
    await expect(post(own, {}, 'write')).rejects.toMatchObject({ kind: 'outcome-unknown' });
  });

  it('an unknown path says what to check', async () => {
    await expect(post(await client({}, { status: 404, body: 'Not found' }), {})).rejects.toMatchObject({
      kind: 'invalid-reply',
      hint: expect.stringContaining('Check the path'),
    });
  });

  it('secrets that come back are hidden, in data as well, and digits are kept', async () => {
    const echo = await client(
      {},
      '{"code":200,"success":true,"data":[{"a":"token 0123456789abcdef"}],"detail":"abcdefght"}',
    );
    await expect(post(echo, {})).resolves.toMatchObject({ data: [{ a: 'token [hidden]' }], detail: '[hidden]' });
    const own = await client({}, '{"code":400,"success":false,"detail":"bad 0123456789abcdef 123456789"}');
    await expect(post(own, {})).rejects.toMatchObject({ message: 'bad [hidden] [hidden]' });
    const exact = await client({}, '{"code":200,"success":true,"data":{"num":12345678901234567890}}');
    await expect(post(exact, {})).resolves.toMatchObject({ data: { num: '12345678901234567890' } });
  });
});

describe('credential test', () => {
  it.each([
    ['an order that does not exist', '{"code":400,"success":false,"detail":"badRequest"}'],
    ['a repeated request', '{"code":301,"success":false,"detail":"repeated requests"}'],
    ['no order', '{"code":200,"success":true,"detail":"","data":null}'],
  ])('%s means that they were accepted', async (_, answer) => {
    await expect(testCredentials(await account({}, answer))).resolves.toBeUndefined();
  });

  it.each([
    ['401', { status: 401, body: '' }],
    ['a web page', { body: '<html></html>' }],
    ['500', { body: '{"code":500,"success":false,"detail":"server error"}' }],
    ['a web redirect', { status: 301, headers: { Location: 'https://gateway.example.com/' }, body: '' }],
    ["a gateway's refusal", { status: 400, body: '<html>Bad Request</html>' }],
    ['a method that is not allowed', { status: 405, body: '' }],
  ])('%s does not', async (_, answer) => {
    await expect(testCredentials(await account({}, answer))).rejects.toMatchObject({ name: 'CarrierError' });
  });
});

it('no host was called but the one on loopback', () => {
  expect([...hosts]).toEqual(['127.0.0.1']);
});

/** The same value with the members of every object the other way round; lists keep their order. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, backwards(member)]),
  );
}
