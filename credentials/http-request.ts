import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

/**
 * The whole address of a request that is to be signed. The HTTP Request node hands over the options of n8n's older
 * request helper, which has the address in `uri`; nodes that call the newer helper have it in `url`.
 */
export function addressOf(request: IHttpRequestOptions): string {
  const address = 'uri' in request ? String(request.uri) : request.url;
  return request.baseURL !== undefined && URL.canParse(address, request.baseURL)
    ? new URL(address, request.baseURL).href
    : address;
}

/** A redirect would carry the secret elsewhere; in the terms of n8n's newer and older request helper. */
export const NO_REDIRECTS = { disableFollowRedirect: true, followRedirect: false, followAllRedirects: false };

/** The headers of a request without those that will be written anew, in whatever case the node had them. */
export function headersWithout(request: IHttpRequestOptions, names: readonly string[]): IDataObject {
  return Object.fromEntries(
    Object.entries(request.headers ?? {}).filter(([name]) => !names.includes(name.toLowerCase())),
  );
}
