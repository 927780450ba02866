import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import pLimit from 'p-limit';

export const ROOT = path.join(__dirname, '../..');

export interface Check {
  name: string;
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  /** Where it runs, if not in the project. */
  cwd?: string;
}

export interface Outcome {
  name: string;
  seconds: number;
  passed: boolean;
}

/** The output of a check is shown whole, and only if it failed. */
export async function runChecks(checks: readonly Check[], atATime = availableParallelism()): Promise<Outcome[]> {
  print(`Running ${checks.map(({ name }) => name).join(', ')}`);
  const turn = pLimit(atATime);
  let finished = 0;
  const one = async (check: Check): Promise<Outcome> => {
    const start = performance.now();
    const { passed, output } = await ended(check);
    const seconds = (performance.now() - start) / 1000;
    finished += 1;
    const verdict = passed ? 'passed' : 'FAILED';
    print(`[${finished}/${checks.length}] ${check.name} ${verdict} in ${seconds.toFixed(1)} s`);
    if (!passed) print(output);
    return { name: check.name, seconds, passed };
  };
  return Promise.all(checks.map((check) => turn(one, check)));
}

/** The path of a command that the project has installed. */
export function installed(command: string): string {
  return path.join(ROOT, 'node_modules/.bin', command);
}

export function print(text: string): void {
  process.stdout.write(`${text.trimEnd()}\n`);
}

async function ended({ command, args, env, cwd = ROOT }: Check): Promise<{ passed: boolean; output: string }> {
  const colours = process.stdout.isTTY && process.stdout.hasColors() ? { FORCE_COLOR: '1' } : {};
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env, ...colours },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  }
  try {
    const closing: unknown[] = await once(child, 'close');
    return { passed: closing[0] === 0, output };
  } catch (error) {
    return { passed: false, output: `${command} could not be started: ${String(error)}` };
  }
}
