import axios from 'axios';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { textOf } from '#carriers/shared/json-value';
import { HgeApi } from '../../../credentials/HgeApi.credentials';
import sandboxCredentials from '../../../examples/credentials.sandbox.json';
import { watchHosts } from '../../hosts';
import { sandboxOfThisFile } from '../../sandbox/wire';

const hosts = watchHosts();

const sandbox = sandboxOfThisFile();

function account() {
  return { ...sandboxCredentials.hgeApi, baseUrl: `${sandbox.url}/hge/openapi/customer/` };
}

const order = { customer_order_num: 'HTTP-1', order_remark: '义巷172号 서울 \u{1F4E6} a/b "c" \\d' };

/** What n8n's HTTP Request node hands over: the older helper has the address in `uri`, the newer one in `url`. */
function asked(path: string, options: Omit<IHttpRequestOptions, 'url'>, helper: 'older' | 'newer' = 'newer') {
  const address = `${sandbox.url}/hge/openapi/customer/${path}`;
  return { ...options, url: helper === 'newer' ? address : '', ...(helper === 'older' ? { uri: address } : {}) };
}

/** Signs and sends as n8n does: with axios, which may write a body anew. */
async function send(request: ReturnType<typeof asked>, credentials = account()) {
  const signed = await new HgeApi().authenticate(credentials, request);
  return axios.request<unknown>({
    method: signed.method ?? 'GET',
    url: request.uri ?? request.url,
    headers: Object.fromEntries(
      Object.entries(signed.headers ?? {}).map(([name, value]) => [name, textOf(value) ?? '']),
    ),
    ...(signed.body === undefined ? {} : { data: signed.body }),
    validateStatus: () => true,
  });
}

describe("n8n's own HTTP Request node", () => {
  it.each(['older', 'newer'] as const)('is signed, body as an object (%s helper)', async (helper) => {
    const body = { ...order, customer_order_num: `HTTP-${helper}` };
    const { status, data } = await send(asked('order_create/', { method: 'POST', body, json: true }, helper));
    expect({ status, data }).toMatchObject({ status: 200, data: { code: 200, success: true } });
  });

  it('is signed, body as text: blanks between the parts go, digits and strings stay', async () => {
    const body =
      '{\n  "customer_order_num": "a  b : c",\n  "not_documented": 12345678901234567890.10,\r\n\t"list": [ 1, 2 ] }\n';
    const signed = await new HgeApi().authenticate(account(), asked('order_create/', { method: 'POST', body }));
    expect(signed.body).toBe('{"customer_order_num":"a  b : c","not_documented":12345678901234567890.10,"list":[1,2]}');
    const { data } = await send(asked('order_create/', { method: 'POST', body: Buffer.from(body) }));
    expect(data).toMatchObject({ code: 200 });
  });

  it('is signed without a body: GET, whatever stands in for none', async () => {
    for (const body of [undefined, '', {}]) {
      const { status } = await send(asked('query_order/', { method: 'GET', ...(body === undefined ? {} : { body }) }));
      // The stand-in looks at the signature first: 405 means that it fits, and that this path takes POST only.
      expect(status).toBe(405);
    }
    const { status } = await send(asked('query_order/', { method: 'GET' }), {
      ...account(),
      apiSecret: 'another-secret',
    });
    expect(status).toBe(401);
  });

  it('gets no second content type and follows no redirect', async () => {
    const request = asked('order_create/', {
      method: 'POST',
      body: order,
      headers: { 'content-type': 'text/plain', X: 'y' },
    });
    const { headers, disableFollowRedirect } = await new HgeApi().authenticate(account(), request);
    expect(headers).toMatchObject({ X: 'y', 'Content-Type': 'application/json', 'api-token': account().apiToken });
    expect(headers).not.toHaveProperty('content-type');
    expect(headers).not.toHaveProperty('Authorization');
    expect(disableFollowRedirect).toBe(true);
  });

  it('has Authorization: Bearer as well, by choice', async () => {
    const credentials = { ...account(), sendBearer: true };
    const { headers } = await new HgeApi().authenticate(credentials, asked('x/', { method: 'GET' }));
    expect(headers).toMatchObject({ Authorization: `Bearer ${account().apiToken}` });
  });

  it.each([
    ['another host', 'https://elsewhere.example.com/openapi/customer/order_create/'],
    ["a host that only begins like HGE's", 'http://127.0.0.1.example.com/openapi/customer/order_create/'],
    ['no address', 'order_create/'],
  ])('is not signed for %s', async (_, url) => {
    const signing = new HgeApi().authenticate(account(), { url, method: 'POST', body: order });
    await expect(signing).rejects.toThrow('This credential is only sent to http://127.0.0.1');
  });

  it('is not signed with a body that is not JSON', async () => {
    const form = new FormData();
    form.append('a', 'b');
    const signing = (body: IHttpRequestOptions['body']) =>
      new HgeApi().authenticate(account(), { ...asked('x/', { method: 'POST' }), body });
    await expect(signing(form)).rejects.toThrow('The body must be JSON');
    await expect(signing(new URLSearchParams('a=b'))).rejects.toThrow('The body must be JSON');
    await expect(signing('a=b')).rejects.toThrow('not valid JSON');
  });
});

it('no host was called but the one on loopback', () => {
  expect([...hosts]).toEqual(['127.0.0.1']);
});
