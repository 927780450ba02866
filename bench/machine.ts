import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/v4';
import { PROJECT_ROOT } from '../engine';
import type { Machine } from './results';

const PACKAGES = [
  'node_modules/n8n-core',
  'node_modules/n8n-workflow',
  'bench/node_modules/n8n-nodes-base',
  'bench/node_modules/undici',
];

export async function thisMachine(): Promise<Machine> {
  const { stdout: commit } = await promisify(execFile)('git', ['rev-parse', '--short', 'HEAD'], { cwd: PROJECT_ROOT });
  const versions = await Promise.all(PACKAGES.map(versionOf));
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}`,
    versions: Object.fromEntries([['Node', process.versions.node], ...versions]),
    commit: commit.trim(),
    load: loadavg()[0] ?? 0,
  };
}

async function versionOf(folder: string): Promise<[string, string]> {
  const manifest: unknown = JSON.parse(await readFile(path.join(PROJECT_ROOT, folder, 'package.json'), 'utf8'));
  const { name, version } = z.object({ name: z.string(), version: z.string() }).parse(manifest);
  return [name, version];
}
