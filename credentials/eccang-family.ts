import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { signEnvelope } from '../carriers/eccang';

/** n8n's own HTTP Request node, made a call of the Eccang family: POST of an envelope with the credentials in it. */
export function signRequest(
  credentials: ICredentialDataDecryptedObject,
  request: IHttpRequestOptions,
): IHttpRequestOptions {
  const field = (name: string): string => {
    const value = credentials[name];
    return typeof value === 'string' ? value : '';
  };
  const url = request.baseURL === undefined ? request.url : new URL(request.url, request.baseURL).href;
  return {
    ...request,
    method: 'POST',
    headers: { ...request.headers, 'Content-Type': 'application/xml' },
    body: signEnvelope(url, request.body, {
      baseUrl: field('baseUrl'),
      appToken: field('appToken'),
      appKey: field('appKey'),
    }),
    json: false,
  };
}
