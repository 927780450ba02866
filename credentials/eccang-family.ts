import type { ICredentialDataDecryptedObject, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';
import { credentialsOf, signEnvelope } from '../carriers/eccang';
import { addressOf, headersWithout, NO_REDIRECTS } from './http-request';

/** The pair that every installation issues, and where its labels may come from. */
export const accountFields: INodeProperties[] = [
  {
    displayName: 'App Token',
    name: 'appToken',
    type: 'string',
    typeOptions: { password: true },
    required: true,
    default: '',
    description: "The API account, from your carrier's customer portal (API settings)",
  },
  {
    displayName: 'App Key',
    name: 'appKey',
    type: 'string',
    typeOptions: { password: true },
    required: true,
    default: '',
    description: 'The API password, from the same place',
  },
  {
    displayName: 'Label Hosts',
    name: 'labelHosts',
    type: 'string',
    default: '',
    placeholder: 'e.g. labels.example.com',
    description: "Hosts besides the carrier's own from which labels may be downloaded, separated by commas",
  },
];

/**
 * n8n's own HTTP Request node, made a call of the Eccang family: POST of an envelope with the credentials in it. Redirects
 * are not followed: 307 would send the envelope on.
 */
export function signRequest(
  credentials: ICredentialDataDecryptedObject,
  request: IHttpRequestOptions,
): IHttpRequestOptions {
  return {
    ...request,
    ...NO_REDIRECTS,
    method: 'POST',
    headers: { ...headersWithout(request, ['content-type']), 'Content-Type': 'application/xml' },
    body: signEnvelope(addressOf(request), request.body, credentialsOf(credentials)),
    json: false,
  };
}
