import { createHmac } from 'node:crypto';
import { EtowerClient } from '../../../carriers/etower';
import { CarrierError } from '../../../carriers/http';
import { listOf, objectOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { documentedJson } from '../../documented';
import { carrierAnswering, requests } from '../carrier';
import type { Answer, Received } from '../loopback';

export const TOKEN = 'exampleToken0001';
export const KEY = 'exampleSecretKey0001';

/** The account of a carrier at this address. */
export function accountAt(baseUrl: string) {
  return { region: 'custom', baseUrl, token: TOKEN, key: KEY };
}

/** A client whose carrier answers with these, one after the other; what is no whole answer is its body. */
export async function client(...answers: (object | Answer)[]): Promise<EtowerClient> {
  const { url } = await carrierAnswering(...answers.map(asAnswer));
  return new EtowerClient(accountAt(url));
}

/** A value as the body of an answer in JSON. */
export function asAnswer(answer: object | Answer): string | Answer {
  return 'body' in answer ? answer : JSON.stringify(answer);
}

export function example(name: string): JsonObject {
  return objectOf(documentedJson('etower', `${name}.response.json`));
}

export function request(name: string): unknown {
  return documentedJson('etower', `${name}.request.json`);
}

export const firstOf = (value: unknown): JsonObject => listOf(value)[0] ?? {};
export const success = (fields: object = {}) => ({ status: 'Success', errors: null, ...fields });
export const failure = (code: number | string, message: string, fields: object = {}) => ({
  status: 'Failure',
  errors: [{ code, message }],
  ...fields,
});
export const reply = (status: string, ...data: object[]) => ({ status, errors: null, data });
/** An order as each of the look-ups finds it right after it was made. */
export const justMade = (number: string, trackingNo = `T-${number}`) =>
  success({ orderId: number, trackingNo, events: [{ trackingNo, eventTime: new Date().toISOString() }] });
export const newOrder = (reference: string) => ({ order: { referenceNo: reference }, returnExisting: false });
export const severalPieces = (reference: string) => ({
  order: { referenceNo: reference, pieces: [{ referenceNo: `${reference}-2` }] },
  returnExisting: true,
});

/** What came of each item, in a form that reads well. */
export function outcomes(answers: readonly ({ raw: JsonObject } | CarrierError)[]): (string | undefined)[] {
  return answers.map((answer) =>
    answer instanceof CarrierError ? `${answer.kind}: ${answer.message}` : textOf(answer.raw['trackingNo']),
  );
}

/** A file that begins as a PDF does. */
export function pdf(text: string): string {
  return Buffer.from(`%PDF-1.4 ${text}`).toString('base64');
}

export function textIn({ content }: { content: Buffer }): string {
  return content.toString();
}

export function expectSent(path: string, body: unknown): void {
  const [received] = requests();
  expect(received?.path).toBe(path);
  expect(received?.method).toBe('POST');
  expect(received?.body).toBe(JSON.stringify(body));
}

/** The reference's own rule, over the bytes that arrived. */
export function expectSigned(received: Received | undefined): void {
  const { method = '', path = '', headers = {} } = received ?? {};
  const text = `${method}\n${String(headers['x-walltech-date'])}\nhttp://${headers.host ?? ''}${path}`;
  expect(headers.authorization).toBe(`WallTech ${TOKEN}:${createHmac('sha1', KEY).update(text).digest('base64')}`);
}
