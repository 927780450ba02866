import type { INodeProperties } from 'n8n-workflow';
import type { JsonObject } from '#carriers/shared/json-value';
import type { MgoshipClient } from '../../../carriers/mgoship';
import { perItem } from '#nodes/shared/operation';

const moduleName: INodeProperties = {
  displayName: 'Module',
  name: 'module',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. stock',
  description: "Name of the module, as the carrier's manual writes it (mod)",
};

const actionName: INodeProperties = {
  displayName: 'Action',
  name: 'action',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. get_stock_log',
  description: "Name of the action, as the carrier's manual writes it (action)",
};

const body: INodeProperties = {
  displayName: 'Body',
  name: 'body',
  type: 'json',
  default: '{}',
  placeholder: 'e.g. {"sku": "SKU-001", "page": "1", "limit": "20"}',
  description:
    "The action's own parameters (params). They are sent in the form of the samples: numbers as text, keys in alphabetical order. appid, sign and version are added.",
};

/** Actions that only read, by the carrier's way of naming them (`mgoship.md`); all others may change something. */
const READS = /^(get|cal)_/;

export const callEndpoint = perItem<MgoshipClient, { module: string; action: string; params: JsonObject }>({
  description: {
    name: 'Call',
    value: 'call',
    action: 'Call an endpoint',
    description: 'Call any other action of the API with the credential of this node',
    properties: [moduleName, actionName, body],
  },
  read: (parameters) => ({
    module: parameters.text('module'),
    action: parameters.text('action'),
    params: parameters.object('body'),
  }),
  send: async (client, { params, ...operation }) => ({
    json: await client.call(operation, params, { intent: READS.test(operation.action) ? 'read' : 'write' }),
  }),
});
