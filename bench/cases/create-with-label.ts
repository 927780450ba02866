import { step } from '../../engine/chain';
import type { Case } from '../case';
import { createStep } from '../forms';
import { loop } from '../peers';

const ETOWER = { carrier: 'etower', extent: 'typical' } as const;
const ECCANG = { carrier: 'eccang', extent: 'typical' } as const;
const UNDICI = 'Eccang: create, link and file by an undici pool';
const options = { concurrency: 10 };

export const createWithLabel: Case = {
  name: 'create-with-label',
  title: 'Orders created with their labels of 100 KB, at 50 ms',
  rows: [
    {
      name: 'Eccang: Create, then Get a label',
      job: {
        kind: 'workflow',
        chains: [
          [
            createStep(ECCANG, 'json', 10),
            step('eccangTms', 'Label', 'label', 'get', { number: '={{ $json.orderNumber }}', options }),
          ],
        ],
        items: { of: { order: ECCANG, from: 'json' }, count: 100 },
        roundTrip: 50,
        atOnce: 10,
        callsPerItem: 3,
        filesOnDisk: true,
      },
      beside: UNDICI,
    },
    {
      name: UNDICI,
      isPeer: true,
      job: {
        kind: 'calls',
        calls: ['eccangCreate', 'eccangLabel', 'eccangFile'],
        items: { count: 100 },
        roundTrip: 50,
        atOnce: 10,
      },
    },
    {
      name: 'Eccang: create, link and file by a loop of httpRequest',
      isPeer: true,
      runs: 2,
      beside: UNDICI,
      job: {
        kind: 'workflow',
        chains: [[loop('eccangCreate', 'eccangLabel', 'eccangFile')]],
        items: { of: 'numbers', count: 100 },
        roundTrip: 50,
        atOnce: 1,
        callsPerItem: 3,
        warmUp: 10,
      },
    },
    {
      name: 'eTower: Create with label',
      job: {
        kind: 'workflow',
        chains: [
          [
            {
              ...createStep(ETOWER, 'json', 10),
              parameters: {
                ...createStep(ETOWER, 'json', 10).parameters,
                operation: 'createWithLabel',
                labelFormat: 'PDF',
              },
            },
          ],
        ],
        items: { of: { order: ETOWER, from: 'json' }, count: 1000 },
        roundTrip: 50,
        atOnce: 10,
        filesOnDisk: true,
      },
    },
  ],
  marks: [{ says: 'longest block at most 100 ms', measure: 'blockMs', row: 'eTower: Create with label', atMost: 100 }],
  limits:
    'At Eccang three calls for each order, of which the last fetches the file; n8n lets a node begin when the one before it is done with all items. At eTower 50 orders share a call, and their labels come in Base64 in its reply: reading it, and writing the files.',
};
