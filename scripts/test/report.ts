import { print, type Outcome } from './checks';
import type { TestRun } from './tests';

const SLOWEST = 10;

/** Where the time went, what failed, and the closing line that counts. Sets the exit status. */
export function report(checks: readonly Outcome[], tests: TestRun): void {
  print('\nWhere the time went');
  const steps = [...checks, { name: 'tests', seconds: tests.seconds }];
  print(`  ${steps.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(', ')}`);
  const slowest = [...tests.files].sort((one, other) => other.seconds - one.seconds).slice(0, SLOWEST);
  for (const { path, seconds } of slowest) print(`  ${seconds.toFixed(1).padStart(6)} s  ${path}`);

  const failed = checks.filter(({ passed }) => !passed);
  const failures = [
    ...failed.map(({ name }) => name),
    ...tests.files.filter(({ passed }) => !passed).map(({ path }) => path),
  ];
  if (failures.length > 0) print(`\nFailed: ${failures.join(', ')}`);
  close(checks.length - failed.length + tests.passed, failed.length + tests.failed);
}

/** The last line, which `.ci/run` reads. */
export function close(passed: number, failed: number): void {
  print(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
