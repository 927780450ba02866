import { createHmac } from 'node:crypto';
import { ownAddress } from '#carriers/shared/account';
import { integrationBaseUrl, keysOf, type EtowerCredentials } from './account';

export interface SignedRequest {
  method: string;
  /** Absolute, exactly as it is sent. */
  url: string;
  /** RFC 1123 in GMT, e.g. `Thu, 04 Nov 2021 03:39:28 GMT`. */
  date: string;
  token: string;
  key: string;
}

/**
 * `WallTech <token>:<signature>` (`etower.md` B.2): Base64 of HMAC-SHA1 over method, date and absolute URL. The key counts
 * as text, the body is not signed.
 */
export function authorizationOf({ method, url, date, token, key }: SignedRequest): string {
  const signature = createHmac('sha1', key).update(`${method.toUpperCase()}\n${date}\n${url}`, 'utf8').digest('base64');
  return `WallTech ${token}:${signature}`;
}

/** Of an `Authorization`. Whoever has it may send another body in the same 15 minutes. */
export function signatureIn(authorization: string): string {
  return authorization.slice(authorization.lastIndexOf(':') + 1);
}

/**
 * The headers of one request, signed at `now` (milliseconds since 1970, on eTower's clock).
 * @throws CarrierError when token or key cannot be used
 */
export function signedHeaders(
  { method, url }: Pick<SignedRequest, 'method' | 'url'>,
  credentials: Pick<EtowerCredentials, 'token' | 'key'>,
  now: number,
): Record<string, string> & { Authorization: string } {
  const date = new Date(now).toUTCString();
  return {
    'X-WallTech-Date': date,
    Authorization: authorizationOf({ method, url, date, ...keysOf(credentials) }),
    Accept: 'application/json',
  };
}

/**
 * Signs a request that somebody else sends, such as n8n's own HTTP Request node.
 * @returns the URL to send, byte for byte the one that was signed, and the headers to add
 * @throws TypeError when the address is not that of the credential: the signature is sent nowhere else
 */
export function signIntegrationRequest(
  method: string,
  url: string,
  credentials: EtowerCredentials,
): { url: string; headers: Record<string, string> } {
  const target = ownAddress(url, new URL(integrationBaseUrl(credentials)), 'an address there');
  target.hash = '';
  return { url: target.href, headers: signedHeaders({ method, url: target.href }, credentials, Date.now()) };
}
