import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isObject } from '#carriers/shared/json-value';

/** `npm test`: every check in turn, also after one failed, and one closing line that counts them all. */
const folder = mkdtempSync(path.join(tmpdir(), 'crossborder-test-'));
const report = path.join(folder, 'jest.json');
const root = path.join(__dirname, '..');

/** With it n8n-core evaluates expressions in tests the way it does in n8n. */
const env = {
  ...process.env,
  NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --experimental-vm-modules --no-warnings`.trim(),
};

const checks: readonly { name: string; command: string; args: readonly string[] }[] = [
  { name: 'build', command: 'gulp', args: ['build'] },
  { name: 'lint', command: 'eslint', args: ['.', '--max-warnings', '0'] },
  { name: 'format', command: 'prettier', args: ['--check', '.', '--log-level', 'warn'] },
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
];

const failures = checks.filter(({ name, command, args }) => !succeeds(name, command, args)).map(({ name }) => name);
const jestSucceeded = succeeds('tests', 'jest', ['--json', `--outputFile=${report}`, ...process.argv.slice(2)]);
const tests = countsOf(report);
rmSync(folder, { recursive: true });
const passed = checks.length - failures.length + tests.passed;
// A suite that cannot be loaded has no test that could fail.
const failed = failures.length + Math.max(tests.failed, jestSucceeded ? 0 : 1);

if (failures.length > 0) print(`Failed: ${failures.join(', ')}`);
print(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function succeeds(name: string, command: string, args: readonly string[]): boolean {
  print(`\n--- ${name}`);
  return (
    spawnSync(path.join(root, 'node_modules/.bin', command), args, { cwd: root, stdio: 'inherit', env }).status === 0
  );
}

function countsOf(file: string): { passed: number; failed: number } {
  try {
    const counts: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isObject(counts)) return { passed: 0, failed: 1 };
    return {
      passed: Number(counts['numPassedTests']),
      failed: Number(counts['numFailedTests']) + Number(counts['numRuntimeErrorTestSuites']),
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
