/** The parcels of the tracking routine at the sandbox. */
import { textOf } from '../carriers/shared/json-value';
import { runWorkflow } from '../engine';
import { eccangOrder } from '../sandbox/sample-orders';
import { expectEqual } from './report';
import type { Workspace } from './workspace';

export const CARRIER = 'huahan';

const HOUR_MS = 60 * 60_000;

/** @returns their numbers */
export async function createParcels({ credentials }: Workspace, count: number): Promise<string[]> {
  const nodes = [
    { name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
    {
      name: 'Create',
      type: 'n8n-nodes-crossborder.huahan',
      parameters: { resource: 'order', operation: 'create', inputMode: 'json', body: '={{ $json }}', options: {} },
    },
  ];
  const connections = { Start: { main: [[{ node: 'Create', type: 'main', index: 0 }]] } };
  const items = Array.from({ length: count }, (_, index) => eccangOrder(`ROUTINE-${index + 1}`));
  const { result } = await runWorkflow({ workflow: { nodes, connections }, items, credentials });
  const made = (result.nodes['Create']?.outputs[0] ?? []).map(({ json }) => textOf(json['orderNumber']) ?? '');
  expectEqual(new Set(made).size, count, 'parcels made');
  return made;
}

/** A new event of a parcel for the sandbox, an hour before now or some days more. */
export function eventOf(
  number: string,
  { daysAgo = 0, code = 'AF', text }: { daysAgo?: number; code?: string; text: string },
) {
  const inChina = new Date(Date.now() + 7 * HOUR_MS - daysAgo * 24 * HOUR_MS);
  return { carrier: CARRIER, number, time: `${inChina.toISOString().slice(0, 19)}+08:00`, code, text };
}
