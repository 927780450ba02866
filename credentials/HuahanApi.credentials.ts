import type {
  Icon,
  ICredentialDataDecryptedObject,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { HUAHAN_BASE_URL } from '../carriers/huahan';
import { signRequest } from './eccang-family';

export class HuahanApi implements ICredentialType {
  name = 'huahanApi';

  displayName = 'Huahan Logistics API';

  icon: Icon = { light: 'file:../nodes/Huahan/huahan.svg', dark: 'file:../nodes/Huahan/huahan.dark.svg' };

  documentationUrl = 'https://github.com/n8n-nodes-crossborder/n8n-nodes-crossborder#credentials';

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      required: true,
      default: HUAHAN_BASE_URL,
      placeholder: 'e.g. http://api.hh-exp.com',
      description: 'The address of Huahan. It is plain http: the credentials travel unencrypted.',
    },
    {
      displayName: 'App Token',
      name: 'appToken',
      type: 'string',
      typeOptions: { password: true },
      required: true,
      default: '',
      description: "The API account, from Huahan's customer portal",
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

  /** For the HTTP Request node: see `signEnvelope` for the two forms of the body. */
  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    requestOptions: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> {
    return Promise.resolve(signRequest(credentials, requestOptions));
  }
}
