/** The cases of the bench, and that what is told of the last run is what its results say. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CASES } from '../../../bench/cases';
import { PANELS } from '../../../bench/panels';
import { chartOf } from '../../../bench/report/chart';
import { markdownOf } from '../../../bench/report/markdown';
import { parseResults } from '../../../bench/results';

const ROOT = path.join(__dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

it.each(CASES)(
  '$name: every row has a name of its own, and every mark and comparison is of a row',
  ({ rows, marks }) => {
    const names = rows.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const named = [...rows.map(({ beside }) => beside), ...marks.flatMap(({ row, than }) => [row, than])];
    expect(named.filter((name) => name !== undefined && !names.includes(name))).toEqual([]);
    expect(marks.filter(({ atMost, atLeast }) => (atMost ?? atLeast) === undefined)).toEqual([]);
  },
);

it('shows in the chart rows that are measured', () => {
  const rows = new Map(CASES.map(({ name, rows: own }) => [name, own.map((row) => row.name)]));
  const missing = PANELS.flatMap((panel) => panel.bars.filter(({ row }) => !rows.get(panel.case)?.includes(row)));
  expect(missing).toEqual([]);
});

it('has no figure in the report and the chart that is not in the results', () => {
  const results = parseResults(read('bench/results.json'));
  expect(read('bench/RESULTS.md')).toBe(markdownOf(CASES, results));
  expect(read('docs/images/bench.svg')).toBe(chartOf(PANELS, results));
});
