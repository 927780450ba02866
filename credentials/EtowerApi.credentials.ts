import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { etowerCredentialsOf, signIntegrationRequest } from '../carriers/etower';
import { SENDER_PARTS } from '#carriers/shared/order-defaults';
import { signing } from './etower-request';
import { ignoreSslIssues } from './ignore-ssl-issues';
import { labelHosts } from './label-hosts';
import { orderDefaults } from './order-defaults';

export class EtowerApi implements ICredentialType {
  name = 'etowerApi';

  displayName = 'eTower Integration API';

  icon: Icon = { light: 'file:../nodes/Etower/etower.svg', dark: 'file:../nodes/Etower/etower.dark.svg' };

  documentationUrl =
    'https://github.com/n8n-nodes-crossborder/n8n-nodes-crossborder/blob/main/docs/carriers/etower.md#credential';

  properties: INodeProperties[] = [
    {
      displayName: 'Region',
      name: 'region',
      type: 'options',
      options: [
        { name: 'Australia', value: 'au', description: 'https://au.etowertech.com' },
        { name: 'China', value: 'cn', description: 'https://cn.etowertech.com' },
        { name: 'Custom', value: 'custom', description: 'Another host of eTower, by its Base URL' },
        { name: 'QA (Test)', value: 'qa', description: 'http://qa.etowertech.com, unencrypted' },
        { name: 'USA', value: 'us', description: 'https://us.etowertech.com' },
      ],
      default: 'cn',
      description: 'Host that your logistics provider opened your account on. Token and key belong to one host.',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      required: true,
      displayOptions: { show: { region: ['custom'] } },
      default: '',
      placeholder: 'e.g. https://cn.etowertech.com',
      description:
        'Scheme and host; http and https are signed differently. A pasted address of the API or the portal works too.',
    },
    {
      displayName: 'Token',
      name: 'token',
      type: 'string',
      typeOptions: { password: true },
      required: true,
      default: '',
      description: 'API token (access key) of your shipper account, from your logistics provider',
    },
    {
      displayName: 'Key',
      name: 'key',
      type: 'string',
      typeOptions: { password: true },
      required: true,
      default: '',
      description: 'API key (secret key) that requests are signed with, from the same place',
    },
    labelHosts,
    ignoreSslIssues,
    ...orderDefaults({
      sender: SENDER_PARTS,
      service: { called: 'Service', example: 'UBI.AU2AU.AUPOST.1' },
      currency: true,
      origin: true,
    }),
  ];

  /** For the HTTP Request node: signs method, date and the address with its query, which is sent as it was signed. */
  authenticate = signing((method, url, credentials) =>
    signIntegrationRequest(method, url, etowerCredentialsOf(credentials)),
  );
}
