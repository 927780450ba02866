import { createHmac } from 'node:crypto';
import credentials from '../../../examples/credentials.sandbox.json';
import type { Sandbox } from '../../../sandbox/server';
import { asObject, control, exampleJson, objects, type Answer } from '../wire';

export const { etowerApi: account, etowerPortalApi: session } = credentials;

/** The documented order with what the stand-in knows in place of its placeholders, and whatever a test changes. */
export function newOrder(reference: string, changes: Answer = {}): Answer {
  const [example] = objects(exampleJsonList('create-orders.request.json'));
  const known = { serviceCode: 'UBI.AU2AU.AUPOST.1', serviceOption: 'E-Parcel' };
  return { ...example, ...known, referenceNo: reference, ...changes };
}

export interface Signing {
  date?: string;
  token?: string;
  key?: string;
  /** What is signed instead of the address that is called. */
  url?: string;
}

/** Calls the integration API, signed by the rule of `etower.md` B.2. */
export async function signed(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  signing: Signing = {},
): Promise<{ status: number; date: string; body: Answer }> {
  const response = await sendSigned(sandbox, method, path, body, signing);
  return { status: response.status, date: response.headers.get('date') ?? '', body: asObject(await response.json()) };
}

export async function sendSigned(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  { date = new Date().toUTCString(), token = account.token, key = account.key, url }: Signing = {},
): Promise<Response> {
  const address = `${sandbox.addresses.etower ?? ''}${path}`;
  const signature = createHmac('sha1', key)
    .update(`${method}\n${date}\n${url ?? address}`)
    .digest('base64');
  return fetch(address, {
    method,
    headers: {
      'X-WallTech-Date': date,
      Authorization: `WallTech ${token}:${signature}`,
      'Content-Type': 'application/json',
      Accept: 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** POST of an operation; its answer must come with HTTP 200. */
export async function post(sandbox: Sandbox, operation: string, body: unknown): Promise<Answer> {
  const reply = await signed(sandbox, 'POST', `/services/shipper/${operation}`, body);
  expect(reply.status).toBe(200);
  return reply.body;
}

/** Creates orders that must all succeed and gives the entries. */
export async function made(sandbox: Sandbox, ...orders: Answer[]): Promise<Answer[]> {
  const reply = await post(sandbox, 'orders', orders);
  expect(reply.status).toBe('Success');
  return objects(reply.data);
}

/** Codes of the entries, or of the request when there are none. */
export function codesOf(reply: Answer): unknown[] {
  const entries = objects(reply.data);
  return (entries.length > 0 ? entries : [reply]).map(({ errors }) => objects(errors).map(({ code }) => code));
}

/** Calls the portal with the session. */
export async function portal(
  sandbox: Sandbox,
  path: string,
  { headers = {}, ...call }: { method?: string; headers?: Record<string, string>; body?: FormData } = {},
): Promise<Response> {
  return fetch(`${sandbox.addresses.etower ?? ''}/api/shipper/v1/${path}`, {
    ...call,
    headers: { sessionId: session.sessionId, language: 'zh_CN', ...headers },
  });
}

export async function envelopeOf(response: Response): Promise<Answer> {
  return asObject(await response.json());
}

function exampleJsonList(file: string): unknown {
  return Object.values(exampleJson('etower', file));
}

/** What the stand-in holds of an order. */
export async function stateOf(sandbox: Sandbox, reference: string): Promise<Answer | undefined> {
  const { body } = await control(sandbox, 'state');
  return objects(asObject(body.etower).orders).find((order) => order.reference === reference);
}
