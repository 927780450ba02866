import { getOrder } from '../../../carriers/hge';
import { listOf, objectOf, textOf } from '#carriers/shared/json-value';
import { documentedJson } from '../../documented';
import { carrierAnswering, requests } from '../carrier';
import { ACCOUNT, client, post, SUCCESS } from './wire';

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
    expect(requests()).toHaveLength(2);
  });

  it.each(derived)('$code as HTTP status is the same', async ({ code, body, detail }) => {
    const own = await client({}, { status: code, body });
    await expect(post(own, {}, 'write')).rejects.toMatchObject({
      message: detail,
      kind: kinds[code]?.write,
      httpStatus: code,
    });
    expect(requests()).toHaveLength(1);
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

  it.each([
    ['read', 'duplicate', 'duplicate'],
    ['write', 'outcome-unknown', 'duplicate'],
  ] as const)('a 301 that looks like a redirect is not followed (%s)', async (intent, bare, said) => {
    const elsewhere = await carrierAnswering(SUCCESS);
    const redirect = { status: 301, headers: { Location: `${elsewhere.url}/openapi/customer/query_order/` } };
    const bodies = { '': bare, '<html>Moved</html>': bare, [SUCCESS]: undefined, [derived[0]?.body ?? '']: said };
    for (const [body, kind = intent === 'read' ? 'invalid-reply' : 'outcome-unknown'] of Object.entries(bodies)) {
      const own = await client({}, { ...redirect, body });
      await expect(post(own, {}, intent)).rejects.toMatchObject({ kind, httpStatus: 301 });
      expect(requests()).toHaveLength(1);
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
      message: expect.stringMatching(/^field: x{300}; field: (y )+; field: \[hidden\]$/),
    });
    const longer = JSON.stringify({ ...long, detail: { field: ['x'.repeat(3990), ACCOUNT.apiToken] } });
    await expect(post(await client({}, longer), {})).rejects.toMatchObject({
      message: expect.stringMatching(/^field: x{3990}; …$/),
    });
    const deep = (levels: number) =>
      `{"code":400,"success":false,"detail":${'['.repeat(levels)}"x"${']'.repeat(levels)}}`;
    await expect(post(await client({}, deep(400)), {})).rejects.toMatchObject({ kind: 'rejected' });
    await expect(post(await client({}, deep(5000)), {})).rejects.toMatchObject({
      message: expect.stringContaining('nested more than 500 levels deep'),
    });
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
    ['success is another word', 200, { code: 200, success: 'perhaps', detail: 'x' }],
    ['code is missing', 200, { success: true, detail: 'x' }],
    ['code is another', 200, { code: 202, success: true, detail: 'x' }],
    ['HTTP status is no success', 400, { code: 200, success: true, detail: 'x' }],
    ['HTTP status is a server fault', 502, { code: 200, success: true, detail: 'x' }],
    ['all is well but there is no envelope', 200, { data: {} }],
  ])('no success when %s', async (_, status, body) => {
    const own = await client({}, { status, body: JSON.stringify(body) });
    await expect(post(own, {}, 'write')).rejects.toMatchObject({ name: 'CarrierError' });
    expect(requests()).toHaveLength(1);
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
      message: 'HGE: The reply says neither success nor refusal (its code is E1001).',
      carrierText: 'no balance',
    });
  });

  it.each([301, 400, 401])('%d in the envelope of a server fault is the answer: not tried again', async (code) => {
    const own = await client({}, { status: 500, body: JSON.stringify({ code, success: false, detail: 'bad' }) });
    await expect(post(own, {}, 'read')).rejects.toMatchObject({ message: 'bad', code: String(code), httpStatus: 500 });
    expect(requests()).toHaveLength(1);
  });

  it('any other server fault is tried again', async () => {
    const fault = { status: 500, headers: { 'Retry-After': '0' }, body: '{"code":500,"success":false,"detail":"x"}' };
    await expect(post(await client({}, fault, SUCCESS), {}, 'read')).resolves.toEqual(JSON.parse(SUCCESS));
    expect(requests()).toHaveLength(2);
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
    const secret = await client(
      { apiSecret: 'a-secret-of-hge' },
      '{"code":200,"success":true,"data":{"a-secret-of-hge":1}}',
    );
    await expect(post(secret, {})).resolves.toMatchObject({ data: { '[hidden]': 1 } });
    const own = await client({}, '{"code":400,"success":false,"detail":"bad 0123456789abcdef 123456789"}');
    await expect(post(own, {})).rejects.toMatchObject({ message: 'bad [hidden] [hidden]' });
    const exact = await client({}, '{"code":200,"success":true,"data":{"num":12345678901234567890}}');
    await expect(post(exact, {})).resolves.toMatchObject({ data: { num: '12345678901234567890' } });
  });
});
