import { z } from 'zod/v4';
import type { Carrier, CarrierRequest, Reply } from './carrier';
import { kindsOf, orderFault, type FaultList } from './faults';
import { changedEvents, eventChange, type EventChange, type ParcelEvent } from './parcel-events';
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
  'GET /_control/faults': 'the kinds of faults by carrier, each with the fields of its own',
  'POST /_control/faults': 'one or an array of {carrier, service?, kind, times?, after?} and the fields of the kind',
  'DELETE /_control/faults': 'forgets the faults that have not hit yet, and keeps the orders',
  'POST /_control/release': 'answers the requests that a fault of kind hold keeps waiting',
  'POST /_control/advance': '{carrier, number, status?}: one tracking step on, or into that status',
  'POST /_control/events':
    'one or an array of {carrier, number, event?, remove?, time?, code?, text?, location?}: adds, edits or removes an event',
  'POST /_control/reset': 'clears orders, statistics and faults of all carriers',
};

const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['GET /_control', () => help],
  ['GET /_control/state', ({ carriers }) => byCarrier(carriers, (carrier) => carrier.state())],
  ['GET /_control/stats', ({ carriers, traffic }) => byCarrier(carriers, (carrier) => traffic(carrier).report())],
  ['GET /_control/faults', ({ carriers }) => byCarrier(carriers, kindsOf)],
  ['POST /_control/faults', addFaults],
  ['DELETE /_control/faults', forgetFaults],
  ['POST /_control/release', ({ faults }) => ({ released: faults.release() })],
  ['POST /_control/advance', advanceOrder],
  ['POST /_control/events', changeEvents],
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

const faultBody = z.looseObject({ carrier: z.string(), kind: z.string() });

function addFaults({ carriers, faults }: Controlled, body: unknown) {
  const ordered = check(z.array(faultBody).min(1), Array.isArray(body) ? body : [body]);
  faults.add(ordered.map((fault) => refusing(() => orderFault(fault, carrierOf(carriers, fault.carrier)))));
  return { added: ordered.length };
}

function forgetFaults({ faults }: Controlled) {
  faults.clear();
  return { forgotten: true };
}

const advanceBody = z.strictObject({
  carrier: z.string(),
  number: z.string().min(1),
  status: z.string().optional(),
});

function advanceOrder({ carriers }: Controlled, body: unknown) {
  const { carrier: name, number, status } = check(advanceBody, body);
  const carrier = carrierOf(carriers, name);
  return refusing(() => carrier.advance(number, status));
}

/** Each change finds what the ones before it left. @returns the events of each parcel after its change */
function changeEvents({ carriers }: Controlled, body: unknown) {
  const changes = check(z.array(eventChange).min(1), Array.isArray(body) ? body : [body]);
  return {
    parcels: changes.map((change) => {
      const { carrier, number } = change;
      return { carrier, number, events: refusing(() => writtenEvents(carrierOf(carriers, carrier), change)) };
    }),
  };
}

function writtenEvents({ name, tracking }: Carrier, change: EventChange): ParcelEvent[] {
  if (!tracking) throw new RangeError(`carrier: ${name} has no tracking.`);
  const events = changedEvents(tracking.events(change.number), change);
  tracking.write(change.number, events);
  return events;
}

function carrierOf(carriers: readonly Carrier[], name: string): Carrier {
  const carrier = carriers.find((candidate) => candidate.name === name);
  if (carrier) return carrier;
  throw new BadControl(`carrier: "${name}" is not one of ${carriers.map((one) => one.name).join(', ')}.`);
}

/** What throws a RangeError is the caller's mistake. */
function refusing<Value>(run: () => Value): Value {
  try {
    return run();
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
