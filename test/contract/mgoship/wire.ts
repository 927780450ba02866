import type { CallSettings } from '../../../carriers/http';
import type { JsonObject } from '#carriers/shared/json-value';
import { MgoshipClient, type MgoshipCredentials } from '../../../carriers/mgoship';
import { documented, documentedJson, object } from '../../documented';
import { carrierAnswering, carrierThat, requests } from '../carrier';
import type { Answer, Loopback, Received } from '../loopback';

/** An invented rule: the carrier's own is not known, so no sample signature can be reproduced. */
export const credentials = {
  environment: 'custom',
  appId: 'M10001',
  appSecret: 'INVENTED-SECRET',
  version: '1.0',
  signatureTemplate: '{secret}|{module}|{action}|{params}',
  signatureAlgorithm: 'sha1',
  signatureCase: 'upper',
};

/** A client whose carrier answers each request as told. */
export async function clientFor(
  answer: (request: Received, index: number) => Answer,
  changes: Partial<MgoshipCredentials> = {},
  settings: CallSettings = {},
): Promise<MgoshipClient> {
  return clientAt(await carrierThat(answer), changes, settings);
}

/** A client whose carrier answers with these bodies, one after the other. */
export async function client(...answers: (string | Answer)[]): Promise<MgoshipClient> {
  return clientAt(await carrierAnswering(...answers));
}

function clientAt(
  { url }: Loopback,
  changes: Partial<MgoshipCredentials> = {},
  settings: CallSettings = {},
): MgoshipClient {
  return new MgoshipClient({ ...credentials, baseUrl: `${url}/api.php`, ...changes }, settings);
}

export const example = (file: string): JsonObject => object(documentedJson('mgoship', file));
export const answered = (file: string): string => documented('mgoship', file);
export const ok = (fields: object = {}): string => JSON.stringify({ status: { code: 'OK', msg: '' }, ...fields });

export function sent(index = 0): string {
  return requests()[index]?.body ?? '';
}

/** The params of what was sent. */
export function params(index = 0): unknown {
  return object(JSON.parse(sent(index)))['params'];
}

/** Params built from the tables, not taken from the carrier (`mgoship.md` 10), as the text that is sent. */
export function derived(file: string): string {
  return JSON.stringify(example(`derived/${file}`));
}

/**
 * The documented body byte for byte, in compact form, with our own signature in place of one that cannot be computed.
 * Samples of 2017 are stored with sorted keys; those pages print the envelope as appid, params, sign, version.
 */
export function documentedBody(file: string, index = 0): string {
  const sign = object(JSON.parse(sent(index)))['sign'];
  return JSON.stringify({ ...example(file), sign });
}

/** A call of this operation sends the documented request, byte for byte but for the signature. */
export async function expectDocumented(
  module: string,
  action: string,
  call: (own: MgoshipClient) => Promise<unknown>,
  reply: string,
): Promise<void> {
  await call(await client(reply));
  expect(sent()).toBe(documentedBody(`${module}.${action}.request.json`));
  expect(requests()[0]).toMatchObject({
    method: 'POST',
    path: `/api.php?op=storage&mod=${module}&action=${action}`,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
