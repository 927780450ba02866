import { step } from '../../engine/chain';
import type { Case, RoundTrip, Row } from '../case';
import { httpRequest, loop } from '../peers';

const NODES = {
  Mgoship: ['mgoship', 'parcelOrder'],
  HGE: ['hge', 'order'],
  Eccang: ['eccangTms', 'order'],
} as const;

interface Setting {
  count: number;
  roundTrip: RoundTrip;
  atOnce: number;
}

const at = (who: string, { count, roundTrip, atOnce }: Setting): string =>
  `${who}: ${count.toLocaleString('en')} at ${roundTrip} ms, ${atOnce} at once`;

export function lookUp(carrier: keyof typeof NODES, name: string, atOnce: number) {
  const [node, resource] = NODES[carrier];
  const parameters = { number: '={{ $json.number }}', options: { concurrency: atOnce } };
  return step(node, name, resource, 'get', parameters);
}

function ours(carrier: keyof typeof NODES, setting: Setting, more: Partial<Row> = {}): Row {
  const { count, roundTrip, atOnce } = setting;
  const steps = [lookUp(carrier, 'Get', atOnce)];
  const items = { of: 'numbers', count } as const;
  return {
    name: at(carrier, setting),
    job: { kind: 'workflow', chains: [steps], items, roundTrip, atOnce, callsPerItem: 1 },
    ...more,
  };
}

/** The same look-ups at Mgoship. */
function peer(who: string, steps: ReturnType<typeof loop>[], setting: Setting, more: Partial<Row> = {}): Row {
  const { count, roundTrip, atOnce } = setting;
  const items = { of: 'numbers', count } as const;
  return {
    name: at(who, setting),
    isPeer: true,
    job: { kind: 'workflow', chains: [steps], items, roundTrip, atOnce, callsPerItem: 1 },
    ...more,
  };
}

function undici(setting: Setting, more: Partial<Row> = {}): Row {
  const { count, roundTrip, atOnce } = setting;
  return {
    name: at('undici pool', setting),
    isPeer: true,
    job: { kind: 'calls', calls: ['mgoshipGet'], items: { count }, roundTrip, atOnce },
    ...more,
  };
}

const [NEAR, USUAL, FAR]: [Setting, Setting, Setting] = [
  { count: 1000, roundTrip: 0, atOnce: 10 },
  { count: 1000, roundTrip: 50, atOnce: 10 },
  { count: 1000, roundTrip: 150, atOnce: 10 },
];
const [FIVE, ONE]: [Setting, Setting] = [
  { count: 1000, roundTrip: 50, atOnce: 5 },
  { count: 100, roundTrip: 50, atOnce: 1 },
];
/** What n8n's node does as it comes. */
const ALL = { atOnce: 1000 };
const NODE_NEAR = at("n8n's HTTP Request", { ...NEAR, ...ALL });
const TWO_NODES = 'Mgoship, two nodes: 100 each at 50 ms, 10 at once';
const THROUGH_PROXY = 'Mgoship, two nodes through a proxy: 100 each at 50 ms, 10 at once';

function twoNodes(name: string, more: { throughProxy?: true } = {}): Row {
  const second = lookUp('Mgoship', 'Get Again', 10);
  const steps = [
    lookUp('Mgoship', 'Get', 10),
    { ...second, parameters: { ...second.parameters, number: '={{ $json.orderNumber }}' } },
  ];
  return {
    name,
    job: {
      kind: 'workflow',
      chains: [steps],
      items: { of: 'numbers', count: 100 },
      roundTrip: 50,
      atOnce: 10,
      callsPerItem: 2,
      ...more,
    },
  };
}

const BEFORE_THE_FIRST_CALL =
  'All items are read and checked before the first is sent, which takes the processor 0.1 to 0.2 s for 1,000; the first handshakes of TLS take 0.1 s more. A bare undici pool, which reads nothing, takes 1.07 in the same run. Tried: sending before the answer to the call before is read, and asking n8n once per run for what stands in the item itself.';

const CARRIERS = ['Mgoship', 'HGE', 'Eccang'] as const;

export const lookups: Case = {
  name: 'lookups',
  title: 'Single look-ups',
  rows: [
    ...CARRIERS.map((carrier) => ours(carrier, NEAR, { beside: NODE_NEAR })),
    peer("n8n's HTTP Request", [httpRequest('mgoshipGet')], { ...NEAR, ...ALL }),
    peer('HTTP Request in batches', [httpRequest('mgoshipGet', { size: 10, everyMs: 1 })], NEAR, { beside: NODE_NEAR }),
    peer('Loop of httpRequest', [loop('mgoshipGet')], { ...NEAR, atOnce: 1 }, { beside: NODE_NEAR }),
    undici(NEAR, { beside: NODE_NEAR }),
    ...CARRIERS.map((carrier) => ours(carrier, USUAL)),
    peer("n8n's HTTP Request", [httpRequest('mgoshipGet')], { ...USUAL, ...ALL }),
    peer('HTTP Request in batches', [httpRequest('mgoshipGet', { size: 10, everyMs: 50 })], USUAL),
    undici(USUAL),
    ours('Mgoship', FIVE),
    ours('Mgoship', ONE),
    peer('Loop of httpRequest', [loop('mgoshipGet')], ONE, { runs: 2 }),
    ours('Mgoship', FAR),
    undici(FAR, { runs: 3 }),
    twoNodes(TWO_NODES),
    twoNodes(THROUGH_PROXY, { throughProxy: true }),
  ],
  marks: [
    ...[
      ...CARRIERS.map((carrier) => at(carrier, USUAL)),
      at('Mgoship', FIVE),
      at('Mgoship', ONE),
      at('Mgoship', FAR),
    ].map(
      (row) =>
        ({
          says: 'wall time at most 1.10 x the limit',
          measure: 'overLimit',
          row,
          atMost: 1.1,
          whenMissed: BEFORE_THE_FIRST_CALL,
        }) as const,
    ),
    ...CARRIERS.map(
      (carrier) =>
        ({
          says: "CPU per item at most 0.5 x n8n's HTTP Request",
          measure: 'cpuMsPerItem',
          row: at(carrier, NEAR),
          than: NODE_NEAR,
          atMost: 0.5,
        }) as const,
    ),
    ...[at('Mgoship', USUAL), TWO_NODES, THROUGH_PROXY].map(
      (row) => ({ says: 'connections at most the concurrency', measure: 'connections', row, atMost: 10 }) as const,
    ),
  ],
  limits:
    'The round trip: a lane sends its next call when the answer to the last one is there. Two round trips go to each first connection, one for the handshake of TLS and one for the first call. Without a round trip it is processor time: TLS, the request, reading the answer, and what n8n does for each item. Peers sign nothing and check nothing. Not run: the loop with 1,000 and 10,000 items at 50 and 150 ms, which takes up to 25 minutes each; 10,000 items stand in the case "growth".',
};
