import type {
  Icon,
  ICredentialDataDecryptedObject,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { signRequest } from './eccang-family';

export class EccangTmsApi implements ICredentialType {
  name = 'eccangTmsApi';

  displayName = 'Eccang TMS API';

  icon: Icon = { light: 'file:../nodes/EccangTms/eccangTms.svg', dark: 'file:../nodes/EccangTms/eccangTms.dark.svg' };

  documentationUrl = 'https://github.com/n8n-nodes-crossborder/n8n-nodes-crossborder#credentials';

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. http://tms.example.com',
      description:
        "Your carrier's own host; every carrier that runs Eccang TMS has one. A pasted WSDL or web-service address works too.",
    },
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

  /** For the HTTP Request node: see `signEnvelope` for the two forms of the body. */
  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    requestOptions: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> {
    return Promise.resolve(signRequest(credentials, requestOptions));
  }
}
