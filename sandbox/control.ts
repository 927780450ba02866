import { z } from 'zod/v4';
import type { Carrier, CarrierRequest, Reply } from './carrier';
import { type FaultList, generalFaults } from './faults';
import { jsonReply } from './reply';
import type { Traffic } from './traffic';

export const controlPrefix = '/_control';

/** The parts of a running sandbox that the control addresses show and change. */
export interface Controlled {
  carriers: readonly Carrier[];
  faults: FaultList;
  traffic: (carrier: Carrier) => Traffic;
  resetTraffic: () => void;
}

/** A control request that cannot be carried out; answered with 400 and its message. */
class BadControl extends Error {}

type Route = (sandbox: Controlled, body: unknown) => unknown;

const help = {
  'GET /_control/state': 'orders by carrier',
  'GET /_control/stats': 'requests, downloads, connections, most in flight and services by carrier',
  'POST /_control/faults':
    'one or an array of {carrier, service?, kind, times?, after?, status?, retryAfter?, delayMs?}',
  'POST /_control/release': 'answers the requests that a fault of kind hold keeps waiting',
  'POST /_control/advance': '{carrier, number, status?}: one tracking step on, or into that status',
  'POST /_control/reset': 'clears orders, statistics and faults of all carriers',
};

const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['GET /_control', () => help],
  ['GET /_control/state', ({ carriers }) => byCarrier(carriers, (carrier) => carrier.state())],
  ['GET /_control/stats', ({ carriers, traffic }) => byCarrier(carriers, (carrier) => traffic(carrier).report())],
  ['POST /_control/faults', addFaults],
  ['POST /_control/release', ({ faults }) => ({ released: faults.release() })],
  ['POST /_control/advance', advanceOrder],
  ['POST /_control/reset', resetAll],
]);

/** Answers everything below `/_control`. Bad input: 400 with `{ "error": message }`. */
export function handleControl(sandbox: Controlled, { method, path, body }: CarrierRequest): Reply {
  const address = path.replace(/\/+$/, '');
  const route = routes.get(`${method} ${address}`);
  if (!route) return jsonReply(404, { error: `${method} ${path} is not a control address.`, addresses: help });
  try {
    return jsonReply(200, route(sandbox, method === 'POST' ? parseBody(body) : undefined));
  } catch (error) {
    if (error instanceof BadControl) return jsonReply(400, { error: error.message });
    throw error;
  }
}

function addFaults({ carriers, faults }: Controlled, body: unknown) {
  const name = z.enum(carriers.map((carrier) => carrier.name));
  const fault = z
    .strictObject({
      carrier: name,
      service: z.string().min(1).optional(),
      kind: z.string(),
      times: z.int().min(1).default(1),
      after: z.int().min(0).default(0),
      status: z.int().min(200).max(599).optional(),
      retryAfter: z.union([z.int().min(0), z.string().min(1)]).optional(),
      delayMs: z.int().min(0).max(600_000).optional(),
    })
    .check(({ value, issues }) => {
      const kinds = kindsOf(carriers.find((carrier) => carrier.name === value.carrier));
      if (!kinds.includes(value.kind)) {
        const message = `Unknown kind "${value.kind}". Known: ${kinds.join(', ')}.`;
        issues.push({ code: 'custom', message, path: ['kind'], input: value.kind });
      }
      for (const [kind, field] of needs) {
        if (value.kind === kind && value[field] === undefined) {
          issues.push({ code: 'custom', message: `Kind "${kind}" needs ${field}.`, path: [field], input: undefined });
        }
      }
    });
  const added = check(z.array(fault).min(1), Array.isArray(body) ? body : [body]);
  faults.add(added);
  return { added: added.length };
}

const needs = [
  ['http', 'status'],
  ['slow', 'delayMs'],
] as const;

function kindsOf(carrier: Carrier | undefined): string[] {
  return [...generalFaults.keys(), ...(carrier?.faultReplies.keys() ?? [])];
}

const advanceBody = z.strictObject({
  carrier: z.string(),
  number: z.string().min(1),
  status: z.string().optional(),
});

function advanceOrder({ carriers }: Controlled, body: unknown) {
  const { carrier: name, number, status } = check(advanceBody, body);
  const carrier = carriers.find((candidate) => candidate.name === name);
  if (!carrier) throw new BadControl(`carrier: "${name}" is not one of ${carriers.map((one) => one.name).join(', ')}.`);
  try {
    return carrier.advance(number, status);
  } catch (error) {
    throw error instanceof RangeError ? new BadControl(error.message) : error;
  }
}

function resetAll(sandbox: Controlled) {
  for (const carrier of sandbox.carriers) carrier.reset();
  sandbox.faults.clear();
  sandbox.resetTraffic();
  return { reset: true };
}

function byCarrier<Value>(carriers: readonly Carrier[], read: (carrier: Carrier) => Value): Record<string, Value> {
  return Object.fromEntries(carriers.map((carrier) => [carrier.name, read(carrier)]));
}

function check<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new BadControl(z.prettifyError(result.error));
}

function parseBody(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new BadControl('The body is not valid JSON.');
  }
}
