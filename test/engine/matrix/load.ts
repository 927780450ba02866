/** What a cell costs the process that n8n runs in. Busy machines make blocks longer: `npm test` only prints them. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

export interface Load {
  /** The longest time in which nothing else could run, in milliseconds. */
  blockMs: number;
  /** The most memory above what was used before, in megabytes. */
  memoryMb: number;
}

const RESOLUTION_MS = 5;
const SAMPLE_MS = 20;
const MEGABYTE = 1024 * 1024;

/** From now until `end`; `sample` looks at the memory in between, as a timer does. */
export function watched(): { sample: () => void; end: () => Load } {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const idle = memoryInUse();
  let most = idle;
  const sample = (): void => {
    most = Math.max(most, memoryInUse());
  };
  const timer = setInterval(sample, SAMPLE_MS);
  delay.enable();
  return {
    sample,
    end: () => {
      sample();
      clearInterval(timer);
      delay.disable();
      return { blockMs: Math.max(0, delay.max / 1e6 - RESOLUTION_MS), memoryMb: (most - idle) / MEGABYTE };
    },
  };
}

function memoryInUse(): number {
  const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics();
  return heap + buffers;
}
