import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { accountFields, signRequest } from './eccang-family';
import { orderDefaults, senderBut } from './order-defaults';

export class EccangTmsApi implements ICredentialType {
  name = 'eccangTmsApi';

  displayName = 'Eccang TMS API';

  icon: Icon = { light: 'file:../nodes/EccangTms/eccangTms.svg', dark: 'file:../nodes/EccangTms/eccangTms.dark.svg' };

  documentationUrl =
    'https://github.com/n8n-nodes-crossborder/n8n-nodes-crossborder/blob/main/docs/carriers/eccang.md#credential';

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
    ...accountFields,
    ...orderDefaults({
      sender: senderBut('street2', 'street3', 'houseNumber'),
      service: { called: 'Product', example: 'PK0001' },
      currency: true,
      ioss: true,
    }),
  ];

  /** For the HTTP Request node: see `signEnvelope` for the two forms of the body. */
  authenticate = signRequest;
}
