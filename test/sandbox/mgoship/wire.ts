import { createHash } from 'node:crypto';
import credentials from '../../../examples/credentials.sandbox.json';
import type { Sandbox } from '../../../sandbox/server';
import { asObject, exampleJson, type Answer } from '../wire';

export const { appId, appSecret } = credentials.mgoshipApi;

/** The sandbox's invented rule, written here a second time: params come sorted, as the samples have them. */
export function signed(module: string, action: string, params: unknown): string {
  const parts = ['sandbox-only', appSecret, `${module}/${action}`, appId, '1.0', JSON.stringify(params), appSecret];
  return createHash('sha1').update(parts.join('|')).digest('hex').toUpperCase();
}

export function envelope(module: string, action: string, params: unknown, changes: Answer = {}): Answer {
  const sign = signed(module, action, params);
  const first = { appid: appId };
  return module === 'tms_orders'
    ? { ...first, sign, version: '1.0', params, ...changes }
    : { ...first, params, sign, version: '1.0', ...changes };
}

export function post(
  sandbox: Sandbox,
  module: string,
  action: string,
  body: string,
  contentType = 'application/json',
): Promise<Response> {
  const address = `${sandbox.addresses.mgoship ?? ''}?op=storage&mod=${module}&action=${action}`;
  return fetch(address, { method: 'POST', headers: { 'Content-Type': contentType }, body });
}

export async function call(
  sandbox: Sandbox,
  module: string,
  action: string,
  params: unknown,
  changes: Answer = {},
): Promise<Answer> {
  const response = await post(sandbox, module, action, JSON.stringify(envelope(module, action, params, changes)));
  expect(response.status).toBe(200);
  return asObject(await response.json());
}

export const derived = (file: string): Answer => exampleJson('mgoship', `derived/${file}.json`);
export const documentedParams = (file: string): unknown => exampleJson('mgoship', `${file}.request.json`).params;
export const statusOf = (answer: Answer): Answer => asObject(answer.status);
export const refused = (words: string): Answer => ({ status: { code: 'ERROR', msg: expect.stringContaining(words) } });

export const parcel = (own: string): Answer => {
  const params = derived('tms_orders.add_tms_order.params');
  return { ...params, order: { ...asObject(params.order), customerno: own } };
};
export const create = async (sandbox: Sandbox, own: string): Promise<string> =>
  String(asObject((await call(sandbox, 'tms_orders', 'add_tms_order', parcel(own))).data).orderNo);
export const by = (name: string, number: string): Answer => ({
  customerno: '',
  orderNo: '',
  trackno: '',
  [name]: number,
});
export const detail = async (sandbox: Sandbox, name: string, number: string): Promise<Answer> =>
  asObject((await call(sandbox, 'tms_orders', 'get_tms_order_detail', by(name, number))).data);
