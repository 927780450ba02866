/** What the step for all carriers puts on the wire, against what the carrier's own step does: byte for byte. */
import { request } from 'node:http';
import type { Step as CarrierStep } from '#carriers/shared/capabilities';
import { CARRIERS } from '../../../nodes/Parcel/carriers';
import { chain, runWorkflow, step, type Step } from '../../../engine';
import { credentialsFor } from '../../../sandbox/control-client';
import { loopback, type Loopback, type Received } from '../../loopback';
import { subjects } from '../disturbed';
import { jsonOf, onRegularOutput } from '../outputs';
import { useSandbox } from '../sandbox';

const { sandbox, run } = useSandbox();

/** Between the node and the sandbox: keeps every request. */
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

/** What one step sent, in an order that does not hang on which call was faster. */
async function sentBy(items: readonly object[], asked: Step): Promise<string[]> {
  wire.received.length = 0;
  await runWorkflow({ workflow: chain(asked), credentials: credentialsFor(wire), items: structuredClone(items) });
  return wire.received.map(textOf).sort();
}

function textOf({ method, path, body }: Received): string {
  return `${method} ${path} ${body.toString('utf8')}`;
}

type Item = Record<string, unknown> & { carrier: string; own: Record<string, unknown> };

/** An item for each number that the carrier takes, with what its own step holds for it; and for each size of a label. */
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

const BY_NUMBER = [
  'charges.get',
  'label.get',
  'order.cancel',
  'order.get',
  'tracking.get',
  'tracking.getUpdates',
] as const;

test.each(BY_NUMBER)('%s asks each carrier for the same as its own step, in the same calls', async (operation) => {
  const [resource = '', name = ''] = operation.split('.');
  const parcel = step('parcel', 'Parcel', resource, name, {
    ...{ carrier: '={{ $json.carrier }}', numberType: '={{ $json.type }}', number: '={{ $json.number }}' },
    ...(operation === 'label.get' ? { labelSize: '={{ $json.size }}' } : {}),
  }, onRegularOutput);
  const all: Item[] = [];
  const own: string[] = [];
  for (const { capabilities } of CARRIERS) {
    const { carrier, node, steps } = capabilities;
    const asked = steps[operation];
    if (!asked) continue;
    // A label that is there is downloaded too.
    const number = operation === 'label.get' ? await placedAt(carrier) : 'N-1';
    const items = itemsAt(carrier, asked, number);
    all.push(...items);
    own.push(...(await sentBy(items, ownStep(node, asked, items))));
  }
  const shuffled = all.map((_, at) => all[(at * 7 + 3) % all.length]);
  expect(new Set(shuffled).size).toBe(all.length);
  const sent = await sentBy(shuffled.flatMap((item) => item ?? []), parcel);
  expect(own.length).toBeGreaterThan(0);
  expect(sent).toEqual(own.sort());
});

async function placedAt(carrier: string): Promise<string> {
  const subject = subjects.find((each) => each.carrier === carrier);
  if (!subject) throw new Error(`No order for ${carrier}`);
  await run([subject.order('REF-1')], subject.create);
  return 'REF-1';
}
