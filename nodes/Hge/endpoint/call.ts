import type { INodeProperties } from 'n8n-workflow';
import { endpointOf, type HgeClient, type HgeRequest } from '../../../carriers/hge';
import { textOf } from '#carriers/shared/json-value';
import { perItem } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';

const method: INodeProperties = {
  displayName: 'Method',
  name: 'method',
  type: 'options',
  options: [
    { name: 'GET', value: 'GET', description: 'Only Query Product Services (查询产品服务), as far as is known' },
    { name: 'POST', value: 'POST', description: 'All others' },
  ],
  default: 'POST',
  description: 'Method that your HGE manual gives for the endpoint',
};

const path: INodeProperties = {
  displayName: 'Path',
  name: 'path',
  type: 'string',
  required: true,
  default: '',
  placeholder: 'e.g. query_order/',
  description:
    'What follows /openapi/customer/ in your HGE manual. A slash at its end is part of it and is kept. Known to the public are order_create/, query_order/, scanform/ and manifest/ only.',
};

const body: INodeProperties = {
  displayName: 'Body',
  name: 'body',
  type: 'json',
  displayOptions: { show: { method: ['POST'] } },
  default: '{}',
  placeholder: 'e.g. {"num_type": 1, "num": "CS1298738912739131"}',
  description: "The endpoint's own parameters, an object or a list",
};

const query: INodeProperties = {
  displayName: 'Query',
  name: 'query',
  type: 'json',
  displayOptions: { show: { method: ['GET'] } },
  default: '{}',
  placeholder: 'e.g. {"name": "value"}',
  description: 'Parameters that go into the address, as an object of names and values',
};

const onlyReads: INodeProperties = {
  displayName: 'Only Reads',
  name: 'onlyReads',
  type: 'boolean',
  default: false,
  description:
    'Whether this endpoint changes nothing, so that it may be sent again when no answer came. Otherwise a POST is sent once.',
};

/** The one POST that is known to change nothing (`hge.md` 7.6). */
const READS: readonly string[] = ['query_order/'];

/** Everything else of the API: 18 operations are known by name only (`hge.md` 0). */
export const callEndpoint = perItem<HgeClient, HgeRequest & { intent: 'read' | 'write' }>({
  description: {
    name: 'Call',
    value: 'call',
    action: 'Call an endpoint',
    description: 'Call any other endpoint of your HGE manual, signed with the credential of this node',
    properties: [method, path, body, query],
    options: [onlyReads],
  },
  read: (parameters, client) => {
    const address = parameters.text('path');
    if (parameters.text('method') === 'GET') {
      return { method: 'GET', url: endpointOf(client.base, address, readQuery(parameters)), intent: 'read' };
    }
    const url = endpointOf(client.base, address);
    const reads = parameters.flag('options.onlyReads') || READS.some((known) => url.href === client.base.href + known);
    return { method: 'POST', url, body: parameters.json('body') ?? {}, intent: reads ? 'read' : 'write' };
  },
  send: async (client, { intent, ...request }) => ({ json: await client.call(request, { intent, anyForm: true }) }),
});

function readQuery(parameters: ItemParameters): [string, string][] {
  if (parameters.json('query') === undefined) return [];
  return Object.entries(parameters.object('query')).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => {
      const text = each === '' || each === null ? '' : textOf(each);
      if (text !== undefined) return [name, text];
      throw parameters.problem(`Query: ${name} is not text`, 'Values must be text, numbers, true or false.');
    }),
  );
}
