import { SaxesParser } from 'saxes';
import credentials from '../../examples/credentials.sandbox.json';
import type { Sandbox } from '../../sandbox/server';
import { documented, documentedJson } from '../documented';

export type CarrierName = 'eccang' | 'huahan';
export type Answer = Record<string, unknown>;

export const accounts = { eccang: credentials.eccangTmsApi, huahan: credentials.huahanApi };

/** A documented payload, as text. */
export const example = documented;

export function exampleJson(carrier: string, file: string): Answer {
  return asObject(documentedJson(carrier, file));
}

/** The bare documented envelope around a service and its parameters, credentials filled in. */
export function envelopeXml(carrier: CarrierName, service: string, params: unknown): string {
  return withCredentials(carrier, example('eccang', 'envelope.request.xml'))
    .replace('{}', () => escape(typeof params === 'string' ? params : JSON.stringify(params)))
    .replace('getShippingMethod', service);
}

export function withCredentials(carrier: CarrierName, xml: string): string {
  const { appToken, appKey } = accounts[carrier];
  return xml.replace('APP_TOKEN', appToken).replace('APP_KEY', appKey);
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function postXml(sandbox: Sandbox, carrier: CarrierName, body: string | Buffer): Promise<Response> {
  const address = sandbox.addresses[carrier] ?? '';
  return fetch(address, { method: 'POST', body: new Uint8Array(Buffer.from(body)) });
}

/** Calls a service and reads the JSON document of its answer, which must come with HTTP 200. */
export async function call(sandbox: Sandbox, carrier: CarrierName, service: string, params: unknown): Promise<Answer> {
  return readAnswer(await postXml(sandbox, carrier, envelopeXml(carrier, service, params)));
}

export async function readAnswer(response: Response): Promise<Answer> {
  expect(response.status).toBe(200);
  return asObject(JSON.parse(responseText(await response.text())));
}

/** Text of the unprefixed `response` element, read by a strict XML parser. */
export function responseText(xml: string): string {
  let inside = false;
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri }) => {
    inside = local === 'response' && uri === '';
  });
  parser.on('text', (part) => {
    if (inside) text += part;
  });
  parser.on('closetag', () => {
    inside = false;
  });
  parser.write(xml).close();
  return text;
}

/** Sends JSON to a control address, or reads it when there is no body. */
export async function control(
  sandbox: Sandbox,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Answer }> {
  const response = await fetch(
    `${sandbox.url}/_control/${path}`,
    body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) },
  );
  return { status: response.status, body: asObject(await response.json()) };
}

/** Orders one carrier holds. */
export async function ordersOf(sandbox: Sandbox, carrier: CarrierName): Promise<Answer[]> {
  const { body } = await control(sandbox, 'state');
  return objects(asObject(body[carrier]).orders);
}

/** Order of the documented example with another reference, and whatever else a test changes. */
export function order(carrier: CarrierName, reference: string, changes: Answer = {}): Answer {
  return { ...exampleJson(carrier, 'createOrder.request.json'), reference_no: reference, ...changes };
}

/** Creates an order and gives the answer, which must be a success. */
export async function created(
  sandbox: Sandbox,
  carrier: CarrierName,
  reference: string,
  changes: Answer = {},
): Promise<{ reference: string; waybill: string; tracking: string }> {
  const answer = await call(sandbox, carrier, 'createOrder', order(carrier, reference, changes));
  expect(answer).toMatchObject({ ask: 'Success' });
  return {
    reference: String(answer.reference_no),
    waybill: String(answer.order_code),
    tracking: String(answer.shipping_method_no),
  };
}

export function asObject(value: unknown): Answer {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

export function objects(value: unknown): Answer[] {
  return Array.isArray(value) ? value.map(asObject) : [];
}

/** Member names of an answer in a form that can be compared: names with the type of each value, arrays by their first entry. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member)]));
}
