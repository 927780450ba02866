import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { portalCredentialsOf, signPortalRequest } from '../carriers/etower';
import { signing } from './etower-request';
import { ignoreSslIssues } from './ignore-ssl-issues';

export class EtowerPortalApi implements ICredentialType {
  name = 'etowerPortalApi';

  displayName = 'eTower Portal API';

  icon: Icon = { light: 'file:../nodes/Etower/etower.svg', dark: 'file:../nodes/Etower/etower.dark.svg' };

  documentationUrl =
    'https://github.com/n8n-nodes-crossborder/n8n-nodes-crossborder/blob/main/docs/carriers/etower.md#credential';

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. https://tracking.example.com',
      description:
        "Scheme and host of your logistics provider's portal; every provider has its own. A pasted address works too.",
    },
    {
      displayName: 'Session ID',
      name: 'sessionId',
      type: 'string',
      typeOptions: { password: true },
      required: true,
      default: '',
      description:
        "The sessionId header of a logged-in portal session: log in, open the browser's developer tools, and copy it from any request. It expires; no way to log in by API is documented.",
    },
    {
      displayName: 'Language',
      name: 'language',
      type: 'options',
      options: [
        { name: 'Chinese (中文)', value: 'zh_CN' },
        { name: 'English', value: 'en_US' },
      ],
      default: 'en_US',
      description: "Language of the portal's messages",
    },
    ignoreSslIssues,
  ];

  /** For the HTTP Request node: adds the session to requests of the portal's own host. */
  authenticate = signing((_method, url, credentials) => signPortalRequest(url, portalCredentialsOf(credentials)));
}
