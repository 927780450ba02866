/** The workflows that are run in queue mode: orders come in by webhook and are created, so that a second run ships nothing twice. */
import type { JsonObject } from '../carriers/shared/json-value';
import { eccangOrder, etowerOrder, hgeOrder, mgoshipParcelOrder } from '../sandbox/sample-orders';

export interface QueueRow {
  node: string;
  /** Name of the carrier at the sandbox. */
  carrier: string;
  credential: string;
  orderOf(reference: string): JsonObject;
  /** Resource that orders are created with. */
  resource: string;
  options?: JsonObject;
  /**
   * Parameters that look an order up before it is created. For a carrier that takes a second order with the same
   * reference: a run that is repeated must create only what is missing.
   */
  lookup?: JsonObject;
}

const RETURN_EXISTING = { ifReferenceExists: 'return' };

export const QUEUE_ROWS: readonly QueueRow[] = [
  {
    node: 'eccangTms',
    carrier: 'eccang',
    credential: 'eccangTmsApi',
    orderOf: eccangOrder,
    resource: 'order',
    options: RETURN_EXISTING,
  },
  {
    node: 'huahan',
    carrier: 'huahan',
    credential: 'huahanApi',
    orderOf: eccangOrder,
    resource: 'order',
    options: RETURN_EXISTING,
  },
  { node: 'hge', carrier: 'hge', credential: 'hgeApi', orderOf: hgeOrder, resource: 'order' },
  {
    node: 'etower',
    carrier: 'etower',
    credential: 'etowerApi',
    orderOf: etowerOrder,
    resource: 'order',
    options: RETURN_EXISTING,
  },
  {
    node: 'mgoship',
    carrier: 'mgoship',
    credential: 'mgoshipApi',
    orderOf: mgoshipParcelOrder,
    resource: 'parcelOrder',
    lookup: { operation: 'get', numberType: 'customerno', number: '={{ $json.order.customerno }}' },
  },
];

/** Webhook → one item per order → (look up →) create. */
export function queueWorkflow(row: QueueRow, credentialId: string): JsonObject {
  const { node, credential, resource, options = {}, lookup } = row;
  const ofCarrier = (name: string, position: number, parameters: JsonObject, onError: string) => ({
    ...workflowNode(name, `n8n-nodes-crossborder.${node}`, 1, position, { resource, ...parameters }),
    onError,
    credentials: { [credential]: { id: credentialId, name: credential } },
  });
  const body = lookup ? "={{ $('Orders').item.json }}" : '={{ $json }}';
  const create = { operation: 'create', inputMode: 'json', body, options };
  const nodes = [
    workflowNode('Webhook', 'n8n-nodes-base.webhook', 2, 0, {
      httpMethod: 'POST',
      path: `ship-${node}`,
      responseMode: 'onReceived',
      options: {},
    }),
    workflowNode('Orders', 'n8n-nodes-base.splitOut', 1, 1, { fieldToSplitOut: 'body.orders', options: {} }),
    ...(lookup ? [ofCarrier('Look Up', 2, lookup, 'continueErrorOutput')] : []),
    ofCarrier('Create', 3, create, 'continueRegularOutput'),
  ];
  const to = (name: string) => [{ node: name, type: 'main', index: 0 }];
  return {
    name: `Ship with ${node}`,
    nodes: nodes.map((each) => (each.name === 'Webhook' ? { ...each, webhookId: `ship-${node}` } : each)),
    connections: {
      Webhook: { main: [to('Orders')] },
      Orders: { main: [to(lookup ? 'Look Up' : 'Create')] },
      // Found orders need nothing; those that are not found go to the error output.
      ...(lookup ? { 'Look Up': { main: [[], to('Create')] } } : {}),
    },
    settings: { executionOrder: 'v1' },
  };
}

/** Own parameters of the node, at a place on the canvas by its column. */
function workflowNode(name: string, type: string, typeVersion: number, column: number, parameters: JsonObject) {
  return { id: name, name, type, typeVersion, position: [220 * column, 0], parameters };
}
