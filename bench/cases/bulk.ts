import { step, type Step } from '../../engine/chain';
import type { CallName, Case, ItemKind, Row } from '../case';
import { createStep } from '../forms';

const ORDER = { carrier: 'etower', extent: 'typical' } as const;
const NUMBER = { number: '={{ $json.number }}', options: { concurrency: 5 } };

interface Bulk {
  name: string;
  step: Step;
  of: ItemKind;
  call: CallName;
  count: number;
  /** Calls that the carrier takes at once. */
  atOnce: number;
}

const BULKS: readonly Bulk[] = [
  {
    name: 'eTower tracking',
    step: step('etower', 'Track', 'tracking', 'get', NUMBER),
    of: 'numbers',
    call: 'etowerTrack',
    count: 1000,
    atOnce: 5,
  },
  {
    name: 'eTower orders',
    step: step('etower', 'Get', 'order', 'get', NUMBER),
    of: 'numbers',
    call: 'etowerGet',
    count: 1000,
    atOnce: 5,
  },
  {
    name: 'eTower create',
    step: createStep(ORDER, 'json', 5),
    of: { order: ORDER, from: 'json' },
    call: 'etowerCreate',
    count: 1000,
    atOnce: 5,
  },
  {
    name: 'Huahan tracking',
    step: step('huahan', 'Track', 'tracking', 'get', NUMBER),
    of: 'numbers',
    call: 'huahanTrack',
    count: 100,
    atOnce: 1,
  },
];

const single = ({ name }: Bulk): string => `${name}, one call per item (undici pool)`;

export const bulk: Case = {
  name: 'bulk',
  title: 'Items that share calls, at 50 ms and the default concurrency',
  rows: BULKS.flatMap((each): Row[] => [
    {
      name: each.name,
      job: {
        kind: 'workflow',
        chains: [[each.step]],
        items: { of: each.of, count: each.count },
        roundTrip: 50,
        atOnce: each.atOnce,
      },
      beside: single(each),
    },
    {
      name: single(each),
      isPeer: true,
      job: { kind: 'calls', calls: [each.call], items: { count: each.count }, roundTrip: 50, atOnce: each.atOnce },
    },
  ]),
  marks: BULKS.map((each) => ({
    says: 'at least 15 times faster than one call per item',
    measure: 'wallMs',
    row: single(each),
    than: each.name,
    atLeast: 15,
  })),
  limits:
    'How many items the carrier takes in a call: 30 trackings, 300 orders and creates at eTower, 50 trackings at Huahan, which takes one call at a time. What remains are two round trips, and the processor time for reading, checking and pairing the items.',
};
