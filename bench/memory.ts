/**
 * `npm run bench:memory [-- CASE [ITEMS ...]]`: the memory that runs of many items take above idle, as medians of three, each
 * in a process of its own; beside the floor, a node that gives out the same items without any call. Linux.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Table from 'cli-table3';
import { ensureBuilt } from '../engine';
import { CASES } from './memory/cases';
import { figuresOf, type Figures } from './memory/figures';

const RUNS = 3;
const COLUMNS = ['peak', 'heapPeak', 'held', 'seconds', 'cpuSeconds', 'failed'] as const;

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : 'The measurement failed'}\n`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const [pattern = '', ...given] = process.argv.slice(2);
  const counts = given.length > 0 ? given.map(Number) : [1_000, 10_000];
  await ensureBuilt();
  const table = new Table({
    head: ['Case', 'Items', 'Peak (MB)', 'Heap peak', 'Held', 'Seconds', 'CPU (s)', 'Failed'],
    style: { head: ['cyan'] },
  });
  const carrier = fork(join(__dirname, 'memory/carrier.ts'));
  const message: unknown[] = await once(carrier, 'message');
  const [port] = message;
  const url = `http://127.0.0.1:${String(port)}`;
  for (const { name } of CASES.filter((each) => each.name.includes(pattern))) {
    for (const count of counts) {
      const ours = await several(() => figuresOf(name, count, url));
      const floor = await figuresOf(name, count, url, true);
      table.push([name, count, ...mediansOf(ours)], [`${name}, floor`, count, ...mediansOf([floor])]);
      process.stdout.write(`${name} ${count}: ${JSON.stringify(ours)} floor ${JSON.stringify(floor)}\n`);
    }
  }
  process.stdout.write(`${table.toString()}\n`);
  carrier.disconnect();
}

async function several(run: () => Promise<Figures>): Promise<Figures[]> {
  const all: Figures[] = [];
  for (let index = 0; index < RUNS; index += 1) all.push(await run());
  return all;
}

function mediansOf(all: readonly Figures[]): number[] {
  return COLUMNS.map(
    (column) => all.map((each) => each[column]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN,
  );
}
