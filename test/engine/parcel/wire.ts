/** What the step for all carriers puts on the wire, against what the carrier's own step does: byte for byte. */
import { request } from 'node:http';
import type { ParcelOperation, Step as CarrierStep } from '#carriers/shared/capabilities';
import { CARRIERS } from '../../../nodes/Parcel/carriers';
import { chain, runWorkflow, step, type Step } from '../../../engine';
import { credentialsFor, type SandboxAddress } from '../../../sandbox/control-client';
import { loopback, type Loopback, type Received } from '../../loopback';
import { onRegularOutput } from '../outputs';
import { parcel } from './asked';

/** An item of a carrier, with what the carrier's own step holds for it. */
type Item = Record<string, unknown> & { own: Record<string, unknown> };

interface Sent {
  /** By the carriers' own steps, one after the other. */
  own: string[];
  /** By the step for all of them, in one run. */
  together: string[];
}

/**
 * Asks all carriers that have an operation, by every number and for every size of a label that they take.
 * @returns what asks, and what was sent, sorted: it must not matter which call was faster
 */
export function useWire(
  sandbox: SandboxAddress,
): (operation: ParcelOperation, number?: (carrier: string) => Promise<string>) => Promise<Sent> {
  let wire: Loopback;
  beforeAll(async () => {
    wire = await loopback((response, { method, path, headers, body }) => {
      const passed = request(`${sandbox.url}${path}`, { method, headers }, (reply) => {
        response.writeHead(reply.statusCode ?? 500, reply.headers);
        reply.pipe(response);
      });
      passed.end(body);
    });
  });
  afterAll(() => wire.close());

  const sentBy = async (items: readonly object[], asked: Step): Promise<string[]> => {
    wire.received.length = 0;
    await runWorkflow({ workflow: chain(asked), credentials: credentialsFor(wire), items: structuredClone(items) });
    return wire.received.map(textOf);
  };

  return async (operation, numberAt = async () => 'N-1') => {
    const all: Item[][] = [];
    const own: string[] = [];
    for (const { carrier, node, steps } of CARRIERS) {
      const asked = steps[operation];
      if (!asked) continue;
      const items = itemsAt(carrier, asked, await numberAt(carrier));
      all.push(items);
      own.push(...(await sentBy(items, ownStep(node, asked, items))));
    }
    const [resource = '', name = ''] = operation.split('.');
    const size = operation === 'label.get' ? { labelSize: '={{ $json.size }}' } : {};
    const together = await sentBy(mixed(all), parcel(resource, name, size, onRegularOutput));
    return { own: own.sort(), together: together.sort() };
  };
}

/** A link to a label is another one each time. */
function textOf({ method, path, body }: Received): string {
  return `${method} ${path.replace(/[\da-f-]{36}/, 'LINK')} ${body.toString('utf8')}`;
}

function itemsAt(carrier: string, { numbers = {}, labelSizes = {} }: CarrierStep, number: string): Item[] {
  const sizes = Object.entries(labelSizes);
  return Object.entries(numbers).flatMap(([type, own], at) =>
    (sizes.length === 0 ? [['', {}] as const] : sizes).map(([size, ofSize], sizeAt) => ({
      ...{ carrier, type, size, number: sizeAt === 0 ? number : `N-${at}-${sizeAt}` },
      own: { ...own, ...ofSize },
    })),
  );
}

/** The carrier's own step, told by the items what the table says. */
function ownStep(node: string, { resource, operation, fixed = {} }: CarrierStep, items: readonly Item[]): Step {
  const names = [...new Set(items.flatMap(({ own }) => Object.keys(own)))];
  const told = Object.fromEntries(names.map((name) => [name, `={{ $json.own.${name} }}`]));
  return step(node, 'Own', resource, operation, { ...fixed, ...told, number: '={{ $json.number }}' }, onRegularOutput);
}

/** One of each, then the next of each. */
function mixed<Each>(lists: readonly (readonly Each[])[]): Each[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
