import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { signEnvelope } from '../carriers/eccang';
import { addressOf, fieldOf } from './http-request';

/** n8n's own HTTP Request node, made a call of the Eccang family: POST of an envelope with the credentials in it. */
export function signRequest(
  credentials: ICredentialDataDecryptedObject,
  request: IHttpRequestOptions,
): IHttpRequestOptions {
  return {
    ...request,
    method: 'POST',
    headers: { ...request.headers, 'Content-Type': 'application/xml' },
    body: signEnvelope(addressOf(request), request.body, {
      baseUrl: fieldOf(credentials, 'baseUrl'),
      appToken: fieldOf(credentials, 'appToken'),
      appKey: fieldOf(credentials, 'appKey'),
    }),
    json: false,
  };
}
