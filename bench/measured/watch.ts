import { readFileSync } from 'node:fs';
import type { Sample } from '../case';

/** Often enough to see a block, and rarely enough not to count. */
const EVERY_MS = 5;
const MB = 1024 * 1024;

/** Does the work once, from a heap that was swept, and tells what it took. */
export async function watched(work: () => Promise<void>): Promise<Sample> {
  globalThis.gc?.();
  globalThis.gc?.();
  const idle = process.memoryUsage.rss();
  const watch = new Watch();
  const cpu = process.cpuUsage();
  const begun = performance.now();
  await work();
  const wallMs = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  const { block, memory } = watch.end();
  return {
    wallMs,
    cpuMs: (user + system) / 1000,
    memoryMb: (memory - idle) / MB,
    ...(block === undefined ? {} : { blockMs: block }),
  };
}

/** The most processor time of the main thread between two ticks, and the most memory at a tick. */
class Watch {
  private block: number | undefined;
  private memory = 0;
  private before = processorMs();
  private readonly timer = setInterval(() => this.tick(), EVERY_MS);

  end(): { block: number | undefined; memory: number } {
    clearInterval(this.timer);
    this.tick();
    return { block: this.block, memory: this.memory };
  }

  private tick(): void {
    const now = processorMs();
    if (now !== undefined && this.before !== undefined) this.block = Math.max(this.block ?? 0, now - this.before);
    this.before = now;
    this.memory = Math.max(this.memory, process.memoryUsage.rss());
  }
}

/** Linux counts it for each thread, in nanoseconds: what else runs on the machine is not in it. Other systems do not. */
function processorMs(): number | undefined {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    return undefined;
  }
}
