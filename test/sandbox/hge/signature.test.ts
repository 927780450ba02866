import { exampleJson, sandboxOfThisFile } from '../wire';
import { apiToken, found, headersFor, post, refused } from './wire';

const sandbox = sandboxOfThisFile();

describe('authentication', () => {
  const body = JSON.stringify(found);

  it('takes what the guide describes', async () => {
    await post(sandbox, 'order_create/', exampleJson('hge', 'order_create.partial.request.json'));
    expect(await post(sandbox, 'query_order/', body)).toMatchObject({ status: 200, body: { code: 200 } });
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
    expect(await post(sandbox, 'query_order/', body, changes)).toEqual({ status: 401, body: refused(401, detail) });
  });

  it.each(['api_key', 'timestamp', 'signature', 'api-token'])('refuses a request without %s', async (name) => {
    const headers = Object.entries(headersFor(body)).filter(([each]) => each !== name);
    const response = await fetch(`${sandbox.addresses['hge'] ?? ''}query_order/`, { method: 'POST', body, headers });
    expect(response.status).toBe(401);
  });

  it('takes the token as Authorization besides', async () => {
    const { body: answer } = await post(sandbox, 'query_order/', body, { Authorization: `Bearer ${apiToken}` });
    expect(answer).toMatchObject({ code: 400 });
  });

  it('refuses a body that is not compact, though its bytes are signed', async () => {
    expect(await post(sandbox, 'query_order/', JSON.stringify(found, null, 4))).toMatchObject({ status: 401 });
    expect(await post(sandbox, 'order_create/', { order_remark: 'blanks "in" a \\ string' })).toMatchObject({
      status: 200,
    });
  });

  it('looks at the signature of GET, which covers no body', async () => {
    const get = (headers: Record<string, string>) =>
      fetch(`${sandbox.addresses['hge'] ?? ''}query_order/`, { headers });
    expect((await get(headersFor(''))).status).toBe(405);
    expect((await get(headersFor('{}'))).status).toBe(401);
  });
});
