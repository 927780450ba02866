import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as prettier from 'prettier';
import type { Edit } from './entries';

export const ROOT = path.join(__dirname, '../..');

export function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/**
 * Writes new files and changes those that are there, all in the project's format. Nothing is written when one of the
 * changes has no place.
 */
export async function write(
  created: ReadonlyMap<string, string>,
  edits: Readonly<Record<string, Edit>>,
): Promise<void> {
  const changed = Object.entries(edits).map(([file, edit]): [string, string] => [file, edit(textOf(file))]);
  const formatted = await Promise.all([...created, ...changed].map(async ([file, text]) => formattedFile(file, text)));
  for (const [file, text] of formatted) {
    mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
    writeFileSync(path.join(ROOT, file), text);
  }
}

async function formattedFile(file: string, text: string): Promise<[file: string, text: string]> {
  const filepath = path.join(ROOT, file);
  const { ignored, inferredParser } = await prettier.getFileInfo(filepath, {
    ignorePath: path.join(ROOT, '.prettierignore'),
  });
  if (ignored || inferredParser === null) return [file, text];
  return [file, await prettier.format(text, { ...(await prettier.resolveConfig(filepath)), filepath })];
}

/** Makes the tables of what carriers can do, builds, and pins the names that saved workflows will use. */
export function bringUpToDate(): void {
  run('capabilities');
  run('names');
}

/** @throws Error with what the command said */
function run(command: string): void {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', command], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`All files are written, but npm run ${command} failed:\n${stdout}${stderr}`);
}
