import { ownAddress, writable } from '#carriers/shared/account';
import { parseJson } from '../http';
import { isObject } from '#carriers/shared/json-value';
import { addressOf, endpointOf, type MgoshipCredentials } from './account';
import { writeEnvelope } from './envelope';

/** A request that somebody else sends, such as n8n's own HTTP Request node. */
export interface ForeignRequest {
  /** With `mod` and `action` in its query. */
  url: string;
  /** `{ "params": { … } }`, as object or JSON text. */
  body: unknown;
}

/**
 * Makes a request a signed call of Mgoship.
 * @returns the address and the body to send
 * @throws TypeError when the address is not the carrier's, or says no operation; CarrierError when the credential cannot sign
 */
export function signCall(
  { url, body }: ForeignRequest,
  credentials: MgoshipCredentials,
): { url: string; body: string } {
  const endpoint = endpointOf(credentials);
  const address = ownAddress(url, endpoint, `${endpoint.href}?op=storage&mod=…&action=…`);
  const module = address.searchParams.get('mod') ?? '';
  const action = address.searchParams.get('action') ?? '';
  if (module === '' || action === '') {
    throw new TypeError('The URL must name the operation: …/api.php?op=storage&mod=…&action=…');
  }
  const signed = writeEnvelope({ module, action }, paramsOf(body), credentials);
  return { url: addressOf(endpoint, { module, action }), body: signed.body };
}

function paramsOf(body: unknown): unknown {
  const request = typeof body === 'string' && body.trim() !== '' ? parse(body) : body;
  if (request === undefined || request === '') return {};
  if (isObject(request) && isObject(request['params'])) return writable(request['params']);
  throw new TypeError('The body must be { "params": { … } }: appid, sign and version are added.');
}

function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw new TypeError('The body is not valid JSON.');
  }
}
