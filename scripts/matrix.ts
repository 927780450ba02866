/**
 * `npm run test:matrix`: every writing operation of every carrier under every fault, in every setting of the node, in as
 * many processes as there are cores. Prints what it came to, and closes with one line that counts the cells.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { installed, print, runChecks } from './test/checks';
import { close } from './test/report';
import { runTests, testFilesOf } from './test/tests';

const PARTS = Math.max(2, availableParallelism());

/** As `test/engine/matrix/totals.ts` writes it. */
const TOTALS = z.object({
  cells: z.number(),
  runs: z.number(),
  items: z.number(),
  wrongs: z.record(z.string(), z.number()),
  blockMs: z.number(),
  memoryMb: z.number(),
  longest: z.string(),
  largest: z.string(),
  failures: z.array(z.string()),
});
type Totals = z.infer<typeof TOTALS>;

main().catch((error: unknown) => {
  print(error instanceof Error ? error.message : String(error));
  close(0, 1);
});

async function main(): Promise<void> {
  const [build] = await runChecks([{ name: 'build', command: installed('gulp'), args: ['build'] }]);
  if (!build?.passed) throw new Error('There is nothing to test without the build.');
  const folder = mkdtempSync(path.join(tmpdir(), 'crossborder-matrix-'));
  try {
    const parts = Array.from({ length: PARTS }, (_, index) => `${index + 1}/${PARTS}`);
    const reports = parts.map((_, index) => path.join(folder, `${index}.json`));
    const started = performance.now();
    const runs = await Promise.all(
      parts.map((part, index) =>
        runTests(['--runInBand', '--silent', '--runTestsByPath', ...testFilesOf('engine/matrix/')], {
          env: { MATRIX: part, MATRIX_REPORT: reports[index] },
        }),
      ),
    );
    const totals = reports.map((file) => TOTALS.parse(JSON.parse(readFileSync(file, 'utf8'))));
    tell(totals, (performance.now() - started) / 1000);
    close(total(runs.map(({ passed }) => passed)), total(runs.map(({ failed }) => failed)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** On the terminal, and where GitHub shows it beside the run. */
function tell(all: readonly Totals[], seconds: number): void {
  const longest = most(all, ({ blockMs }) => blockMs);
  const largest = most(all, ({ memoryMb }) => memoryMb);
  const sum = (each: (totals: Totals) => number): string => total(all.map(each)).toLocaleString('en');
  const wrongs = Object.keys(all[0]?.wrongs ?? {});
  const rows: [string, string][] = [
    ['cells (operation x fault)', sum(({ cells }) => cells)],
    ['runs (x On Error x Retry On Fail x items hit)', sum(({ runs }) => runs)],
    ['items', sum(({ items }) => items)],
    ...wrongs.map((wrong): [string, string] => [wrong, sum(({ wrongs: found }) => found[wrong] ?? 0)]),
    ['longest block of the event loop', `${Math.round(longest?.blockMs ?? 0)} ms (${longest?.longest ?? ''})`],
    ['most memory above idle', `${Math.round(largest?.memoryMb ?? 0)} MB (${largest?.largest ?? ''})`],
    ['seconds', Math.round(seconds).toLocaleString('en')],
  ];
  const failures = all.flatMap((totals) => totals.failures);
  for (const failure of failures.slice(0, MOST_FAILURES)) print(failure);
  print('\nThe matrix of writes and faults');
  for (const [name, value] of rows) print(`  ${name.padEnd(46)} ${value}`);
  const { GITHUB_STEP_SUMMARY: summary } = process.env;
  if (summary === undefined) return;
  const table = rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n');
  appendFileSync(summary, `### The matrix of writes and faults\n\n| | |\n| --- | --- |\n${table}\n`);
}

const MOST_FAILURES = 50;

function most(all: readonly Totals[], of: (totals: Totals) => number): Totals | undefined {
  return all.toSorted((one, other) => of(other) - of(one))[0];
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
