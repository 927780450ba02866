import { createHash } from 'node:crypto';
import { keyIn, ownAddress, writable } from '#carriers/shared/account';
import { baseUrlOf, type HgeCredentials } from './account';

/**
 * Lower-case hex MD5 of key, secret, time and body, one after the other (`hge.md` 2.2). The hash that the guide prints
 * beside its example is not that of its own input (2.3); the rule is.
 * @param timestamp Unix time in seconds
 * @param body the text that is sent, hashed as UTF-8; '' when none is
 */
export function signatureOf(apiKey: string, apiSecret: string, timestamp: string, body: string): string {
  return createHash('md5')
    .update(apiKey + apiSecret + timestamp + body, 'utf8')
    .digest('hex');
}

/** `signature` covers the time and the body. Whoever has it may send both again: for how long HGE takes them is not stated. */
type SignedHeaders = Record<string, string> & { signature: string };

/**
 * The headers of the usage guide's table (`hge.md` 2.1) for one attempt to send `body`.
 * @param now milliseconds since 1970
 * @throws TypeError when key or secret is missing, CarrierError when one of them or the token cannot be used
 */
export function signedHeaders(credentials: HgeCredentials, body: string, now = Date.now()): SignedHeaders {
  const [apiKey, apiSecret, token] = secretsOf(credentials);
  if (apiKey === '' || apiSecret === '') {
    throw new TypeError('API Key and API Secret in the credential must both be filled in.');
  }
  const timestamp = String(Math.floor(now / 1000));
  return {
    api_key: apiKey,
    timestamp,
    signature: signatureOf(apiKey, apiSecret, timestamp, body),
    ...(token === '' ? {} : { 'api-token': token }),
    'accept-language': keyIn('Language', credentials.language),
    ...(body === '' ? {} : { 'Content-Type': 'application/json' }),
    ...(credentials.sendBearer && token !== '' ? { Authorization: `Bearer ${token}` } : {}),
  };
}

/** @throws CarrierError when one of them cannot be used */
export function secretsOf(credentials: HgeCredentials): [apiKey: string, apiSecret: string, apiToken: string] {
  const { apiKey, apiSecret, apiToken } = credentials;
  return [keyIn('API Key', apiKey), keyIn('API Secret', apiSecret), keyIn('API Token', apiToken)];
}

/**
 * Signs a request that somebody else sends, such as n8n's own HTTP Request node.
 * @param body JSON text or a value that is sent as JSON; absent for GET, whose signature covers an empty text
 * (`hge.md` 2.2, inferred there)
 * @returns the text to send, which is what was signed: JSON without blanks between its parts, digits unchanged
 * @throws TypeError when the address is not HGE's, or the body is not JSON: the token is sent nowhere else
 */
export function signRequest(
  url: string,
  body: unknown,
  credentials: HgeCredentials,
): { headers: Record<string, string>; body: string } {
  const base = baseUrlOf(credentials);
  ownAddress(url, base, `an address below ${base.href}`);
  const text = textOfBody(body);
  return { headers: signedHeaders(credentials, text), body: text };
}

function textOfBody(body: unknown): string {
  if (body === undefined || body === null || body === '') return '';
  if (Buffer.isBuffer(body)) return compact(body.toString('utf8'));
  if (typeof body === 'string') return compact(body);
  if (Array.isArray(body) || isPlain(body)) return JSON.stringify(writable(body));
  throw new TypeError('The body must be JSON: HGE takes nothing else. Choose JSON or Raw as the body type.');
}

/** Not a form, a stream or another object with a class of its own. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Strings stay as they are, blanks between them go: the guide's body is compact (`hge.md` 2.2). */
function compact(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    throw new TypeError('The body is not valid JSON.');
  }
  let isInside = false;
  // Part by part: an expression for whole strings runs out of stack in a long one.
  return text.replace(/\\[\\"]|"|\s+/g, (part) => {
    if (part === '"') isInside = !isInside;
    return isInside || part.trim() !== '' ? part : '';
  });
}
