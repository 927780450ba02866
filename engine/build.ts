import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SetupError } from './setup-error';

/** The folder of package.json. */
export const PROJECT_ROOT = resolve(__dirname, '..');

/** What the build reads. */
const SOURCES = ['carriers', 'nodes', 'credentials', 'package.json', 'gulpfile.js', 'scripts/build'];

/** Runs the `build` script, with its output on stderr, unless everything in dist/ is newer than every source. */
export async function ensureBuilt(root: string = PROJECT_ROOT): Promise<void> {
  if (await isBuilt(root)) return;
  await alone(join(root, 'node_modules', '.cache', 'crossborder-build'), async () => {
    if (!(await isBuilt(root))) await build(root);
  });
}

/**
 * True when all files that the `n8n` section of package.json names were written after the last change of a source.
 * A written file is told by its ctime: build steps may give their files the mtime of the source.
 */
export async function isBuilt(root: string): Promise<boolean> {
  const sources = await Promise.all(SOURCES.map((source) => lastChange(join(root, source))));
  const written = await Promise.all((await builtFiles(root)).map((file) => writeTime(join(root, file))));
  return Math.min(...written) > Math.max(...sources);
}

async function builtFiles(root: string): Promise<string[]> {
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  if (!hasNodes(manifest)) throw new SetupError(`${join(root, 'package.json')} names no nodes in its section "n8n".`);
  return [...manifest.n8n.nodes, ...(manifest.n8n.credentials ?? [])];
}

function hasNodes(manifest: unknown): manifest is { n8n: { nodes: string[]; credentials?: string[] } } {
  if (typeof manifest !== 'object' || manifest === null || !('n8n' in manifest)) return false;
  const { n8n } = manifest;
  return typeof n8n === 'object' && n8n !== null && 'nodes' in n8n && Array.isArray(n8n.nodes) && n8n.nodes.length > 0;
}

/** Folders count too: theirs is the time of the last file that was added or removed. */
async function lastChange(path: string): Promise<number> {
  const entry = await stat(path).catch(ignoreMissing);
  if (!entry) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  const within = await Promise.all((await readdir(path)).map((name) => lastChange(join(path, name))));
  return Math.max(entry.mtimeMs, ...within);
}

async function writeTime(path: string): Promise<number> {
  return (await stat(path).catch(ignoreMissing))?.ctimeMs ?? 0;
}

/** stdout is for results: the build's goes to stderr. */
async function build(root: string): Promise<void> {
  const status = await new Promise<number | null>((ended, failed) => {
    const npm = spawn('npm', ['run', '--silent', 'build'], {
      cwd: root,
      stdio: ['ignore', process.stderr.fd, 'inherit'],
      shell: process.platform === 'win32',
    });
    npm.on('error', failed);
    npm.on('close', ended);
  });
  if (status !== 0) throw new SetupError('The build failed (npm run build); what it said is above.');
}

/** Two commands started together must not build into the same folder at once. A lock whose owner is gone is void. */
async function alone(lock: string, task: () => Promise<void>): Promise<void> {
  await mkdir(join(lock, '..'), { recursive: true });
  while (!(await takeLock(lock))) await wait(200);
  try {
    await task();
  } finally {
    await rm(lock, { force: true });
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const owner = Number(await readFile(lock, 'utf8').catch(ignoreMissing));
    if (owner > 0 && !isAlive(owner)) await rm(lock, { force: true });
    return false;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
