/**
 * `npm run test:new`: both commands in a temporary copy of the project, which must build, lint, type-check and pass the tests
 * of what was written, as it is. The lines by hand of a new deployment are counted too.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { print, ROOT, runChecks, type Check, type Outcome } from '../test/checks';
import { close } from '../test/report';
import { handLines, MOST_BY_HAND } from './hand-written';

const CARRIER = { name: 'acme', title: 'Acme Express' };
const DEPLOYMENT = { name: 'zenith', className: 'Zenith', title: 'Zenith Logistics 7' };

/** Of the project's own tests those that look at every carrier. */
const STRUCTURE = [
  'capabilities',
  'documents',
  'found',
  'house',
  'names',
  'nodes',
  'references',
  'repository',
  'package',
].map((name) => `test/structure/${name}.test.ts`);

const copy = mkdtempSync(path.join(tmpdir(), 'crossborder-new-'));

main()
  .catch((error: unknown) => {
    print(error instanceof Error ? error.message : String(error));
    close(0, 1);
  })
  .finally(() => rmSync(copy, { recursive: true, force: true }));

async function main(): Promise<void> {
  copyProject();
  const written = [
    ...(await runChecks([inCopy('new-carrier', 'npm', 'run', 'new-carrier', CARRIER.name, CARRIER.title)])),
    ...(await runChecks([inCopy('new-deployment', 'npm', 'run', 'new-deployment', DEPLOYMENT.name, DEPLOYMENT.title)])),
  ];
  const files = changedFiles();
  print(`${files.length} files were written or changed`);
  const checked = await runChecks([
    inCopy(
      'lint',
      bin('eslint'),
      ...files.filter((file) => /\.(ts|js)$|package\.json$/.test(file)),
      '--max-warnings',
      '0',
    ),
    inCopy('types', bin('tsc'), '--noEmit'),
    inCopy('format', bin('prettier'), '--check', '--ignore-unknown', '--log-level', 'warn', ...files),
  ]);
  // Makes the build first.
  const tests = await runChecks([
    inCopy('tests', bin('tsx'), 'scripts/test.ts', `/${CARRIER.name}/`, `/${DEPLOYMENT.name}/`, ...STRUCTURE),
  ]);
  const outcomes = [...written, ...checked, ...tests, linesByHand()];
  const failed = outcomes.filter(({ passed }) => !passed);
  if (failed.length > 0) print(`\nFailed: ${failed.map(({ name }) => name).join(', ')}`);
  close(outcomes.length - failed.length, failed.length);
}

/** What a clone would hold if the changes of today were committed, as a repository of its own, with the same packages. */
function copyProject(): void {
  const listed = git(ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
  for (const file of listed.filter((each) => each !== '' && existsSync(path.join(ROOT, each)))) {
    cpSync(path.join(ROOT, file), path.join(copy, file));
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  git(copy, 'init', '--quiet');
  // The project ignores a folder of that name, not a link.
  appendFileSync(path.join(copy, '.git/info/exclude'), 'node_modules\n');
  git(copy, 'add', '--all');
}

function changedFiles(): string[] {
  const changed = git(copy, 'diff', '--name-only', '-z');
  const created = git(copy, 'ls-files', '-z', '--others', '--exclude-standard');
  return `${changed}${created}`.split('\0').filter((file) => file !== '');
}

function linesByHand(): Outcome {
  const lines = handLines(copy, DEPLOYMENT);
  print(`By hand, a new deployment without its sandbox has ${lines} lines; at most ${MOST_BY_HAND} are allowed`);
  return { name: 'lines by hand', seconds: 0, passed: lines > 0 && lines <= MOST_BY_HAND };
}

function inCopy(name: string, command: string, ...args: string[]): Check {
  return { name, command, args, cwd: copy };
}

function bin(command: string): string {
  return path.join(copy, 'node_modules/.bin', command);
}

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8' });
}
