/**
 * `npm run bench:replies [-- PATTERN]`: how long replies of 5 MB keep the event loop from everybody else, and how much memory
 * four bombs at once take. Counts processor time of the main thread alone, so that other work on the machine does not
 * matter, and runs the code bundled as it is published. Ends with status 1 when a block is longer than 100 ms, or memory
 * grows by more than 300 MB.
 */
import { readFileSync } from 'node:fs';
import Table from 'cli-table3';
import { BOMBS, CASES, type Case } from './long-replies/cases';
import { OPERATIONS, type Operation } from './long-replies/operations';
import { answeringServer, type AnsweringServer } from './long-replies/server';

const LONGEST_BLOCK_MS = 100;
const MOST_MEMORY_MB = 300;

const table = new Table({
  head: ['Operation', 'Reply', 'Block (ms)', 'Memory (MB)', 'Ended as'],
  style: { head: ['cyan'] },
});

main().then(
  (isGood) => process.exit(isGood ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : 'The measurement failed'}\n`);
    process.exit(1);
  },
);

async function main(): Promise<boolean> {
  const [pattern = ''] = process.argv.slice(2);
  const wanted = new RegExp(pattern);
  const server = await answeringServer();
  let isGood = true;
  for (const operation of OPERATIONS) {
    for (const each of [...CASES, ...BOMBS]) {
      if (!wanted.test(`${operation.name}: ${each.name}`)) continue;
      isGood = (await measured(server, operation, each)) && isGood;
    }
  }
  process.stdout.write(`${table.toString()}\n`);
  await server.close();
  return isGood;
}

async function measured(server: AnsweringServer, operation: Operation, each: Case): Promise<boolean> {
  const answer = each.answer(operation);
  if (!answer) return true;
  server.answers(answer);
  globalThis.gc?.();
  const idle = process.memoryUsage.rss();
  const watch = new BlockWatch();
  const calls = Array.from({ length: each.atOnce }, () => outcomeOf(operation, server.url));
  const [outcome = ''] = await Promise.all(calls);
  const { block, memory } = watch.end();
  const grown = (memory - idle) / 1024 / 1024;
  table.push([operation.name, each.name, Math.round(block), Math.round(grown), outcome.slice(0, 60)]);
  const isGood = block <= LONGEST_BLOCK_MS && grown <= MOST_MEMORY_MB;
  process.stdout.write(
    `${isGood ? '    ' : 'BAD '}${block.toFixed(0).padStart(6)} ms ${grown.toFixed(0).padStart(5)} MB  ${operation.name}: ${each.name} | ${outcome.slice(0, 90)}\n`,
  );
  return isGood;
}

async function outcomeOf({ run }: Operation, url: string): Promise<string> {
  try {
    return `result ${String(await run(url)).slice(0, 20)}`;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'thrown';
  }
}

/** Processor time of the main thread between two turns of its event loop. */
class BlockWatch {
  private block = 0;
  private memory = 0;
  private before = processorMs();
  private isOver = false;

  constructor() {
    const turn = (): void => {
      const now = processorMs();
      this.block = Math.max(this.block, now - this.before);
      this.before = now;
      this.memory = Math.max(this.memory, process.memoryUsage.rss());
      if (!this.isOver) setImmediate(turn);
    };
    setImmediate(turn);
  }

  end(): { block: number; memory: number } {
    this.isOver = true;
    return {
      block: Math.max(this.block, processorMs() - this.before),
      memory: Math.max(this.memory, process.memoryUsage.rss()),
    };
  }
}

/** Linux counts it for each thread, in nanoseconds. */
function processorMs(): number {
  const [nanoseconds = ''] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}
