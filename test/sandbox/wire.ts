import { startSandbox, type Sandbox } from '../../sandbox/server';
import { documentedJson } from '../documented';

export type Answer = Record<string, unknown>;

/** A sandbox for the tests of one file, as new before each of them. It has its address once the first test begins. */
export function sandboxOfThisFile(): Sandbox {
  const sandbox: Sandbox = { url: '', port: 0, addresses: {}, close: async () => undefined };
  beforeAll(async () => Object.assign(sandbox, await startSandbox()));
  afterAll(() => sandbox.close());
  beforeEach(() => control(sandbox, 'reset', {}));
  return sandbox;
}

export function exampleJson(carrier: string, file: string): Answer {
  return asObject(documentedJson(carrier, file));
}

/** Sends JSON to a control address, or reads it when there is no body. */
export async function control(
  sandbox: Sandbox,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Answer }> {
  const response = await fetch(
    `${sandbox.url}/_control/${path}`,
    body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) },
  );
  return { status: response.status, body: asObject(await response.json()) };
}

export function asObject(value: unknown): Answer {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

export function objects(value: unknown): Answer[] {
  return Array.isArray(value) ? value.map(asObject) : [];
}

/** Member names of an answer in a form that can be compared: names with the type of each value, arrays by their first entry. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member)]));
}
