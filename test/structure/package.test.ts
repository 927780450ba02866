import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import { listOf, objectOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { ORDER_SCHEMA } from '#carriers/shared/order-schema';

const ROOT = path.join(__dirname, '../..');

let folder: string;
let files: string[];

/**
 * `npm pack` where nothing was built: in a copy of what git has. Then the tarball as n8n would unpack it: alone in a
 * folder, with n8n-workflow as the only package that it can find.
 */
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossborder-pack-'));
  const clone = path.join(folder, 'clone');
  for (const file of trackedFiles()) cpSync(path.join(ROOT, file), path.join(clone, file));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(clone, 'node_modules'));
  const stdout = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: clone,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [packed] = listOf(JSON.parse(stdout));
  files = listOf(packed?.['files']).map((file) => textOf(file['path']) ?? '');
  execFileSync('tar', ['-xzf', path.join(folder, textOf(packed?.['filename']) ?? ''), '-C', folder]);
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(path.join(ROOT, 'node_modules/n8n-workflow'), path.join(folder, 'node_modules/n8n-workflow'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('is packed with all nodes and credentials that it names, their icons and codex files', () => {
  const { nodes, credentials } = objectOf(manifestOf(ROOT)['n8n']);
  const named = [nodes, credentials].flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
  expect(named.length).toBeGreaterThan(0);
  expect(files).toEqual(expect.arrayContaining(named));
  const beside = named.filter((file) => file.endsWith('.node.js')).map((file) => file.replace(/\.js$/, '.json'));
  expect(files).toEqual(expect.arrayContaining(beside));
  expect(files.filter((file) => file.endsWith('.svg'))).toHaveLength(2 * beside.length);
});

it('holds the JSON Schema of the neutral order, with every field of its check', () => {
  const text = readFileSync(path.join(folder, 'package/dist/order.schema.json'), 'utf8');
  expect(Object.keys(objectOf(objectOf(JSON.parse(text))['properties']))).toEqual(Object.keys(ORDER_SCHEMA.shape));
});

it('holds dist, README, LICENSE and package.json, and nothing else', () => {
  const others = files.filter((file) => !file.startsWith('dist/'));
  expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
  expect(files).toContain('dist/THIRD-PARTY-NOTICES.txt');
  expect(files.filter((file) => /\.(ts|map)$|test|sandbox|node_modules/.test(file))).toEqual([]);
});

it('has no runtime dependencies, no install scripts and n8n-workflow as its only peer', () => {
  const manifest = manifestOf(path.join(folder, 'package'));
  expect(manifest).toMatchObject({
    name: 'n8n-nodes-crossborder',
    license: 'MIT',
    peerDependencies: { 'n8n-workflow': '*' },
  });
  expect(manifest).not.toHaveProperty('dependencies');
  expect(manifest).not.toHaveProperty('optionalDependencies');
  expect(manifest).not.toHaveProperty('bundledDependencies');
  expect(JSON.stringify(manifest)).not.toMatch(/"(pre|post)?install"|"prepare"|"overrides"/);
});

it('requires nothing but n8n-workflow, itself and what comes with Node', () => {
  for (const file of files.filter((each) => each.endsWith('.js'))) {
    const text = readFileSync(path.join(folder, 'package', file), 'utf8');
    const required = [...text.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name ?? '');
    const foreign = required.filter(
      (name) =>
        !name.startsWith('.') && name !== 'n8n-workflow' && !builtinModules.includes(name.replace(/^node:/, '')),
    );
    expect({ file, foreign }).toEqual({ file, foreign: [] });
  }
});

it('loads in n8n from there, with one copy of the transport for all nodes', async () => {
  const loader = new PackageDirectoryLoader(path.join(folder, 'package'));
  await loader.loadAll();
  const { nodes, credentials } = objectOf(manifestOf(ROOT)['n8n']);
  expect(Object.keys(loader.nodeTypes)).toHaveLength(Array.isArray(nodes) ? nodes.length : 0);
  expect(Object.keys(loader.credentialTypes)).toHaveLength(Array.isArray(credentials) ? credentials.length : 0);
  const transports = files.filter(
    (file) =>
      file.endsWith('.js') &&
      /\bclass Transport\b|\bTransport ?= ?class\b/.test(readFileSync(path.join(folder, 'package', file), 'utf8')),
  );
  expect(transports).toHaveLength(1);
});

it('names one address of its repository everywhere', () => {
  const { repository, homepage, bugs } = manifestOf(ROOT);
  const address = textOf(objectOf(repository)['url'])?.replace(/^git\+|\.git$/g, '') ?? '';
  expect([homepage, bugs]).toEqual([`${address}#readme`, `${address}/issues`]);
  const elsewhere = trackedFiles()
    .filter((file) => /^(nodes|credentials|README|CONTRIBUTING|SECURITY|CHANGELOG|\.github)/.test(file))
    .flatMap((file) => {
      const found = readFileSync(path.join(ROOT, file), 'utf8').matchAll(
        /https:\/\/github\.com\/[^/\s]+\/n8n-nodes-cr\w+/g,
      );
      return [...found].filter(([other]) => other !== address).map(([other]) => `${file}: ${other}`);
    });
  expect(elsewhere).toEqual([]);
});

/** What a clone would hold if the changes of today were committed. */
function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed.split('\0').filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
}

function manifestOf(root: string): JsonObject {
  return objectOf(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
}
