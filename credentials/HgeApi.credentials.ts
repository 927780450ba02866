import type {
  Icon,
  ICredentialDataDecryptedObject,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { credentialsOf, signRequest } from '../carriers/hge';
import { SENDER_PARTS } from '#carriers/shared/order-defaults';
import { addressOf, headersWithout, NO_REDIRECTS } from './http-request';
import { ignoreSslIssues } from './ignore-ssl-issues';
import { orderDefaults } from './order-defaults';

export class HgeApi implements ICredentialType {
  name = 'hgeApi';

  displayName = 'HGE (Hanjin) API';

  icon: Icon = { light: 'file:../nodes/Hge/hge.svg', dark: 'file:../nodes/Hge/hge.dark.svg' };

  documentationUrl =
    'https://github.com/n8n-nodes-crossborder/n8n-nodes-crossborder/blob/main/docs/carriers/hge.md#credential';

  properties: INodeProperties[] = [
    {
      displayName: 'Environment',
      name: 'environment',
      type: 'options',
      options: [
        { name: 'Custom', value: 'custom', description: 'An address of your own, such as a gateway' },
        { name: 'Production', value: 'production', description: '线上环境: oms.hanjinexp.com' },
        { name: 'Test', value: 'test', description: '测试环境: test-oms.hanjinexp.com' },
      ],
      default: 'test',
      description: 'Which system of HGE is called. Key, secret and token belong to one of them.',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      required: true,
      displayOptions: { show: { environment: ['custom'] } },
      default: '',
      placeholder: 'e.g. https://oms.example.com/openapi/customer/',
      description: 'Address up to and including /openapi/customer/',
    },
    {
      displayName: 'API Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      required: true,
      default: '',
      description: 'The api_key that HGE gave you',
    },
    {
      displayName: 'API Secret',
      name: 'apiSecret',
      type: 'string',
      typeOptions: { password: true },
      required: true,
      default: '',
      description: 'The api_secret. It is never sent: only the signature made with it.',
    },
    {
      displayName: 'API Token',
      name: 'apiToken',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description:
        'The token for the header api-token, as Get Token (获取Token) returns it. How long it is valid is not documented; leave it empty only to fetch it.',
    },
    {
      displayName: 'Language',
      name: 'language',
      type: 'options',
      options: [
        { name: 'Chinese', value: 'zh' },
        { name: 'English', value: 'en' },
        { name: 'Korean', value: 'ko' },
        { name: 'Vietnamese', value: 'vi' },
      ],
      default: 'en',
      description: 'In which HGE writes its answers (accept-language)',
    },
    {
      displayName: 'Also Send Authorization Header',
      name: 'sendBearer',
      type: 'boolean',
      default: false,
      description:
        "Whether to send the token as Authorization: Bearer as well. The two parts of HGE's manual disagree: turn this on when HGE answers 401 although key, secret and token are right.",
    },
    ignoreSslIssues,
    ...orderDefaults({
      sender: SENDER_PARTS,
      service: { called: 'Service', example: 'P10006' },
      currency: true,
      ioss: true,
    }),
  ];

  /**
   * For the HTTP Request node: adds the signed headers. The body goes out as the very text that was signed, and
   * redirects are not followed, because they would carry the token elsewhere and 301 is an answer of HGE's own.
   */
  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    requestOptions: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> {
    const { body: content, ...request } = requestOptions;
    const unsigned = request.method === undefined || request.method === 'GET' ? undefined : content;
    const { headers, body } = signRequest(addressOf(requestOptions), unsigned, credentialsOf(credentials));
    return {
      ...request,
      ...NO_REDIRECTS,
      headers: { ...headersWithout(requestOptions, SIGNED_HEADERS), ...headers },
      ...(body === '' ? {} : { body }),
    };
  }
}

const SIGNED_HEADERS = ['content-type', 'accept-language', 'api_key', 'api-token', 'timestamp', 'signature'];
