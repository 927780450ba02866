/**
 * Answers as servers really send them, asked for at the sandbox: at each carrier the same few questions. One word stands for
 * what became of each, so that a table shows all of them.
 */
import { step, type Step } from '../../engine';
import { control, type SandboxAddress } from '../../sandbox/control-client';
import { eccangOrder, etowerOrder, hgeOrder, mgoshipParcelOrder } from '../../sandbox/sample-orders';
import { onRegularOutput, outputsOf } from './outputs';
import { useSandbox } from './sandbox';

/** One carrier, and what is asked of it. */
export interface Subject {
  carrier: string;
  order: (reference: string) => Record<string, unknown>;
  create: Step;
  creates: string;
  /** Reads what was created: its tracking, where the carrier has one. */
  read: Step;
  reads: string;
  /** The number that is read, of the item that `create` gave out. */
  number: string;
  /** The last status of a parcel: looking at it does not move it on. */
  last?: string;
  isXml?: boolean;
}

export const ask = (node: string, name: string, resource: string, operation: string, parameters: object): Step =>
  step(node, name, resource, operation, { ...parameters }, onRegularOutput);
const json = { inputMode: 'json', body: '={{ $json }}' };
const number = { number: '={{ $json.number }}' };

const family = (node: string, carrier: string): Subject => ({
  carrier,
  order: eccangOrder,
  create: ask(node, 'Create', 'order', 'create', json),
  creates: 'createOrder',
  read: ask(node, 'Read', 'tracking', 'get', number),
  reads: 'getCargoTrack',
  number: 'trackingNumber',
  last: 'O',
  isXml: true,
});

export const subjects: Subject[] = [
  family('eccangTms', 'eccang'),
  family('huahan', 'huahan'),
  {
    carrier: 'hge',
    order: hgeOrder,
    create: ask('hge', 'Create', 'order', 'create', json),
    creates: 'order_create',
    read: ask('hge', 'Read', 'order', 'get', number),
    reads: 'query_order',
    number: 'reference',
  },
  {
    carrier: 'etower',
    order: etowerOrder,
    create: ask('etower', 'Create', 'order', 'create', json),
    creates: 'orders',
    read: ask('etower', 'Read', 'tracking', 'get', number),
    reads: 'trackingEvents',
    number: 'reference',
    last: 'DLD',
  },
  {
    carrier: 'mgoship',
    order: mgoshipParcelOrder,
    create: ask('mgoship', 'Create', 'parcelOrder', 'create', json),
    creates: 'add_tms_order',
    read: ask('mgoship', 'Read', 'parcelOrder', 'get', number),
    reads: 'get_tms_order_detail',
    number: 'orderNumber',
    last: '仓库作业中',
  },
];

/** `npm test` asks one carrier of each protocol; `npm run test:rows` and CI ask all. */
export const someSubjects = subjects.filter(
  ({ carrier }) => process.env['ALL_ROWS'] === '1' || carrier === 'eccang' || carrier === 'etower',
);

export type Fault = Record<string, unknown>;

export interface Outcome {
  json: Record<string, unknown>;
  error: string | undefined;
}

export interface Disturbances {
  sandbox: SandboxAddress;
  disturb: (carrier: string, ...faults: Fault[]) => Promise<void>;
  /** What became of each item. */
  outcomesOf: (asked: Step, items: readonly object[]) => Promise<Outcome[]>;
  /** Makes an order that is at the end of its way; gives the item by which it is read. */
  made: (subject: Subject, reference?: string) => Promise<{ number: string }>;
  /** What became of the same under each fault, by the fault's kind and fields. */
  under: (
    carrier: string,
    faults: readonly Fault[],
    outcomeOf: (index: number) => Promise<unknown>,
  ) => Promise<Record<string, unknown>>;
}

export function useDisturbances(): Disturbances {
  const { sandbox, run } = useSandbox();

  const disturb: Disturbances['disturb'] = (carrier, ...faults) => {
    const ordered = faults.map((fault) => ({ carrier, ...fault }));
    return control(sandbox, 'faults', ordered);
  };

  const outcomesOf: Disturbances['outcomesOf'] = async (asked, items) => {
    const ran = await run(items, asked);
    return outputsOf(ran, asked.name).map(({ json: given, error }) => ({
      json: given,
      error: error && `${error.message} ${error.description ?? ''}`,
    }));
  };

  return {
    sandbox,
    disturb,
    outcomesOf,
    async made({ carrier, create, order, last, number: name }, reference = 'REF-1') {
      const [created] = await outcomesOf(create, [order(reference)]);
      if (last !== undefined) await control(sandbox, 'advance', { carrier, number: reference, status: last });
      return { number: name === 'reference' ? reference : String(created?.json[name]) };
    },
    async under(carrier, faults, outcomeOf) {
      const outcomes: Record<string, unknown> = {};
      for (const [index, fault] of faults.entries()) {
        await disturb(carrier, fault);
        outcomes[shown(fault)] = await outcomeOf(index);
      }
      return outcomes;
    },
  };
}

/** The same outcome under each of the faults. */
export function each(faults: readonly Fault[], expected: unknown): Record<string, unknown> {
  return Object.fromEntries(faults.map((fault) => [shown(fault), expected]));
}

function shown({ kind, ...fields }: Fault): string {
  return [kind, ...Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)].join(' ');
}
