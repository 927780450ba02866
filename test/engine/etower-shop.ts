import sandboxCredentials from '../../examples/credentials.sandbox.json';
import { objectOf } from '../../carriers/json-value';
import type { Credentials, OutputItem, WorkflowRun } from '../../engine';
import type { Sandbox } from '../../sandbox/server';
import type { Step } from './workflow';

/** The sandbox's eTower credentials, pointed at the sandbox of this test or at any other address. */
export function etowerCredentials(baseUrl: string, changes: Record<string, string> = {}): Credentials {
  const { etowerApi, etowerPortalApi } = sandboxCredentials;
  return {
    etowerApi: { ...etowerApi, baseUrl, ...changes },
    etowerPortalApi: { ...etowerPortalApi, baseUrl, ...changes },
  };
}

/** A step of the eTower node. */
export function etower(
  name: string,
  resource: string,
  operation: string,
  parameters: Record<string, unknown> = {},
  settings: Record<string, unknown> = {},
): Step {
  return { name, type: 'n8n-nodes-crossborder.etower', parameters: { resource, operation, ...parameters }, settings };
}

/** An order that the stand-in accepts: two items worth 6.23 together. */
export function order(reference: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    referenceNo: reference,
    country: 'AU',
    serviceCode: 'UBI.AU2AU.AUPOST.1',
    serviceOption: 'E-Parcel',
    facility: 'CAN',
    state: 'VICTORIA',
    city: 'Berwick',
    postcode: '3806',
    addressLine1: '3 Example Drive',
    recipientName: 'Jane Sample',
    phone: '0491570156',
    email: 'jane.sample@example.com',
    invoiceCurrency: 'USD',
    invoiceValue: 6.23,
    weightUnit: 'g',
    weight: 264,
    description: 'Dress and vest',
    nativeDescription: '连衣裙',
    orderItems: [
      { itemNo: '1', sku: 'SKU-1', description: 'Dress', originCountry: 'CN', itemCount: 1, unitValue: 3.87 },
      { itemNo: '2', sku: 'SKU-2', description: 'Vest', originCountry: 'CN', itemCount: 1, unitValue: 2.36 },
    ],
    ...changes,
  };
}

export function orders(count: number, prefix = 'REF'): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => order(`${prefix}-${index}`));
}

/** Order: Create in JSON mode. */
export function create(parameters: Record<string, unknown> = {}, settings: Record<string, unknown> = {}): Step {
  return etower('Create', 'order', 'create', { inputMode: 'json', body: '={{ $json }}', ...parameters }, settings);
}

export function outputs({ result }: WorkflowRun, node: string, output = 0): OutputItem[] {
  return result.nodes[node]?.outputs[output] ?? [];
}

export function pairs(items: readonly OutputItem[]): unknown[] {
  return items.map(({ pairedItem }) => pairedItem);
}

/** How often each service of the stand-in was called. */
export async function callsOf({ url }: Sandbox): Promise<Record<string, unknown>> {
  const stats: unknown = await (await fetch(`${url}/_control/stats`)).json();
  return objectOf(objectOf(objectOf(stats)['etower'])['services']);
}

export async function stored({ url }: Sandbox): Promise<Record<string, unknown>[]> {
  const state: unknown = await (await fetch(`${url}/_control/state`)).json();
  const { orders: found } = objectOf(objectOf(state)['etower']);
  return Array.isArray(found) ? found.map(objectOf) : [];
}

export async function control({ url }: Sandbox, what: string, body: unknown = {}): Promise<void> {
  const reply = await fetch(`${url}/_control/${what}`, { method: 'POST', body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`The sandbox refused ${what}: ${await reply.text()}`);
}
