import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import { lostAndAdded, readPinned, savedNames } from '../../scripts/saved-names';

const IF_LOST =
  'Saved workflows use this name, with this type, value or default: bring it back. A new meaning gets a new name beside it, or a new version of the node.';
const IF_ADDED = 'If names were only added, run `npm run names` and commit test/structure/names.txt.';

let found: { lost: string[]; added: string[] };

beforeAll(async () => {
  const loader = new PackageDirectoryLoader(path.join(__dirname, '../..'));
  await loader.loadAll();
  found = lostAndAdded(readPinned(), savedNames(loader));
});

it('keeps every name, type and value that saved workflows use', () => {
  expect({ whatToDo: IF_LOST, lost: found.lost }).toEqual({ whatToDo: IF_LOST, lost: [] });
});

it('pins every name that there is', () => {
  expect({ whatToDo: IF_ADDED, added: found.added }).toEqual({ whatToDo: IF_ADDED, added: [] });
});
