import { endpointOf, type HgeClient, type HgeRequest } from '../../../carriers/hge';
import { textOf } from '#carriers/shared/json-value';
import { CALLS_ANYTHING } from '#nodes/shared/hints';
import { perItem } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { body, method, onlyReads, path, query } from '../fields/endpoint';

/** The one POST that is known to change nothing (`hge.md` 7.6). */
const READS: readonly string[] = ['query_order/'];

/** Everything else of the API: 18 operations are known by name only (`hge.md` 0). */
export const callEndpoint = perItem<HgeClient, HgeRequest & { intent: 'read' | 'write' }>({
  description: {
    name: 'Call',
    value: 'call',
    action: 'Call endpoint',
    description: 'Call any other endpoint of your HGE manual, signed with the credential of this node',
    writes: true,
    warning: CALLS_ANYTHING,
    harmless: `$parameter["method"] === "GET" || $parameter["options"]?.["onlyReads"] === true || ${JSON.stringify(READS)}.includes($parameter["path"])`,
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
