/** What is told of results: computed from them alone. */
import type { Case } from '../../../bench/case';
import { chartOf, type Panel } from '../../../bench/report/chart';
import { markdownOf } from '../../../bench/report/markdown';
import { judged, verdictText } from '../../../bench/report/marks';
import { numberText } from '../../../bench/report/numbers';
import { spreadOf } from '../../../bench/report/statistics';
import { tableOf } from '../../../bench/report/table';
import { parseResults, type CaseResults } from '../../../bench/results';

const JOB = { kind: 'read', reply: 'json', by: 'us' } as const;

const CASE: Case = {
  name: 'sample',
  title: 'A sample',
  limits: 'Nothing.',
  rows: [
    { name: 'ours', job: JOB, beside: 'theirs' },
    { name: 'theirs', job: JOB, isPeer: true },
    { name: 'left out', job: JOB },
  ],
  marks: [
    { says: 'half the CPU', measure: 'cpuMs', row: 'ours', than: 'theirs', atMost: 0.5 },
    {
      says: 'three times as fast',
      measure: 'wallMs',
      row: 'theirs',
      than: 'ours',
      atLeast: 3,
      whenMissed: 'It waits.',
    },
    { says: 'few connections', measure: 'connections', row: 'ours', atMost: 10 },
    { says: 'of what was left out', measure: 'cpuMs', row: 'left out', atMost: 1 },
  ],
};

const TEXT = JSON.stringify({
  cases: {
    sample: {
      measuredAt: '2026-01-05T10:00:00.000Z',
      machine: {
        processor: 'A processor',
        cores: 2,
        memoryGb: 8,
        system: 'Linux 6',
        versions: { Node: '24.0.0' },
        commit: 'abc1234',
      },
      rows: {
        ours: [
          { wallMs: 3000, cpuMs: 40, connections: 10 },
          { wallMs: 1000, cpuMs: 30, connections: 10 },
          { wallMs: 2000, cpuMs: 90, connections: 10 },
        ],
        theirs: [
          { wallMs: 4000, cpuMs: 90 },
          { wallMs: 5000, cpuMs: 110 },
        ],
      },
    },
  },
});

const results = parseResults(TEXT);

function sample(): CaseResults {
  const found = results.cases['sample'];
  if (!found) throw new Error('The sample is not there');
  return found;
}

it('takes the median, of an even number of runs the middle of two', () => {
  expect(spreadOf(sample().rows['ours'] ?? [], 'cpuMs')).toEqual({ median: 40, least: 30, most: 90, runs: 3 });
  expect(spreadOf(sample().rows['theirs'] ?? [], 'cpuMs')).toEqual({ median: 100, least: 90, most: 110, runs: 2 });
  expect(spreadOf(sample().rows['theirs'] ?? [], 'connections')).toBeUndefined();
});

it('shows of each row the median, the spread, the ratios and the number of runs, and no row without runs', () => {
  expect(tableOf(CASE, sample())).toEqual([
    ['', 'Wall (s)', 'CPU (ms)', 'Connections', 'Wall x', 'CPU x', 'of', 'Runs'],
    ['ours', '2 (1–3)', '40 (30–90)', '10', '0.44', '0.40', 'theirs', '3'],
    ['theirs', '4.50 (4–5)', '100 (90–110)', '', '', '', '', '2'],
  ]);
});

it('compares the times of different numbers of items per item', () => {
  const rows = {
    ours: [{ wallMs: 100, msPerItem: 10, cpuMsPerItem: 2 }],
    theirs: [{ wallMs: 400, msPerItem: 4, cpuMsPerItem: 4 }],
  };
  expect(tableOf(CASE, { ...sample(), rows })[1]?.slice(-4)).toEqual(['2.50', '0.50', 'theirs', '1']);
});

it('judges marks by medians and their ratios', () => {
  expect(judged(CASE, sample()).map((each) => [each.verdict, verdictText(each)])).toEqual([
    ['reached', '0.40'],
    ['missed', '**missed: 2.25**'],
    ['reached', '10'],
    ['not measured', 'not measured'],
  ]);
});

it('tells machine, versions, marks with reasons, and what limits a case', () => {
  const text = markdownOf([CASE, { ...CASE, name: 'other' }], results);
  expect(text).toContain('2026-01-05, commit abc1234: A processor, 2 cores, 8 GB, Linux 6. Node 24.0.0.');
  expect(text).toContain('Not measured yet: other.');
  expect(text).toContain('| sample | theirs | three times as fast | **missed: 2.25** | It waits. |');
  expect(text).toContain('| sample | ours | half the CPU | 0.40 |  |');
  expect(text).toContain('What limits it: Nothing.');
  expect(text).toContain('| ours | 2 (1–3) |');
});

it('draws bars in proportion, each with its number, and leaves out what was not measured', () => {
  const panel: Panel = {
    title: 'Seconds & more',
    case: 'sample',
    measure: 'wallMs',
    unit: 's',
    per: 1000,
    bars: [
      { row: 'ours', label: 'ours', isOurs: true },
      { row: 'theirs', label: 'theirs' },
      { row: 'left out', label: 'left out' },
    ],
  };
  const svg = chartOf([panel, { ...panel, case: 'other', title: 'Other' }], results);
  expect([...svg.matchAll(/class="(ours|other)" [^>]*width="(\d+)"/g)].map(([, kind, width]) => [kind, width])).toEqual(
    [
      ['ours', '172'],
      ['other', '388'],
    ],
  );
  expect(svg).toContain('>2 s</text>');
  expect(svg).toContain('>4.50 s</text>');
  expect(svg).toContain('Seconds &amp; more');
  expect(svg).not.toContain('>left out<');
});

it('writes numbers with the digits that count', () => {
  expect([1234.5, 12.34, 0.4142, 10, 0].map(numberText)).toEqual(['1,235', '12.3', '0.41', '10', '0']);
});

it('refuses results with a measure that nobody knows', () => {
  expect(() => parseResults(TEXT.replace('wallMs', 'wallMinutes'))).toThrow();
});
