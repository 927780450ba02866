/** The packages that are measured beside ours, in `bench/node_modules`. */
import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const MODULES = path.join(__dirname, 'node_modules');

/** Written when all steps of the installation succeeded: the lock file that it was made from. */
const DONE = path.join(MODULES, '.crossborder-installed');

/** Installs what the lock file names, unless it is there already. Scripts of packages do not run. */
export async function installPeers(): Promise<void> {
  const lock = await readFile(path.join(__dirname, 'package-lock.json'), 'utf8');
  const installed = await readFile(DONE, 'utf8').catch(() => '');
  if (installed === lock) return;
  process.stderr.write('Installing what is measured beside the package (800 MB, about two minutes)\n');
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: __dirname });
  // n8n's nodes and its engine share one n8n-workflow, as in n8n: that of the project. Its types are enough, too.
  for (const name of ['n8n-workflow', '@types']) await rm(path.join(MODULES, name), { recursive: true, force: true });
  await writeFile(DONE, lock);
}
