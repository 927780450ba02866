import { step, type Step } from '../../engine/chain';
import type { Case, ItemKind, Mark, Row } from '../case';
import { createStep } from '../forms';

const ORDER = { carrier: 'etower', extent: 'typical' } as const;
const COUNTS = [1000, 10_000, 50_000] as const;

const TRACK = step('etower', 'Track', 'tracking', 'get', { number: '={{ $json.number }}' });
const EVALUATION = "n8n's evaluation of a number: 10,000 items";

const nameOf = (what: string, count: number): string => `${what}: ${count.toLocaleString('en')} items`;

function rowsOf(what: string, one: Step, of: ItemKind): Row[] {
  return COUNTS.map((count) => ({
    name: nameOf(what, count),
    ...(count === 1000 ? {} : { beside: nameOf(what, 1000) }),
    ...(count === 50_000 ? { runs: 2 } : {}),
    job: { kind: 'workflow', chains: [[one]], items: { of, count }, roundTrip: 0, atOnce: 5 },
  }));
}

const WITH_KEYS = { number: '={{ $json.number }}', knownKey: '={{ $json.key }}', output: 'all' };

/** Of new parcels each event is in the output twice. Known ones are as on most mornings: nothing is new. */
function updatesOf(what: string, of: ItemKind, whenMissed?: string): { row: Row; marks: Mark[] } {
  const [name, tracking] = [nameOf(what, 10_000), nameOf('Tracking', 10_000)];
  return {
    row: {
      name,
      beside: tracking,
      job: {
        kind: 'workflow',
        chains: [[step('etower', 'Updates', 'tracking', 'getUpdates', WITH_KEYS)]],
        items: { of, count: 10_000 },
        roundTrip: 0,
        atOnce: 5,
      },
    },
    marks: [
      { says: 'at most 200 MB above idle', measure: 'memoryMb', row: name, atMost: 200 },
      {
        says: 'CPU per item at most 1.15 x that of Tracking: Get',
        measure: 'cpuMsPerItem',
        row: name,
        than: tracking,
        atMost: 1.15,
        ...(whenMissed === undefined ? {} : { whenMissed }),
      },
    ],
  };
}

const TRIED =
  'Tried, and not measurably faster: options read once per run, a short way where nothing is new, sums of four bits at a time, and sums in plain lists. Without the hashes the keys would be others.';

const newOnes = updatesOf(
  'Get Updates of new parcels',
  'numbers',
  `Of what it takes more, the greatest parts are to hash five events, to write the key, and to write each event a second time, under newEvents. A parcel is new once. ${TRIED}`,
);
const knownOnes = updatesOf(
  'Get Updates of known parcels',
  'knownNumbers',
  `About half of what it takes more is to prove that nothing is new: the key is read, checked and written, and five events are hashed and summed up. The rest is spread: one more field to read, more fields to give out, and code that the engine has yet to compile. In a process that has run before it is less. ${TRIED}`,
);

/** What n8n needs to evaluate one field with an expression for each item: nothing is sent. */
const evaluation: Row = {
  name: EVALUATION,
  isPeer: true,
  job: {
    kind: 'workflow',
    chains: [[TRACK]],
    items: { of: 'numbers', count: 10_000 },
    roundTrip: 0,
    atOnce: 5,
    onlyEvaluates: true,
  },
};

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
    ...rowsOf('Tracking', TRACK, 'numbers'),
    evaluation,
    newOnes.row,
    knownOnes.row,
    ...rowsOf('Create', createStep(ORDER, 'json', 5), { order: ORDER, from: 'json' }),
  ],
  marks: [
    { says: 'at most 150 MB above idle', measure: 'memoryMb', row: nameOf('Tracking', 10_000), atMost: 150 },
    ...marksOf('Tracking'),
    ...newOnes.marks,
    ...knownOnes.marks,
    ...marksOf('Create'),
  ],
  limits:
    'Processor time for each item. In memory are the items that come in and go out, which n8n keeps until the execution ends.',
};
