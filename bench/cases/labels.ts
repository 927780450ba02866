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

/** Told at both marks: it is one cause. */
const SWEEPS =
  "Bytes of labels that are stored wait until Node.js sweeps its young objects. What n8n keeps of each label lets the space for them grow within 10,000 labels; then it is swept less often, more bytes wait, and in the end all of the memory is swept instead. Started with --max-semi-space-size=8, which is n8n's to decide, the same run stays far below the mark. Tried: n8n is asked once for the expression, each reply goes where it belongs as it comes, and nothing else holds a label that is stored.";

const POOL = 'links and files by an undici pool, not written';

function pool(count: number): Row {
  return {
    name: `${count.toLocaleString('en')} ${POOL}`,
    isPeer: true,
    job: { kind: 'calls', calls: ['eccangLabel', 'eccangFile'], items: { count }, roundTrip: 0, atOnce: 10 },
  };
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
    pool(1000),
    { ...pool(10_000), beside: pool(1000).name },
  ],
  marks: [
    { says: 'at most 150 MB above idle', measure: 'memoryMb', row: TEN_THOUSAND, atMost: 150, whenMissed: SWEEPS },
    {
      says: 'time per item at most 1.1 x that of 1,000',
      measure: 'msPerItem',
      row: TEN_THOUSAND,
      than: THOUSAND,
      atMost: 1.1,
      whenMissed: SWEEPS,
    },
  ],
  limits:
    'Processor time: two calls for each label, TLS for 100 KB, and the file that n8n writes with its description beside it. In memory are the items of n8n and the labels under way.',
};
