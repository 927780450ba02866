/** The parcels of the tracking routine at the sandbox. */
import { textOf, type JsonObject } from '../carriers/shared/json-value';
import { runWorkflow } from '../engine';
import { eccangOrder } from '../sandbox/sample-orders';
import { expectEqual } from './report';
import type { Workspace } from './workspace';

export const CARRIER = 'huahan';

const HOUR_MS = 60 * 60_000;

/** @returns their numbers */
export async function createParcels(workspace: Workspace, count: number): Promise<string[]> {
  const items = Array.from({ length: count }, (_, index) => eccangOrder(`ROUTINE-${index + 1}`));
  const made = (await createOrders(workspace, CARRIER, items)).map(({ orderNumber }) => textOf(orderNumber) ?? '');
  expectEqual(new Set(made).size, count, 'parcels made');
  return made;
}

/**
 * Orders at the sandbox, made by the headless runner one after the other, so that their numbers are the same in every run.
 * @param items orders in the carrier's own form
 * @returns what the node gave out
 */
export async function createOrders(
  { credentials }: Workspace,
  node: string,
  items: readonly JsonObject[],
  operation = 'create',
): Promise<JsonObject[]> {
  const options = { concurrency: 1 };
  const nodes = [
    { name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
    {
      name: 'Create',
      type: `n8n-nodes-crossborder.${node}`,
      parameters: { resource: 'order', operation, inputMode: 'json', body: '={{ $json }}', options },
    },
  ];
  const connections = { Start: { main: [[{ node: 'Create', type: 'main', index: 0 }]] } };
  const { result } = await runWorkflow({ workflow: { nodes, connections }, items, credentials });
  return (result.nodes['Create']?.outputs[0] ?? []).map(({ json }) => json);
}

/** A new event of a parcel for the sandbox, an hour before now or some days more. */
export function eventOf(
  number: string,
  { daysAgo = 0, code = 'AF', text }: { daysAgo?: number; code?: string; text: string },
) {
  const inChina = new Date(Date.now() + 7 * HOUR_MS - daysAgo * 24 * HOUR_MS);
  return { carrier: CARRIER, number, time: `${inChina.toISOString().slice(0, 19)}+08:00`, code, text };
}
