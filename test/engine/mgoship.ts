import sandboxCredentials from '../../examples/credentials.sandbox.json';
import { objectOf } from '../../carriers/json-value';
import type { Credentials, OutputItem, WorkflowRun } from '../../engine';
import type { Sandbox } from '../../sandbox/server';
import type { Step } from './workflow';

/** The sandbox's credential, pointed at the sandbox of this test. */
export function mgoshipCredentials({ url }: Sandbox, changes: Record<string, string> = {}): Credentials {
  const baseUrl = `${url}/mgoship/api.php`;
  return { mgoshipApi: { ...sandboxCredentials.mgoshipApi, baseUrl, ...changes } };
}

export function mgoshipStep(
  name: string,
  resource: string,
  operation: string,
  parameters: Record<string, unknown> = {},
  settings: Record<string, unknown> = {},
): Step {
  return { name, type: 'n8n-nodes-crossborder.mgoship', parameters: { resource, operation, ...parameters }, settings };
}

/** Params of add_tms_order that the stand-in accepts, with ASCII and Japanese text. */
export function parcelOrder(customerno: string, order: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    consignee: {
      address: '秋田市見本町1-2-3 "A/B"',
      name: '山田 太郎',
      phone: '0180000000',
      postcode: '010-0001',
      region: '秋田県',
    },
    declare: [{ cnname: '耳机', enname: 'EARPHONE', qty: 1, unitprice: 4500 }],
    order: { channel: 1, customerno, weight: 0.585, ...order },
  };
}

export function outputsOf({ result }: WorkflowRun, node: string, output = 0): OutputItem[] {
  return result.nodes[node]?.outputs[output] ?? [];
}

export function jsonOf(run: WorkflowRun, node: string, output = 0): Record<string, unknown>[] {
  return outputsOf(run, node, output).map(({ json }) => json);
}

export function pairsOf(run: WorkflowRun, node: string, output = 0): unknown[] {
  return outputsOf(run, node, output).map(({ pairedItem }) => pairedItem);
}

/** What the sandbox counted for Mgoship. */
export async function statsOf({ url }: Sandbox): Promise<Record<string, unknown>> {
  const stats: unknown = await (await fetch(`${url}/_control/stats`)).json();
  return objectOf(objectOf(stats)['mgoship']);
}

export async function ordersAt({ url }: Sandbox): Promise<Record<string, unknown>[]> {
  const state: unknown = await (await fetch(`${url}/_control/state`)).json();
  const { orders } = objectOf(objectOf(state)['mgoship']);
  return Array.isArray(orders) ? orders.map(objectOf) : [];
}

export async function control({ url }: Sandbox, what: string, body: unknown = {}): Promise<void> {
  const reply = await fetch(`${url}/_control/${what}`, { method: 'POST', body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`The sandbox refused ${what}: ${await reply.text()}`);
}
