import { createHash } from 'node:crypto';
import credentials from '../../../examples/credentials.sandbox.json';
import type { Sandbox } from '../../../sandbox/server';
import { watchHosts } from '../../hosts';
import { asObject, control, exampleJson, type Answer } from '../wire';

/** The names of all hosts that the tests of this file called. */
export const hosts = watchHosts();

afterAll(() => {
  expect([...hosts].filter((host) => host !== '127.0.0.1')).toEqual([]);
});

export const { apiKey, apiSecret, apiToken } = credentials.hgeApi;

/** The headers of a signed request, by the guide's rule, and whatever a test changes. */
export function headersFor(body: string, changes: Record<string, string> = {}): Record<string, string> {
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

/** POST of a value as JSON, or of a text as it is. */
export async function post(sandbox: Sandbox, path: string, body: unknown, changes: Record<string, string> = {}) {
  const response = await send(sandbox, path, body, changes);
  const answer = await response.text();
  return { status: response.status, body: answer.startsWith('{') ? asObject(JSON.parse(answer)) : {} };
}

export function send(
  sandbox: Sandbox,
  path: string,
  body: unknown,
  changes: Record<string, string> = {},
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const address = `${sandbox.addresses['hge'] ?? ''}${path}`;
  return fetch(address, { method: 'POST', body: text, headers: headersFor(text, changes) });
}

/** What the stand-in holds. */
export async function stateOf(sandbox: Sandbox): Promise<Answer> {
  return asObject((await control(sandbox, 'state')).body['hge']);
}

export const refused = (code: number, detail: unknown) => ({ code, success: false, detail, data: null });

/** The number of the first order that the stand-in makes. */
export const found = { num_type: 1, num: 'CS1298738912740001' };

/** The documented request of a service is taken, and kept for later. */
export async function expectAccepted(sandbox: Sandbox, service: string, file: string): Promise<void> {
  const sent = exampleJson('hge', file);
  const { body } = await post(sandbox, `${service}/`, sent);
  expect(body).toEqual({ code: 200, success: true, detail: '操作成功', data: null });
  expect((await stateOf(sandbox))['jobs']).toEqual([{ service, reference: sent['reference_num'], sent }]);
}
