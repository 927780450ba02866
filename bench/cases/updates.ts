import { step, type Step } from '../../engine/chain';
import type { Case, ItemKind, Row } from '../case';

const GET = 'Tracking: Get, 10,000 parcels';
const NEW = 'Get Updates of new parcels: 10,000';
const KNOWN = 'Get Updates of known parcels: 10,000';

function row(name: string, one: Step, of: ItemKind): Row {
  return {
    name,
    ...(name === GET ? {} : { beside: GET }),
    job: { kind: 'workflow', chains: [[one]], items: { of, count: 10_000 }, roundTrip: 50, atOnce: 5 },
  };
}

const UPDATES = step('etower', 'Updates', 'tracking', 'getUpdates', {
  number: '={{ $json.number }}',
  knownKey: '={{ $json.key }}',
  output: 'all',
});

/** What the processor takes for either, without a round trip, is in the case `many`. */
export const updates: Case = {
  name: 'updates',
  title: 'Get Updates beside Tracking: Get, at 50 ms (eTower)',
  rows: [
    row(GET, step('etower', 'Track', 'tracking', 'get', { number: '={{ $json.number }}' }), 'numbers'),
    row(NEW, UPDATES, 'numbers'),
    row(KNOWN, UPDATES, 'knownNumbers'),
  ],
  marks: [NEW, KNOWN].map((name) => ({
    says: 'time per item at most 1.15 x that of Tracking: Get',
    measure: 'msPerItem',
    row: name,
    than: GET,
    atMost: 1.15,
  })),
  limits: 'The round trip: 334 calls of 30 parcels, five at once. Parcels are read while the next calls are under way.',
};
