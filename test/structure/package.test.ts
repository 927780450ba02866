import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';

const ROOT = path.join(__dirname, '../..');

let folder: string;
let files: string[];

/** The tarball as n8n would unpack it: alone in a folder, with n8n-workflow as the only package that it can find. */
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossborder-pack-'));
  const [packed] = listOf(
    JSON.parse(
      execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
        cwd: ROOT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ),
  );
  execFileSync('tar', ['-xzf', path.join(folder, packed?.filename ?? ''), '-C', folder]);
  execFileSync('mkdir', ['-p', path.join(folder, 'node_modules')]);
  execFileSync('ln', [
    '-s',
    path.join(ROOT, 'node_modules/n8n-workflow'),
    path.join(folder, 'node_modules/n8n-workflow'),
  ]);
  files = (packed?.files ?? []).map((file) => file.path);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('holds dist, README, LICENSE and package.json, and nothing else', () => {
  const others = files.filter((file) => !file.startsWith('dist/'));
  expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
  expect(files).toEqual(
    expect.arrayContaining([
      'dist/nodes/Huahan/Huahan.node.js',
      'dist/nodes/Huahan/huahan.svg',
      'dist/nodes/Huahan/Huahan.node.json',
      'dist/THIRD-PARTY-NOTICES.txt',
    ]),
  );
  expect(files.filter((file) => /\.(ts|map)$|test|sandbox|node_modules/.test(file))).toEqual([]);
});

it('has no runtime dependencies, no install scripts and n8n-workflow as its only peer', () => {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package/package.json'), 'utf8'));
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
  expect(Object.keys(loader.nodeTypes)).toEqual(expect.arrayContaining(['huahan', 'eccangTms']));
  expect(Object.keys(loader.credentialTypes)).toEqual(expect.arrayContaining(['huahanApi', 'eccangTmsApi']));
  const transports = files.filter(
    (file) =>
      file.endsWith('.js') &&
      /\bclass Transport\b|\bTransport ?= ?class\b/.test(readFileSync(path.join(folder, 'package', file), 'utf8')),
  );
  expect(transports).toHaveLength(1);
});

it('carries the licences of what is bundled', () => {
  const notices = readFileSync(path.join(folder, 'package/dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const library of ['axios', 'zod', 'fast-xml-parser', 'lossless-json']) expect(notices).toContain(`${library} `);
});

interface Packed {
  filename: string;
  files: { path: string }[];
}

function listOf(value: Packed[]): Packed[] {
  return value;
}
