import { appendFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../engine';

/** Counts its runs and, as build tools do, gives its result the time of the source. */
const BUILD = `
const fs = require('node:fs');
fs.appendFileSync('runs.txt', 'x');
fs.mkdirSync('dist', { recursive: true });
fs.writeFileSync('dist/A.node.js', '');
fs.utimesSync('dist/A.node.js', 0, 0);
`;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ensure-built-'));
  await mkdir(join(root, 'nodes/A'), { recursive: true });
  await writeFile(join(root, 'nodes/A/A.node.ts'), '');
  await writeFile(join(root, 'build.js'), BUILD);
  await write('package.json', { scripts: { build: 'node build.js' }, n8n: { nodes: ['dist/A.node.js'] } });
});
afterEach(() => rm(root, { recursive: true }));

test('builds when dist is missing, then only after a change', async () => {
  await ensureBuilt(root);
  expect(await runs()).toBe(1);
  await ensureBuilt(root);
  expect(await runs()).toBe(1);
  await touchLater('nodes/A/A.node.ts');
  await ensureBuilt(root);
  expect(await runs()).toBe(2);
});

test('two at once build once', async () => {
  await Promise.all([ensureBuilt(root), ensureBuilt(root)]);
  expect(await runs()).toBe(1);
});

test('the lock of a process that is gone does not block', async () => {
  await mkdir(join(root, 'node_modules/.cache'), { recursive: true });
  await writeFile(join(root, 'node_modules/.cache/crossborder-build'), '999999999');
  await ensureBuilt(root);
  expect(await runs()).toBe(1);
});

test('a build that fails is told', async () => {
  await appendFile(join(root, 'build.js'), 'process.exit(3);');
  await rm(join(root, 'nodes'), { recursive: true });
  await expect(ensureBuilt(root)).rejects.toThrow('The build failed (npm run build)');
});

async function write(name: string, content: unknown): Promise<void> {
  await writeFile(join(root, name), JSON.stringify(content));
}

async function runs(): Promise<number> {
  return (await readFile(join(root, 'runs.txt'), 'utf8')).length;
}

async function touchLater(name: string): Promise<void> {
  const later = new Date(Date.now() + 10_000);
  await utimes(join(root, name), later, later);
}
