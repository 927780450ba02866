import { step, type Step } from '../../engine/chain';
import type { Case, ItemKind, Mark, Row } from '../case';
import { createStep } from '../forms';

const ORDER = { carrier: 'etower', extent: 'typical' } as const;
const COUNTS = [1000, 10_000, 50_000] as const;

const nameOf = (what: string, count: number): string => `${what}: ${count.toLocaleString('en')} items`;

function rowsOf(what: string, one: Step, of: ItemKind): Row[] {
  return COUNTS.map((count) => ({
    name: nameOf(what, count),
    ...(count === 1000 ? {} : { beside: nameOf(what, 1000) }),
    ...(count === 50_000 ? { runs: 3 } : {}),
    job: { kind: 'workflow', chains: [[one]], items: { of, count }, roundTrip: 0, atOnce: 5 },
  }));
}

function marksOf(what: string): Mark[] {
  const [few, many, most] = [nameOf(what, 1000), nameOf(what, 10_000), nameOf(what, 50_000)];
  return [
    { says: 'time per item at most 1.1 x that of 1,000', measure: 'msPerItem', row: many, than: few, atMost: 1.1 },
    { says: 'memory per item no more than of 1,000', measure: 'kbPerItem', row: most, than: few, atMost: 1 },
  ];
}

export const many: Case = {
  name: 'many',
  title: 'Tracking and create with 1,000, 10,000 and 50,000 items (eTower)',
  rows: [
    ...rowsOf('Tracking', step('etower', 'Track', 'tracking', 'get', { number: '={{ $json.number }}' }), 'numbers'),
    ...rowsOf('Create', createStep(ORDER, 'json', 5), { order: ORDER, from: 'json' }),
  ],
  marks: [
    { says: 'at most 150 MB above idle', measure: 'memoryMb', row: nameOf('Tracking', 10_000), atMost: 150 },
    ...marksOf('Tracking'),
    ...marksOf('Create'),
  ],
  limits:
    'Processor time for each item. In memory are the items that come in and go out, which n8n keeps until the execution ends.',
};
