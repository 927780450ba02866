import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBinaries, type BinaryFile } from '../../engine';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'binary-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

test.each([
  ['label.pdf', 'label.pdf'],
  ['../../etc/passwd', '__.._etc_passwd'],
  ['..\\up.pdf', '__up.pdf'],
  ['/root/.ssh/key', '_root_.ssh_key'],
  ['..', '_'],
  ['', 'file'],
  ['a\u0000b\n.pdf', 'a_b_.pdf'],
  ['面单 1号.pdf', '面单 1号.pdf'],
  ['CON.pdf', '_CON.pdf'],
])('the name %j becomes a file of the directory', async (fileName, expected) => {
  await writeBinaries([binary({ fileName })], join(folder, 'labels'));
  expect(await readdir(folder)).toEqual(['labels']);
  expect(await readdir(join(folder, 'labels'))).toEqual([expected]);
});

test('a name is cut to what a file system takes, and keeps its ending', async () => {
  await writeBinaries([binary({ fileName: `${'面'.repeat(200)}.pdf` })], folder);
  const [name = ''] = await readdir(folder);
  expect(name).toMatch(/^面+\.pdf$/);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150);
});

test('equal names are told apart by node, output and item; without a name the property is one', async () => {
  const paths = await writeBinaries(
    [
      binary({}),
      binary({ fileName: 'LABEL.pdf' }),
      binary({ node: 'Print/All', output: 1, item: 2 }),
      binary({ node: 'Print/All', output: 1, item: 2, property: 'second' }),
      binary({ fileName: null, property: 'invoice' }),
      binary({ passedOn: true }),
    ],
    folder,
  );
  expect(paths.map((path) => path.slice(folder.length + 1))).toEqual([
    'label.pdf',
    'Get label-0-0-LABEL.pdf',
    'Print_All-1-2-label.pdf',
    'Print_All-1-2-2-label.pdf',
    'invoice',
  ]);
});

test('a link in the directory is replaced, not followed', async () => {
  const outside = join(folder, 'outside.txt');
  await writeFile(outside, 'untouched');
  const labels = await mkdtemp(join(folder, 'labels-'));
  await symlink(outside, join(labels, 'label.pdf'));
  await writeBinaries([binary({})], labels);
  expect(await readFile(outside, 'utf8')).toBe('untouched');
  expect(await readFile(join(labels, 'label.pdf'), 'utf8')).toBe('label');
});

function binary(given: Partial<BinaryFile>): BinaryFile {
  return {
    node: 'Get label',
    output: 0,
    item: 0,
    property: 'data',
    fileName: 'label.pdf',
    mimeType: 'application/pdf',
    fileSize: 5,
    passedOn: false,
    read: async () => Buffer.from('label'),
    ...given,
  };
}
