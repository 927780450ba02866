import type { IHttpRequestOptions } from 'n8n-workflow';
import { addressOf, NO_REDIRECTS } from './http-request';

interface Signed {
  url: string;
  headers: Record<string, string>;
}

/**
 * n8n's own HTTP Request node, made a call of eTower: the address is sent as `sign` gave it, query included. Redirects are
 * not followed.
 */
export function signRequest(
  request: IHttpRequestOptions,
  sign: (method: string, url: string) => Signed,
): IHttpRequestOptions {
  const { url, headers } = sign(request.method ?? 'GET', withQuery(request));
  return { ...request, ...NO_REDIRECTS, url, qs: {}, headers: { ...request.headers, ...headers } };
}

/** The address with its query in it. An address that cannot be read is for `sign` to refuse. */
function withQuery(request: IHttpRequestOptions): string {
  const address = addressOf(request);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  for (const [name, value] of Object.entries(request.qs ?? {})) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    for (const each of values) if (isScalar(each)) url?.searchParams.append(name, String(each));
  }
  return url?.href ?? address;
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
