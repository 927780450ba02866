import { step } from '../../engine/chain';
import type { Case, Row } from '../case';
import { httpRequest } from '../peers';

const TEN_THOUSAND = '10,000 labels';
const THOUSAND = '1,000 labels';
const common = { kind: 'workflow', roundTrip: 0, atOnce: 10, filesOnDisk: true, warmUp: 20 } as const;

function ours(name: string, count: number): Row {
  const parameters = { number: '={{ $json.number }}', options: { concurrency: 10 } };
  const chains = [[step('eccangTms', 'Label', 'label', 'get', parameters)]];
  return { name, job: { ...common, chains, items: { of: 'numbers', count } } };
}

const file = httpRequest('eccangFile');

export const labels: Case = {
  name: 'labels',
  title: 'Labels of 100 KB to the disk (Eccang: a link, then its file)',
  rows: [
    ours(THOUSAND, 1000),
    { ...ours(TEN_THOUSAND, 10_000), beside: THOUSAND },
    {
      name: "1,000 files by n8n's HTTP Request, whose links are known",
      isPeer: true,
      job: {
        ...common,
        items: { of: 'numbers', count: 1000 },
        chains: [
          [
            {
              ...file,
              parameters: {
                method: 'GET',
                url: '=CARRIER/eccang/label/{{ $json.number }}.pdf',
                options: { response: { response: { responseFormat: 'file' } } },
              },
            },
          ],
        ],
      },
    },
  ],
  marks: [
    { says: 'at most 150 MB above idle', measure: 'memoryMb', row: TEN_THOUSAND, atMost: 150 },
    {
      says: 'time per item at most 1.1 x that of 1,000',
      measure: 'msPerItem',
      row: TEN_THOUSAND,
      than: THOUSAND,
      atMost: 1.1,
    },
  ],
  limits:
    'Processor time: two calls for each label, TLS for 100 KB, and the file that n8n writes with its description beside it. In memory are the items of n8n and the labels under way.',
};
