import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Of one run. */
export interface Figures {
  /** Megabytes above idle: the most that the process took, the most of it in the heap, and what is left with the outputs. */
  peak: number;
  heapPeak: number;
  held: number;
  seconds: number;
  cpuSeconds: number;
  /** Items that did not end as an output. */
  failed: number;
}

/**
 * Runs a case in a process of its own.
 * @param url of the stub carrier
 * @param floor a node that gives out the same items without any call, instead of ours
 */
export async function figuresOf(name: string, count: number, url: string, floor = false): Promise<Figures> {
  const script = join(__dirname, 'run.ts');
  const run = [script, name, String(count), url, ...(floor ? ['floor'] : [])];
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', 'tsx', ...run]);
  const figures: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  if (!isFigures(figures)) throw new Error(`The run of "${name}" gave no figures`);
  return figures;
}

function isFigures(value: unknown): value is Figures {
  return typeof value === 'object' && value !== null && 'peak' in value && 'failed' in value;
}
