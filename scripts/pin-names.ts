/**
 * Writes the names that are new into `test/structure/names.txt`. It takes none out: exit status 1 when some are lost.
 */
import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import { lostAndAdded, readPinned, savedNames, writePinned } from './saved-names';

const ROOT = path.join(__dirname, '..');

async function main(): Promise<void> {
  const loader = new PackageDirectoryLoader(ROOT);
  await loader.loadAll();
  const pinned = readPinned();
  const { lost, added } = lostAndAdded(pinned, savedNames(loader));
  writePinned([...pinned, ...added]);
  process.stdout.write(`${added.length} names added.\n`);
  if (lost.length === 0) return;
  process.stdout.write(`${lost.length} names are lost; saved workflows use them:\n${lost.join('\n')}\n`);
  process.exitCode = 1;
}

void main();
