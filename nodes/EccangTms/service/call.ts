import type { INodeProperties } from 'n8n-workflow';
import { CONTAINERS, type EccangClient } from '../../../carriers/eccang';
import { perItem } from '../../shared/operation';

const service: INodeProperties = {
  displayName: 'Service',
  name: 'service',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. getPrintTemplateName',
  description: "Name of the method, as the carrier's manual writes it; upper and lower case matter (接口方法)",
};

const body: INodeProperties = {
  displayName: 'Body',
  name: 'body',
  type: 'json',
  default: '{}',
  placeholder: 'e.g. {"reference_no": "SHOP-10023"}',
  description: "The method's own parameters (paramsJson), an object or a list",
};

/** Methods that only read, by the vendor's way of naming them (`eccang.md` 3); all others may change something. */
const READS = /^(get|batchGet|check|feeTrail|addressValidate)/;

export const callService = perItem<EccangClient, { service: string; params: unknown }>({
  description: {
    name: 'Call',
    value: 'call',
    action: 'Call a service',
    description: 'Call any other method of the API with the credential of this node (callService)',
    properties: [service, body],
  },
  read: (parameters) => ({
    service: parameters.text('service', 'Service'),
    params: parameters.json('body', 'Body') ?? {},
  }),
  send: async (client, request) => ({
    json: await client.call(request.service, request.params, {
      intent: READS.test(request.service) ? 'read' : 'write',
      answersIn: CONTAINERS,
    }),
  }),
});
