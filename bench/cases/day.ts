import { step, type Step } from '../../engine/chain';
import type { Case } from '../case';
import { typedStep } from '../forms';

const options = { concurrency: 10 };

/** By the number that Create gave out. */
const byNumber = (node: string, name: string, resource: string, operation: string, number: string): Step =>
  step(node, name, resource, operation, { number: `={{ $('${number}').item.json.trackingNumber }}`, options });

const ETOWER = [
  typedStep('etower', 'eTower Create', 10),
  byNumber('etower', 'eTower Label', 'label', 'get', 'eTower Create'),
  byNumber('etower', 'eTower Track', 'tracking', 'get', 'eTower Create'),
  byNumber('etower', 'eTower Forecast', 'manifest', 'send', 'eTower Create'),
];

const HUAHAN = [
  typedStep('huahan', 'Huahan Create', 10),
  byNumber('huahan', 'Huahan Label', 'label', 'get', 'Huahan Create'),
  byNumber('huahan', 'Huahan Track', 'tracking', 'get', 'Huahan Create'),
];

export const day: Case = {
  name: 'day',
  title: 'A mixed day: 2,000 orders created, labelled, tracked and forecast, at 50 ms',
  rows: [
    {
      name: '1,000 orders at eTower and 1,000 at Huahan, 10 at once',
      job: {
        kind: 'workflow',
        chains: [ETOWER, HUAHAN],
        items: { of: 'numbers', count: 1000 },
        roundTrip: 50,
        atOnce: 10,
        filesOnDisk: true,
      },
    },
  ],
  marks: [],
  limits:
    "Huahan's creates and labels, which take one call each, and two for a label: three round trips for each order. eTower's orders share calls. Nodes run one after the other.",
};
