/** What the chart of the README shows. */
import type { Panel } from './report/chart';

export const PANELS: readonly Panel[] = [
  {
    title: '1,000 look-ups at 50 ms, 10 at once: seconds',
    case: 'lookups',
    measure: 'wallMs',
    unit: 's',
    per: 1000,
    bars: [
      { label: 'this package', row: 'Mgoship: 1,000 at 50 ms, 10 at once', isOurs: true },
      { label: "n8n's HTTP Request, in batches", row: 'HTTP Request in batches: 1,000 at 50 ms, 10 at once' },
      { label: 'a bare undici pool', row: 'undici pool: 1,000 at 50 ms, 10 at once' },
    ],
  },
  {
    title: 'Connections that it opens',
    case: 'lookups',
    measure: 'connections',
    unit: '',
    bars: [
      { label: 'this package', row: 'Mgoship: 1,000 at 50 ms, 10 at once', isOurs: true },
      { label: "n8n's HTTP Request", row: "n8n's HTTP Request: 1,000 at 50 ms, 10 at once" },
    ],
  },
  {
    title: 'Processor time for a look-up',
    case: 'lookups',
    measure: 'cpuMsPerItem',
    unit: 'ms',
    bars: [
      { label: 'this package', row: 'Mgoship: 1,000 at 0 ms, 10 at once', isOurs: true },
      { label: "n8n's HTTP Request", row: "n8n's HTTP Request: 1,000 at 0 ms, 10 at once" },
      { label: 'loop of helpers.httpRequest', row: 'Loop of httpRequest: 1,000 at 0 ms, 1 at once' },
      { label: 'a bare undici pool', row: 'undici pool: 1,000 at 0 ms, 10 at once' },
    ],
  },
  {
    title: '1,000 parcels tracked at 50 ms: seconds',
    case: 'bulk',
    measure: 'wallMs',
    unit: 's',
    per: 1000,
    bars: [
      { label: 'this package, 30 in a call', row: 'eTower tracking', isOurs: true },
      { label: 'a bare undici pool, one in a call', row: 'eTower tracking, one call per item (undici pool)' },
    ],
  },
  {
    title: 'Memory that 1,000 labels of 100 KB take, with the files on the disk',
    case: 'labels',
    measure: 'memoryMb',
    unit: 'MB',
    bars: [
      { label: 'this package', row: '1,000 labels', isOurs: true },
      { label: "n8n's HTTP Request", row: "1,000 files by n8n's HTTP Request, whose links are known" },
    ],
  },
];
