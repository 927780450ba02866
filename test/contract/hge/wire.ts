import { createHash } from 'node:crypto';
import { endpointOf, HgeClient, type HgeCredentials } from '../../../carriers/hge';
import type { JsonObject } from '#carriers/shared/json-value';
import { watchHosts } from '../../hosts';
import { carrierAnswering, requests } from '../carrier';
import type { Answer, Received } from '../loopback';

/** The names of all hosts that the tests of this file called. */
export const hosts = watchHosts();

afterAll(() => {
  expect([...hosts].filter((host) => host !== '127.0.0.1')).toEqual([]);
});

export const ACCOUNT = {
  apiKey: 'abcdefght',
  apiSecret: '123456789',
  apiToken: '0123456789abcdef',
  language: 'en',
};
export const SUCCESS = '{"code":200,"success":true,"detail":"操作成功","data":{"num":"1"}}';

/** A client whose carrier answers with these, one after the other, and with the last of them from then on. */
export async function client(changes: Partial<HgeCredentials>, ...answers: (string | Answer)[]): Promise<HgeClient> {
  return new HgeClient(await account(changes, ...answers));
}

export async function account(
  changes: Partial<HgeCredentials>,
  ...answers: (string | Answer)[]
): Promise<HgeCredentials> {
  const { url } = await carrierAnswering(...(answers.length > 0 ? answers : [SUCCESS]));
  return { ...ACCOUNT, environment: 'custom', baseUrl: `${url}/openapi/customer/`, ...changes };
}

export function received(index = 0): Received {
  const request = requests()[index];
  if (!request) throw new Error(`No request ${index} was received`);
  return request;
}

export function post(own: HgeClient, body: unknown, intent: 'read' | 'write' = 'read'): Promise<JsonObject> {
  return own.call({ method: 'POST', url: endpointOf(own.base, 'query_order/'), body }, { intent });
}

export function md5(text: string): string {
  return createHash('md5').update(text, 'utf8').digest('hex');
}
