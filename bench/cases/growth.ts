import type { Case, Row } from '../case';
import { lookUp } from './lookups';

const nameOf = (count: number): string => `Mgoship: ${count.toLocaleString('en')} look-ups`;

const row = (count: number): Row => ({
  name: nameOf(count),
  job: {
    kind: 'workflow',
    chains: [[lookUp('Mgoship', 'Get', 10)]],
    items: { of: 'numbers', count },
    roundTrip: 0,
    atOnce: 10,
  },
});

export const growth: Case = {
  name: 'growth',
  title: 'From 1,000 to 10,000 look-ups',
  rows: [row(1000), { ...row(10_000), beside: nameOf(1000) }],
  marks: [
    {
      says: 'time per item at most 1.1 x that of 1,000',
      measure: 'msPerItem',
      row: nameOf(10_000),
      than: nameOf(1000),
      atMost: 1.1,
    },
  ],
  limits: 'Processor time for each item. For tracking, create and labels the same stands in their cases.',
};
