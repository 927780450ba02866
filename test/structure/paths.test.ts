import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readPinned } from '../../scripts/saved-names';

const ENGINE = path.join(__dirname, '../engine');

/** Where a node's operations are tested, its own folder first. Huahan has most of its operations from Eccang TMS. */
const FOLDERS: Record<string, string[]> = { eccangTms: ['eccang'], huahan: ['huahan', 'eccang'] };

/** `hge@1.resource = order` says that the node hge has orders. */
const resources = readPinned().flatMap((name) => {
  const [, node, resource] = /^(\w+)@[\d.]+\.resource = (\w+)$/.exec(name) ?? [];
  return node === undefined || resource === undefined ? [] : [{ node, resource }];
});

it.each(resources)('$node: the tests of $resource are found by its name', ({ node, resource }) => {
  const tests = (FOLDERS[node] ?? [node])
    .map((folder) => path.join(ENGINE, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder))
    .filter((file) => file.startsWith(`${resource}.`) && file.endsWith('.test.ts'));
  expect(tests).not.toEqual([]);
});
