import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { HUAHAN_BASE_URL } from '../carriers/huahan';
import { accountFields, signRequest } from './eccang-family';
import { orderDefaults, senderBut } from './order-defaults';

export class HuahanApi implements ICredentialType {
  name = 'huahanApi';

  displayName = 'Huahan Logistics API';

  icon: Icon = { light: 'file:../nodes/Huahan/huahan.svg', dark: 'file:../nodes/Huahan/huahan.dark.svg' };

  documentationUrl =
    'https://github.com/n8n-nodes-crossborder/n8n-nodes-crossborder/blob/main/docs/carriers/huahan.md#credential';

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
    ...accountFields,
    ...orderDefaults({
      sender: senderBut('street2', 'street3', 'houseNumber', 'district'),
      // Workflows that leave the sender to the credential were saved with this country in the form.
      country: 'CN',
      service: { called: 'Product', example: 'PK0001' },
      currency: true,
      ioss: true,
    }),
  ];

  /** For the HTTP Request node: see `signEnvelope` for the two forms of the body. */
  authenticate = signRequest;
}
