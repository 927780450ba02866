import { ownAddress, writable } from '#carriers/shared/account';
import { parseJson } from '../http';
import { isObject } from '#carriers/shared/json-value';
import { endpointOf, keysOf, type EccangCredentials } from './account';
import { escapeXml, writeEnvelope } from './envelope';

/**
 * Puts the credentials into a request that somebody else sends, such as n8n's own HTTP Request node. The body is either
 * `{ "service": "…", "paramsJson": { … } }`, of which the envelope is built, or a whole envelope with empty
 * `<appToken/>` and `<appKey/>`, which are filled in.
 * @returns the body to send
 * @throws TypeError when the address is not the carrier's: the pair is sent nowhere else; CarrierError when it cannot be used
 */
export function signEnvelope(url: string, body: unknown, credentials: EccangCredentials): string {
  const endpoint = endpointOf(credentials.baseUrl);
  ownAddress(url, endpoint, endpoint.href);
  const { appToken, appKey } = keysOf(credentials);
  const request = typeof body === 'string' && body.trim().startsWith('{') ? parse(body) : body;
  if (isObject(request) && typeof request['service'] === 'string') {
    const params = writable(request['paramsJson'] ?? {});
    return writeEnvelope({ params, appToken, appKey, service: request['service'] });
  }
  if (typeof body === 'string' && body.includes('<appToken')) {
    return fill(fill(body, 'appToken', appToken), 'appKey', appKey);
  }
  throw new TypeError(
    'The body must be { "service": "…", "paramsJson": { … } }, or the SOAP envelope with empty <appToken></appToken> and <appKey></appKey>.',
  );
}

function fill(envelope: string, element: string, value: string): string {
  const empty = new RegExp(`<${element}\\s*/>|<${element}>\\s*</${element}>`);
  return envelope.replace(empty, () => `<${element}>${escapeXml(value)}</${element}>`);
}

function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw new TypeError('The body is not valid JSON.');
  }
}
