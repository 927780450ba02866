import { PDFDocument } from '@cantoo/pdf-lib';
import { SaxesParser } from 'saxes';
import credentials from '../../../examples/credentials.sandbox.json';
import type { Sandbox } from '../../../sandbox/server';
import { documented } from '../../documented';
import { asObject, control, exampleJson, objects, type Answer } from '../wire';

/** The stand-ins that speak this protocol. */
export type CarrierName = 'eccang' | 'huahan';

export const accounts = { eccang: credentials.eccangTmsApi, huahan: credentials.huahanApi };

/** What the tests of one carrier ask its stand-in. */
export function stepsAt(sandbox: Sandbox, carrier: CarrierName) {
  return {
    /** Calls a service and reads its answer. */
    ask: (service: string, params: unknown) => call(sandbox, carrier, service, params),
    /** Creates an order, which must succeed. */
    create: (reference: string, changes: Answer = {}) => created(sandbox, carrier, reference, changes),
    /** Moves an order into a status. */
    advance: (number: string, status: string) => control(sandbox, 'advance', { carrier, number, status }),
    documented: (file: string) => exampleJson(carrier, file),
  };
}

/** The bare documented envelope around a service and its parameters, credentials filled in. */
export function envelopeXml(carrier: CarrierName, service: string, params: unknown): string {
  return withCredentials(carrier, documented('eccang', 'envelope.request.xml'))
    .replace('{}', () => escape(typeof params === 'string' ? params : JSON.stringify(params)))
    .replace('getShippingMethod', service);
}

export function withCredentials(carrier: CarrierName, xml: string): string {
  const { appToken, appKey } = accounts[carrier];
  return xml.replace('APP_TOKEN', appToken).replace('APP_KEY', appKey);
}

function escape(text: string): string {
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

/** Width and height of each page of a PDF in centimetres. */
export async function pagesAt(url: unknown): Promise<[number, number][]> {
  const response = await fetch(String(url));
  expect(response.headers.get('content-type')).toBe('application/pdf');
  const document = await PDFDocument.load(await response.arrayBuffer());
  return document.getPages().map((page) => [centimetres(page.getWidth()), centimetres(page.getHeight())]);
}

function centimetres(points: number): number {
  return Math.round((points / 72) * 254) / 100;
}
