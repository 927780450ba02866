/**
 * `npm run test:node20`: the build, and the unit and contract tests, under the oldest Node that package.json promises. It
 * is installed beside this file first. Tests in n8n's engine are not among them: the engine of n8n 2.x needs a newer Node.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { objectOf, type JsonObject } from '../../carriers/shared/json-value';
import { installed, print, ROOT, runChecks, type Check } from '../test/checks';
import { close, report } from '../test/report';
import { runTests } from '../test/tests';

const NODE = path.join(__dirname, 'node_modules/node/bin/node');

/** Loads every file that n8n would load. */
const LOAD = `const { n8n } = require('./package.json');
for (const file of [...n8n.nodes, ...n8n.credentials]) require('./' + file);`;

const BUILD: Check = { name: 'build', command: NODE, args: [installed('gulp'), 'build'] };
const LOADS: Check = { name: 'loading the built package', command: NODE, args: ['-e', LOAD] };

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  close(0, 1);
});

async function main(): Promise<void> {
  const wanted = String(objectOf(manifest(__dirname)['dependencies'])['node']);
  const promised = String(objectOf(manifest(ROOT)['engines'])['node']);
  if (!wanted.startsWith(`${promised.replace('>=', '')}.`)) {
    throw new Error(
      `package.json promises Node ${promised}; scripts/node20/package.json must name that one, not ${wanted}`,
    );
  }
  if (version() !== `v${wanted}`) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: __dirname, stdio: 'inherit' });
  }
  print(`Node ${String(version())}`);
  const checks = [...(await runChecks([BUILD])), ...(await runChecks([LOADS]))];
  report(checks, await runTests(['--selectProjects', 'unit', 'contract'], { node: NODE }));
}

function version(): string | undefined {
  return existsSync(NODE) ? execFileSync(NODE, ['--version'], { encoding: 'utf8' }).trim() : undefined;
}

function manifest(folder: string): JsonObject {
  return objectOf(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
}
