/**
 * `npm run bench [-- CASE ...] [--runs N]`, or `-- --report` to write the report of what was measured anew: what this package costs beside what people would pick instead, in n8n's own
 * engine, against a stub carrier behind TLS. Prints tables, and writes results.json, RESULTS.md and the chart. A case that
 * is run alone replaces its own results and leaves the others.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import Table from 'cli-table3';
import { ensureBuilt, PROJECT_ROOT } from '../engine';
import { bundlePrograms } from './bundle';
import type { Case } from './case';
import { CASES } from './cases';
import { installPeers } from './install';
import { thisMachine } from './machine';
import { PANELS } from './panels';
import { chartOf } from './report/chart';
import { markdownOf } from './report/markdown';
import { judged, verdictText } from './report/marks';
import { tableOf } from './report/table';
import { readResults, writeResults, type CaseResults, type Results } from './results';
import { roundsOf, runCase, type Bench } from './schedule';
import { startServers } from './servers';

const CHART = path.join(PROJECT_ROOT, 'docs/images/bench.svg');
const REPORT = path.join(__dirname, 'RESULTS.md');
const ROUNDS = 5;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'The bench failed'}\n`);
    process.exit(1);
  },
);

async function main(): Promise<number> {
  const { cases, rounds, onlyReports } = asked();
  if (onlyReports) {
    await writeReport(await readResults());
    return 0;
  }
  await ensureBuilt();
  await installPeers();
  const programs = await bundlePrograms();
  const servers = await startServers(programs);
  const machine = await thisMachine();
  const bar = new SingleBar({
    format: '{bar} {value}/{total} · {duration_formatted} · {what}',
    barsize: 20,
    hideCursor: true,
  });
  const total = cases.flatMap(({ rows }) => rows.map((row) => roundsOf(row, rounds)));
  bar.start(
    total.reduce((sum, each) => sum + each, 0),
    0,
    { what: 'starting' },
  );
  const failures: string[] = [];
  try {
    for (const each of cases) {
      const bench: Bench = {
        servers,
        programs,
        rounds,
        onRun: (row) => bar.increment({ what: `${each.name}: ${row}` }),
      };
      try {
        const rows = await runCase(each, bench);
        await keep(each.name, { measuredAt: new Date().toISOString(), machine, rows });
      } catch (error) {
        failures.push(`${each.name} failed: ${error instanceof Error ? error.message : ''}`);
      }
    }
  } finally {
    bar.stop();
    servers.close();
  }
  const results = await readResults();
  await writeReport(results);
  for (const each of cases) print(each, results);
  for (const failure of failures) process.stderr.write(`${failure}\n`);
  return failures.length > 0 ? 1 : 0;
}

function asked(): { cases: readonly Case[]; rounds: number; onlyReports: boolean } {
  const { values, positionals } = parseArgs({
    options: { runs: { type: 'string' }, report: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const known = CASES.map(({ name }) => name);
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`Unknown case: ${unknown.join(', ')}. Known: ${known.join(', ')}`);
  const rounds = Number(values.runs ?? ROUNDS);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--runs must be a whole number, at least 1');
  const cases = CASES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  return { cases, rounds, onlyReports: values.report };
}

async function keep(name: string, found: CaseResults): Promise<void> {
  const { cases } = await readResults();
  await writeResults({ cases: { ...cases, [name]: found } });
}

async function writeReport(results: Results): Promise<void> {
  await writeFile(REPORT, markdownOf(CASES, results));
  await writeFile(CHART, chartOf(PANELS, results));
}

function print(each: Case, { cases }: Results): void {
  const results = cases[each.name];
  if (!results) return;
  const [head = [], ...rows] = tableOf(each, results);
  const table = new Table({ head, style: { head: ['cyan'], compact: true } });
  table.push(...rows);
  process.stdout.write(`\n${each.title}\n${table.toString()}\n`);
  for (const judgement of judged(each, results)) {
    const { verdict, mark } = judgement;
    process.stdout.write(
      `  ${verdict.padEnd(8)} ${mark.row}: ${mark.says} (${verdictText(judgement).replaceAll('*', '')})\n`,
    );
  }
}
