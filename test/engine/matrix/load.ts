/** What a cell costs the process that n8n runs in. */
import { getHeapStatistics } from 'node:v8';

export interface Load {
  /** The longest time in which nothing else could run, in milliseconds. */
  blockMs: number;
  /** The most memory above what was used before, in megabytes. */
  memoryMb: number;
}

const TICK_MS = 10;
const MEGABYTE = 1024 * 1024;

/**
 * From now until `end`. A block is told by a timer that comes late, and counts as long as this thread was at work
 * meanwhile: Node's own measure of delays (`monitorEventLoopDelay`) also counts the time that the machine gave to others.
 */
export function watched(): { sample: () => void; end: () => Load } {
  const idle = memoryInUse();
  let memory = idle;
  let block = 0;
  let last = now();
  const sample = (): void => {
    memory = Math.max(memory, memoryInUse());
  };
  const tick = (): void => {
    const { wall, cpu } = now();
    block = Math.max(block, Math.min(wall - last.wall - TICK_MS, cpu - last.cpu));
    last = { wall, cpu };
    sample();
  };
  const timer = setInterval(tick, TICK_MS);
  return {
    sample,
    end: () => {
      tick();
      clearInterval(timer);
      return { blockMs: block, memoryMb: (memory - idle) / MEGABYTE };
    },
  };
}

/** Milliseconds: of the clock, and of the time that this thread has had. */
function now(): { wall: number; cpu: number } {
  const { user, system } = process.threadCpuUsage();
  return { wall: performance.now(), cpu: (user + system) / 1000 };
}

function memoryInUse(): number {
  const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics();
  return heap + buffers;
}
