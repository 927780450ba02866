/**
 * `npm run test:n8n1`: the engine tests of the built package with n8n-core and n8n-workflow of n8n 1.x. Those are
 * installed beside this file first.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { objectOf } from '../../carriers/shared/json-value';
import { ensureBuilt, PROJECT_ROOT } from '../../engine';
import { readJson } from '../../engine/json-files';

const VERSIONS = path.join(__dirname, 'package.json');

main().then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);

async function main(): Promise<number> {
  const wanted = objectOf(objectOf(await readJson(VERSIONS))['dependencies']);
  for (const [name, version] of Object.entries(wanted)) {
    if ((await installedVersion(name)) === version) continue;
    const status = run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], __dirname);
    if (status !== 0) return status;
    break;
  }
  await ensureBuilt();
  process.stdout.write(`n8n-core ${String(wanted['n8n-core'])}, n8n-workflow ${String(wanted['n8n-workflow'])}\n`);
  const jest = path.join(PROJECT_ROOT, 'node_modules/.bin/jest');
  return run(jest, ['--config', path.join(__dirname, 'jest.config.js'), '--forceExit', ...process.argv.slice(2)]);
}

/** n8n imports parts of itself dynamically, which jest allows with this option only. */
function run(command: string, args: readonly string[], cwd = PROJECT_ROOT): number {
  const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
  return spawnSync(command, args, { cwd, stdio: 'inherit', env, timeout: 1_200_000 }).status ?? 1;
}

async function installedVersion(name: string): Promise<unknown> {
  const manifest = path.join(__dirname, 'node_modules', name, 'package.json');
  return existsSync(manifest) ? objectOf(await readJson(manifest))['version'] : undefined;
}
