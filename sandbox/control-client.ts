/** What tests, the demo and the benchmark ask of a running sandbox. It is named by its `url` alone. */
import credentialFile from '../examples/credentials.sandbox.json';
import { record, type JsonRecord } from './json';
import type { EventChange } from './parcel-events';

export interface SandboxAddress {
  readonly url: string;
}

/** The sandbox's credentials by type, pointed at the one that runs. `changes` go into every type. */
export function credentialsFor(
  { url }: SandboxAddress,
  changes: Record<string, string | boolean> = {},
): Record<string, Record<string, string | boolean>> {
  return Object.fromEntries(
    Object.entries(credentialFile).map(([type, fields]) => {
      const { pathname } = new URL(fields.baseUrl);
      return [type, { ...fields, baseUrl: url + pathname, ...changes }];
    }),
  );
}

/** @throws Error with the sandbox's own words when it refuses */
export async function control(
  { url }: SandboxAddress,
  what: 'faults' | 'release' | 'advance' | 'events' | 'reset',
  body: unknown = {},
): Promise<void> {
  const reply = await fetch(`${url}/_control/${what}`, { method: 'POST', body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`The sandbox refused ${what}: ${await reply.text()}`);
}

/** Adds, edits or removes tracking events of parcels, in this order; an event that names none is added. */
export async function changeEvents(
  sandbox: SandboxAddress,
  ...changes: (Pick<EventChange, 'carrier' | 'number'> & Partial<EventChange>)[]
): Promise<void> {
  await control(sandbox, 'events', changes);
}

/** Forgets the faults that have not hit yet, and keeps the orders. */
export async function forgetFaults({ url }: SandboxAddress): Promise<void> {
  await fetch(`${url}/_control/faults`, { method: 'DELETE' });
}

/** What the sandbox counted for one carrier. */
export async function statsOf({ url }: SandboxAddress, carrier: string): Promise<JsonRecord> {
  return read(`${url}/_control/stats`, carrier);
}

/** How often each service of a carrier was called. */
export async function servicesOf(sandbox: SandboxAddress, carrier: string): Promise<JsonRecord> {
  return record((await statsOf(sandbox, carrier))['services']);
}

/** Everything that one carrier holds: its orders, and what else it keeps. */
export async function stateOf({ url }: SandboxAddress, carrier: string): Promise<JsonRecord> {
  return read(`${url}/_control/state`, carrier);
}

export async function ordersAt(sandbox: SandboxAddress, carrier: string): Promise<JsonRecord[]> {
  const { orders } = await stateOf(sandbox, carrier);
  return Array.isArray(orders) ? orders.map(record) : [];
}

async function read(address: string, carrier: string): Promise<JsonRecord> {
  const all: unknown = await (await fetch(address)).json();
  return record(record(all)[carrier]);
}
