import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { installed, ROOT } from './checks';

export interface TestRun {
  passed: number;
  failed: number;
  /** From the root, with the seconds each took. */
  files: { path: string; seconds: number; passed: boolean }[];
  seconds: number;
}

/** All test files, from the root, as `test/<kind>/…`. */
export const TEST_FILES: readonly string[] = readdirSync(path.join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => path.posix.join('test', ...file.split(path.sep)))
  .sort();

export const KINDS: readonly string[] = [...new Set(TEST_FILES.flatMap((file) => file.split('/')[1] ?? []))];

/** The test files of a kind, or those whose path holds the name. */
export function testFilesOf(name: string): string[] {
  const wanted = name.toLowerCase();
  if (KINDS.includes(wanted)) return TEST_FILES.filter((file) => file.startsWith(`test/${wanted}/`));
  return TEST_FILES.filter((file) => file.toLowerCase().includes(wanted.replace(/^\.\//, '')));
}

/** Runs jest with its own progress on the terminal. `node` is the Node to run it with, `env` what it gets besides. */
export async function runTests(
  options: readonly string[],
  { node = process.execPath, env = {} }: { node?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<TestRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'crossborder-test-'));
  const report = path.join(folder, 'jest.json');
  const reporters = [path.join(__dirname, 'progress-reporter.js'), 'summary'].map((name) => `--reporters=${name}`);
  const start = performance.now();
  const jest = spawn(node, [installed('jest'), '--json', `--outputFile=${report}`, ...reporters, ...options], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...env,
      // npm puts the project's own Node first, which tests would start for their commands.
      PATH: [path.dirname(node), process.env['PATH'] ?? ''].join(path.delimiter),
    },
  });
  const closing: unknown[] = await once(jest, 'close');
  const seconds = (performance.now() - start) / 1000;
  try {
    const run = runOf(REPORT.parse(JSON.parse(readFileSync(report, 'utf8'))));
    return { ...run, failed: Math.max(run.failed, closing[0] === 0 ? 0 : 1), seconds };
  } catch {
    return { passed: 0, failed: 1, files: [], seconds };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const REPORT = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(z.object({ name: z.string(), startTime: z.number(), endTime: z.number(), status: z.string() })),
});

function runOf(report: z.infer<typeof REPORT>): Omit<TestRun, 'seconds'> {
  return {
    passed: report.numPassedTests,
    // A file that cannot be loaded has no test that could fail.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    files: report.testResults.map(({ name, startTime, endTime, status }) => ({
      path: path.relative(ROOT, name),
      seconds: (endTime - startTime) / 1000,
      passed: status !== 'failed',
    })),
  };
}
