import { PortalClient } from '../../../carriers/etower';
import { objectOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { documentedJson } from '../../documented';
import { carrierAnswering, requests } from '../carrier';
import type { Answer } from '../loopback';
import { asAnswer } from './wire';

export const SESSION = 'Kx3ZbS9sQ0uH1xw2Yh5t7A';
export const UUID = '550e8400-e29b-41d4-a716-446655440000';

/** A client whose portal always answers so. */
export async function client(answer: object | Answer): Promise<PortalClient> {
  const { url } = await carrierAnswering(asAnswer(answer));
  return new PortalClient({ baseUrl: `${url}/`, sessionId: ` ${SESSION} `, language: 'zh_CN' });
}

export function documented(name: string, kind = 'response'): JsonObject {
  return objectOf(documentedJson('etower', `${name}.${kind}.json`));
}

export const success = (data: unknown) => ({ success: true, code: '0', data, errors: [] });

/** The documented request of this name is what a call sends, with the session of the account. */
export async function expectDocumented(name: string, call: (own: PortalClient) => Promise<unknown>): Promise<void> {
  await call(await client(documented(name)));
  const { method, path, headers, query } = documented(name, 'request');
  const [received] = requests();
  const url = new URL(received?.path ?? '', 'http://portal.example.com');
  expect({ method: received?.method, path: url.pathname }).toEqual({ method, path });
  expect(Object.fromEntries(url.searchParams)).toEqual(asTexts(objectOf(query)));
  const expected = Object.entries(objectOf(headers)).map(([field, value]) => [field.toLowerCase(), value]);
  expect(received?.headers).toMatchObject({ ...Object.fromEntries(expected), sessionid: SESSION });
}

export function asTexts(object: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => {
      const text = textOf(value);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}
