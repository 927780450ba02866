/** Many orders of five carriers for one step, and what their carriers were asked. */
import { objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import type { OutputItem, Step, WorkflowRun } from '../../../engine';
import { control, statsOf, type SandboxAddress } from '../../../sandbox/control-client';
import { outputsOf } from '../outputs';
import { until } from '../sandbox';
import { CARRIERS, itemsOf, parcelStep, type OrderOfItem } from './orders';

/** What each carrier calls the creation of an order, and how many orders share a call there. */
export const CREATIONS: readonly { carrier: string; service: string; perCall?: number }[] = [
  { carrier: 'eccang', service: 'createOrder' },
  { carrier: 'etower', service: 'orders', perCall: 300 },
  { carrier: 'hge', service: 'order_create' },
  { carrier: 'huahan', service: 'createOrder' },
  { carrier: 'mgoship', service: 'add_tms_order' },
];

/** Those with a call for each order. */
export const ONE_BY_ONE = CREATIONS.filter(({ perCall }) => perCall === undefined);

/** What becomes of an order: refused before it is sent, by the carrier, or made. */
type End = 'bad' | 'refused' | 'made';

/** What the nodes and carriers say of those that are not made. */
export const WORDS: Readonly<Record<Exclude<End, 'made'>, RegExp>> = {
  bad: /^reference \(.*\) is required$/,
  refused: /运输方式|service code|channel/,
};

export interface Item extends OrderOfItem {
  reference: string;
  end: End;
}

/** As many orders of each carrier, in an order without a pattern that is the same each time. */
export function shuffled(count: number, endOf: (n: number) => End): Item[] {
  const items = CARRIERS.flatMap((carrier) =>
    Array.from({ length: count / CARRIERS.length }, (_, n): Item[] => {
      // HGE's services are not documented, so that its stand-in takes any.
      const end = carrier.carrier === 'hge' && endOf(n) === 'refused' ? 'made' : endOf(n);
      const reference = `${carrier.carrier}-${n}`.toUpperCase();
      const order = carrier.order(end === 'bad' ? '' : reference);
      const service = end === 'refused' ? { service: '9' } : {};
      return itemsOf(carrier, [order]).map((item) => ({ ...item, ...service, reference, end }));
    }),
  ).flat();
  const draw = draws();
  return items
    .map((item) => ({ item, drawn: draw() }))
    .sort((one, other) => one.drawn - other.drawn)
    .map(({ item }) => item);
}

/** Lehmer's numbers, from a seed. */
function draws(): () => number {
  let last = 20_261_126;
  return () => (last = (last * 48_271) % 2_147_483_647);
}

export function createStep(settings: object, options: JsonObject): Step {
  return { ...parcelStep({ inputMode: 'order' }, options), settings: { ...settings } };
}

/** Items or outputs of a carrier, in their order. */
export function ofCarrier<Each extends { carrier: unknown }>(items: readonly Each[], carrier: string): Each[] {
  return items.filter((item) => item.carrier === carrier);
}

/** What is said of which item: its place, its carrier, its reference. */
type Told = [place: unknown, carrier: unknown, reference: unknown];

export function toldIn(outputs: readonly OutputItem[]): Told[] {
  return outputs.map(({ json: { carrier, reference }, pairedItem }): Told => {
    const { item } = objectAsIs(pairedItem);
    return [item, carrier, textOf(reference)?.toUpperCase()];
  });
}

export function toldOf(items: readonly Item[], holds: (item: Item) => boolean): Told[] {
  return items.flatMap((item, at): Told[] => (holds(item) ? [[at, item.carrier, item.reference]] : []));
}

/** What succeeded, and what failed. */
export function bothOutputs(ran: WorkflowRun, node: string): { good: OutputItem[]; bad: OutputItem[] } {
  return { good: outputsOf(ran, node), bad: outputsOf(ran, node, 1) };
}

export function errorOf({ json }: OutputItem): string {
  return textOf(json['error']) ?? '';
}

/** How often each carrier was called so far, by its names of services. */
export async function callsAt(sandbox: SandboxAddress): Promise<Record<string, JsonObject>> {
  const all = CREATIONS.map(async ({ carrier }): Promise<[string, JsonObject]> => {
    const { services } = await statsOf(sandbox, carrier);
    return [carrier, objectAsIs(services)];
  });
  return Object.fromEntries(await Promise.all(all));
}

/** Of which there were more later. */
export function added(before: Record<string, JsonObject>, after: Record<string, JsonObject>): object {
  const more = (carrier: string, services: JsonObject): object =>
    Object.fromEntries(
      Object.entries(services).map(([name, count]) => [name, Number(count) - Number(before[carrier]?.[name] ?? 0)]),
    );
  return Object.fromEntries(Object.entries(after).map(([carrier, services]) => [carrier, more(carrier, services)]));
}

/** Lets no order be made until so many of each carrier are under way; then calls `then`, and lets them be. */
export async function metAtOnce<Result>(
  sandbox: SandboxAddress,
  count: number,
  running: () => Promise<Result>,
  then: () => void = () => undefined,
): Promise<Result> {
  await control(
    sandbox,
    'faults',
    ONE_BY_ONE.map(({ carrier, service }) => ({ carrier, service, kind: 'hold', times: count })),
  );
  const result = running();
  for (const { carrier, service } of ONE_BY_ONE) {
    await until(async () => (await mostAtOnce(sandbox, carrier))[service] === count);
  }
  then();
  await control(sandbox, 'release');
  return result;
}

export async function mostAtOnce(sandbox: SandboxAddress, carrier: string): Promise<JsonObject> {
  return objectAsIs((await statsOf(sandbox, carrier))['maxInFlightByService']);
}
