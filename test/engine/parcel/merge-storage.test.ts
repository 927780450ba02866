/** Label: Merge where n8n keeps files outside of the items: on disk, and in storage like S3. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService, type BinaryData } from 'n8n-core';
import { stopEngine, type WorkflowRun } from '../../../engine';
import { startEngine } from '../../../engine/engine';
import { onRegularOutput } from '../outputs';
import { filesOf, labelOf, merged, outputOf, sizesOf } from './printed';

/** Keeps files as an object storage does. */
class ObjectStorage implements BinaryData.Manager {
  readonly read: string[] = [];
  readonly #objects = new Map<string, Buffer>();

  get stored(): number {
    return this.#objects.size;
  }

  async init(): Promise<void> {
    return Promise.resolve();
  }

  async store(_: unknown, content: unknown): Promise<BinaryData.WriteResult> {
    if (!Buffer.isBuffer(content)) throw new Error('Only buffers are stored here.');
    const fileId = `object-${this.#objects.size}`;
    this.#objects.set(fileId, content);
    return { fileId, fileSize: content.length };
  }

  async getAsBuffer(fileId: string): Promise<Buffer> {
    this.read.push(fileId);
    // The next one is not begun before this one is there.
    await new Promise((resolve) => setImmediate(resolve));
    const object = this.#objects.get(fileId);
    if (!object) throw new Error(`No object ${fileId}`);
    return object;
  }

  getPath = notUsed;
  getAsStream = notUsed;
  getMetadata = notUsed;
  copyByFileId = notUsed;
  copyByFilePath = notUsed;
  rename = notUsed;
}

function notUsed(): never {
  throw new Error('Merging does not need this.');
}

let folder: string;
let service: BinaryDataService;
/** Where the engine of all tests keeps files. */
let before: object;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'merge-storage-'));
  await startEngine();
  service = Container.get(BinaryDataService);
  before = { mode: Reflect.get(service, 'mode'), managers: Reflect.get(service, 'managers') };
});
afterAll(async () => {
  Object.assign(service, before);
  rmSync(folder, { recursive: true });
  await stopEngine();
});

async function keepOnDisk(): Promise<void> {
  Object.assign(service, { managers: {} });
  Object.assign(Container.get(BinaryDataConfig), { mode: 'filesystem', localStoragePath: folder });
  await service.init();
}

function keepAsObjects(): ObjectStorage {
  const storage = new ObjectStorage();
  Object.assign(service, { mode: 's3', managers: { s3: storage } });
  return storage;
}

async function storedItem(reference: string, content: Buffer): Promise<object> {
  const location: BinaryData.FileLocation = { type: 'execution', workflowId: '1', executionId: '1' };
  const data = await service.store(location, content, { data: '', mimeType: 'application/pdf', fileName: 'label.pdf' });
  return { json: { reference }, binary: { data } };
}

async function storedItems(...references: string[]): Promise<object[]> {
  const items: object[] = [];
  for (const reference of references) items.push(await storedItem(reference, await labelOf([`LBL-${reference}`])));
  return items;
}

const IN_TWO_FILES = { options: { pagesPerFile: 2 } };

async function expectTwoFiles(run: WorkflowRun): Promise<void> {
  expect(outputOf(run)[0]?.json).toMatchObject({ labels: 3, pages: [{ reference: 'A' }, { from: 2 }, { from: 1 }] });
  const files = await filesOf(run);
  expect(await Promise.all(files.map(sizesOf))).toEqual([['100 x 150', '100 x 150'], ['100 x 150']]);
}

it('takes files from the disk, and puts what comes out there', async () => {
  await keepOnDisk();
  await expectTwoFiles(await merged(await storedItems('A', 'B', 'C'), IN_TWO_FILES));
});

it('reads each object once, one after the other, and stores what comes out', async () => {
  const storage = keepAsObjects();
  await expectTwoFiles(await merged(await storedItems('A', 'B', 'C'), IN_TWO_FILES));
  expect(storage.read.slice(0, 3)).toEqual(['object-0', 'object-1', 'object-2']);
  expect(storage).toMatchObject({ stored: 5 });
});

it('makes a file that the storage lost the error of its item', async () => {
  keepAsObjects();
  const [good] = await storedItems('A');
  const lost = { json: {}, binary: { data: { id: 's3:none', data: 's3', mimeType: 'application/pdf' } } };
  const run = await merged([lost, good ?? {}], {}, { settings: onRegularOutput });
  expect(outputOf(run)).toMatchObject([{ pairedItem: [{ item: 1 }] }, { pairedItem: { item: 0 }, error: {} }]);
});
