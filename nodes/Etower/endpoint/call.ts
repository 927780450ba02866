import type { INodeProperties } from 'n8n-workflow';
import { callEndpoint, type ApiRequest, type EtowerClient } from '../../../carriers/etower';
import { isObject } from '#carriers/shared/json-value';
import { CALLS_ANYTHING } from '#nodes/shared/hints';
import { perItem } from '#nodes/shared/operation';
import { body, path } from '../fields/endpoint';

const METHODS = ['DELETE', 'GET', 'POST', 'PUT'] as const;

const method: INodeProperties = {
  displayName: 'Method',
  name: 'method',
  type: 'options',
  options: METHODS.map((name) => ({ name, value: name })),
  default: 'POST',
  description: 'Method of HTTP, as the manual writes it (请求方式)',
};

export const callAnyEndpoint = perItem<EtowerClient, ApiRequest>({
  description: {
    name: 'Call',
    value: 'call',
    action: 'Call endpoint',
    description: 'Call any other endpoint of the integration API with the credential of this node',
    writes: true,
    warning: CALLS_ANYTHING,
    harmless: '$parameter["method"] === "GET"',
    properties: [method, path, body],
  },
  read: (parameters) => {
    const asked = parameters.text('method');
    const known = METHODS.find((name) => name === asked);
    if (!known) throw parameters.problem('Method is none of DELETE, GET, POST, PUT', 'Choose one of the list.');
    const target = parameters.text('path');
    // Anything else could lead the signed request to another host.
    if (!/^\/(?!\/)/.test(target) || /\\|#|\s/.test(target)) {
      throw parameters.problem('Path is no path of the API', 'Write it from the slash, e.g. /services/shipper/orders.');
    }
    const content = known === 'POST' || known === 'PUT' ? parameters.json('body') : undefined;
    return { method: known, path: target, ...(content === undefined ? {} : { body: content }) };
  },
  send: async (client, request) => {
    const reply = await callEndpoint(client, request);
    return { json: isObject(reply) ? reply : { data: reply } };
  },
});
