/** What people would pick instead of this package, as steps of a workflow. `CARRIER` stands for the address of the stub. */
import type { Step } from '../engine/chain';
import { CALLS } from './calls';
import type { CallName } from './case';

export const HTTP_REQUEST = 'n8n-nodes-base.httpRequest';
export const LOOP = 'bench.loop';

/** n8n's HTTP Request node. As it comes it sends all at once; in batches it starts so many every so many milliseconds. */
export function httpRequest(name: CallName, batch?: { size: number; everyMs: number }): Step {
  const { method, path, type, body } = CALLS[name];
  const batching = batch ? { batching: { batch: { batchSize: batch.size, batchInterval: batch.everyMs } } } : {};
  return {
    name: 'HTTP Request',
    type: HTTP_REQUEST,
    parameters: {
      method,
      url: `CARRIER${path}`,
      sendBody: true,
      contentType: 'raw',
      rawContentType: type,
      body: `=${body.replace('NUMBER', '{{ $json.number }}')}`,
      options: batching,
    },
    settings: { typeVersion: 4.2 },
  };
}

/** As community nodes are written: one item after the other, by `this.helpers.httpRequest`. */
export function loop(...calls: readonly CallName[]): Step {
  return { name: 'Loop', type: LOOP, parameters: { calls: calls.join(), url: 'CARRIER' } };
}
