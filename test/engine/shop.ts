import { readFileSync } from 'node:fs';
import path from 'node:path';
import { objectOf, textOf } from '../../carriers/json-value';
import type { Credentials, OutputItem, WorkflowRun } from '../../engine';
import type { Sandbox } from '../../sandbox/server';
import type { Step } from './workflow';

/** The sandbox's credentials, pointed at the sandbox of this test. */
export function credentialsFor({ url }: Sandbox, changes: Record<string, string> = {}): Credentials {
  const file: unknown = JSON.parse(
    readFileSync(path.join(__dirname, '../../examples/credentials.sandbox.json'), 'utf8'),
  );
  return Object.fromEntries(
    Object.entries(objectOf(file)).map(([name, fields]) => {
      const given = objectOf(fields);
      const { pathname } = new URL(textOf(given['baseUrl']) ?? '');
      return [
        name,
        {
          ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, textOf(value) ?? ''])),
          baseUrl: url + pathname,
          ...changes,
        },
      ];
    }),
  );
}

/** A step of one of this package's nodes. */
export function step(
  node: string,
  name: string,
  resource: string,
  operation: string,
  parameters: Record<string, unknown> = {},
  settings: Record<string, unknown> = {},
): Step {
  return { name, type: `n8n-nodes-crossborder.${node}`, parameters: { resource, operation, ...parameters }, settings };
}

/** An order that both the Eccang and the Huahan stand-in accept. */
export function order(reference: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    reference_no: reference,
    shipping_method: 'PK0001',
    country_code: 'US',
    order_weight: 0.25,
    order_pieces: 1,
    Consignee: {
      consignee_name: 'Sample & Recipient <"one">',
      consignee_street: "100 Example Street 'A'",
      consignee_city: 'Springfield',
      consignee_province: 'IL',
      consignee_postcode: '62701',
      consignee_telephone: '2025550101',
    },
    Shipper: {
      shipper_name: 'Sample Shipper',
      shipper_countrycode: 'CN',
      shipper_province: 'GUANGDONG',
      shipper_city: 'SHENZHEN',
      shipper_street: '1 Example Road',
      shipper_postcode: '518000',
      shipper_telephone: '13800138000',
      shipper_mobile: '13800138000',
    },
    ItemArr: [
      {
        invoice_enname: 'Phone case',
        invoice_cnname: '手机壳',
        invoice_quantity: 1,
        invoice_weight: 0.2,
        invoice_unitcharge: '3.50',
      },
    ],
    ...changes,
  };
}

export function outputsOf({ result }: WorkflowRun, node: string, output = 0): OutputItem[] {
  return result.nodes[node]?.outputs[output] ?? [];
}

export function pairs(items: readonly OutputItem[]): unknown[] {
  return items.map(({ pairedItem }) => pairedItem);
}

/** What the sandbox counted for one carrier. */
export async function statsOf({ url }: Sandbox, carrier: string): Promise<Record<string, unknown>> {
  const stats: unknown = await (await fetch(`${url}/_control/stats`)).json();
  return objectOf(objectOf(stats)[carrier]);
}

/** How often each service of a carrier was called. */
export async function servicesOf(sandbox: Sandbox, carrier: string): Promise<Record<string, unknown>> {
  return objectOf((await statsOf(sandbox, carrier))['services']);
}

export async function stateOf({ url }: Sandbox, carrier: string): Promise<Record<string, unknown>[]> {
  const state: unknown = await (await fetch(`${url}/_control/state`)).json();
  const { orders } = objectOf(objectOf(state)[carrier]);
  return Array.isArray(orders) ? orders.map(objectOf) : [];
}

export async function control(
  { url }: Sandbox,
  what: 'faults' | 'reset' | 'advance',
  body: unknown = {},
): Promise<void> {
  const reply = await fetch(`${url}/_control/${what}`, { method: 'POST', body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`The sandbox refused ${what}: ${await reply.text()}`);
}
