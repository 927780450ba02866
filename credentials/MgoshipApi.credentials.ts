import type {
  Icon,
  ICredentialDataDecryptedObject,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { credentialsOf, ENVIRONMENTS, signCall } from '../carriers/mgoship';
import { addressOf, headersWithout, NO_REDIRECTS } from './http-request';
import { ignoreSslIssues } from './ignore-ssl-issues';
import { labelHosts } from './label-hosts';
import { orderDefaults } from './order-defaults';

export class MgoshipApi implements ICredentialType {
  name = 'mgoshipApi';

  displayName = 'Mgoship API';

  icon: Icon = { light: 'file:../nodes/Mgoship/mgoship.svg', dark: 'file:../nodes/Mgoship/mgoship.dark.svg' };

  documentationUrl =
    'https://github.com/n8n-nodes-crossborder/n8n-nodes-crossborder/blob/main/docs/carriers/mgoship.md#credential';

  properties: INodeProperties[] = [
    {
      displayName: 'Environment',
      name: 'environment',
      type: 'options',
      options: [
        { name: 'Custom', value: 'custom', description: 'Your own address, e.g. with https or a sandbox' },
        { name: 'Production', value: 'production', description: ENVIRONMENTS.production },
        { name: 'Test', value: 'test', description: `${ENVIRONMENTS.test} (not documented for FBA orders)` },
      ],
      default: 'production',
      description: 'Where to send the calls. Production and Test are plain http: data travels unencrypted.',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      displayOptions: { show: { environment: ['custom'] } },
      default: '',
      placeholder: 'e.g. https://www.example.com/api.php',
      description: 'Full address of the API, up to api.php',
    },
    {
      displayName: 'App ID',
      name: 'appId',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. M10001',
      description: 'Your account identifier at Mgoship (appid)',
    },
    {
      displayName: 'Secret',
      name: 'appSecret',
      type: 'string',
      typeOptions: { password: true },
      required: true,
      default: '',
      description: 'The key that requests are signed with, from Mgoship',
    },
    {
      displayName: 'Version',
      name: 'version',
      type: 'string',
      required: true,
      default: '1.0',
      description: 'What every call says of the API: 1.0 in all samples of the manual (version)',
    },
    {
      displayName: 'Signature Template',
      name: 'signatureTemplate',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. {appId}{paramsSorted}{secret} - an example, not the rule',
      description:
        "The text that Mgoship's manual tells you to sign (签名), with {appId}, {secret}, {version}, {module}, {action} and one of {params}, {paramsSorted}, {paramsEscaped}, {paramsSortedEscaped}. There is no default, because the rule is not known to this node.",
      hint: 'params is the compact JSON that is sent; Sorted has its keys sorted at every level; Escaped is as PHP writes it, with \\u escapes and \\/. "npm run --silent mgoship-signature" tries a rule on a sample.',
    },
    {
      displayName: 'Signature Algorithm',
      name: 'signatureAlgorithm',
      type: 'options',
      options: [
        { name: 'HMAC-MD5', value: 'hmacMd5' },
        { name: 'HMAC-SHA1', value: 'hmacSha1' },
        { name: 'HMAC-SHA256', value: 'hmacSha256' },
        { name: 'MD5', value: 'md5' },
        { name: 'SHA-1', value: 'sha1' },
        { name: 'SHA-256', value: 'sha256' },
      ],
      default: 'sha1',
      description:
        'Hash of the text. The sample signatures have 40 characters, which fits SHA-1 and HMAC-SHA1; no page held names it. HMAC takes the secret as its key.',
    },
    {
      displayName: 'Signature Case',
      name: 'signatureCase',
      type: 'options',
      options: [
        { name: 'Lower', value: 'lower' },
        { name: 'Upper', value: 'upper', description: 'As in all sample signatures' },
      ],
      default: 'upper',
      description: 'Letters of the hexadecimal signature',
    },
    labelHosts,
    ignoreSslIssues,
    ...orderDefaults({ sender: [], service: { called: 'Channel', example: '2' } }),
  ];

  /**
   * For the HTTP Request node: POST to …/api.php?op=storage&mod=…&action=… with the body { "params": { … } }. Redirects
   * are not followed: the signed body is for this host only.
   */
  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    request: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> {
    const { qs, ...rest } = request;
    delete rest.baseURL;
    const { url, body } = signCall(
      { url: withOperation(addressOf(request), qs), body: request.body },
      credentialsOf(credentials),
    );
    return Promise.resolve({
      ...rest,
      method: 'POST',
      url,
      ...('uri' in request ? { uri: url } : {}),
      ...NO_REDIRECTS,
      headers: { ...headersWithout(request, ['content-type']), 'Content-Type': 'application/json; charset=utf-8' },
      body,
      json: false,
    });
  }
}

/** The HTTP Request node may hold the operation in the address or among the query parameters. */
function withOperation(address: string, query: IHttpRequestOptions['qs']): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const name of ['mod', 'action']) {
    const value: unknown = query?.[name];
    if (typeof value === 'string') url.searchParams.set(name, value);
  }
  return url.href;
}
