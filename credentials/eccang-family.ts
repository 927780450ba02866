import type { ICredentialDataDecryptedObject, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';
import { credentialsOf, signEnvelope } from '../carriers/eccang';
import { addressOf, headersWithout, NO_REDIRECTS } from './http-request';
import { ignoreSslIssues } from './ignore-ssl-issues';
import { labelHosts } from './label-hosts';

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
  labelHosts,
  ignoreSslIssues,
];

/**
 * n8n's own HTTP Request node, made a call of the Eccang family: POST of an envelope with the credentials in it. Redirects
 * are not followed: 307 would send the envelope on.
 */
export async function signRequest(
  credentials: ICredentialDataDecryptedObject,
  request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
  return {
    ...request,
    ...NO_REDIRECTS,
    method: 'POST',
    headers: { ...headersWithout(request, ['content-type']), 'Content-Type': 'application/xml' },
    body: signEnvelope(addressOf(request), request.body, credentialsOf(credentials)),
    json: false,
  };
}
