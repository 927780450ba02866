import type { JsonObject } from '#carriers/shared/json-value';
import type { MgoshipClient } from '../../../carriers/mgoship';
import { CALLS_ANYTHING } from '#nodes/shared/hints';
import { perItem } from '#nodes/shared/operation';
import { actionName, body, moduleName } from '../fields/endpoint';

/** Actions that only read, by the carrier's way of naming them (`mgoship.md`); all others may change something. */
const READS = /^(get|cal)_/;

export const callEndpoint = perItem<MgoshipClient, { module: string; action: string; params: JsonObject }>({
  description: {
    name: 'Call',
    value: 'call',
    action: 'Call endpoint',
    description: 'Call any other action of the API with the credential of this node',
    writes: true,
    warning: CALLS_ANYTHING,
    harmless: `/${READS.source}/.test($parameter["action"])`,
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
