/**
 * What the documents promise a reader: links, paths and commands that are there, and pages that know every operation.
 * Nothing is asked over the network.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import type { INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { z } from 'zod/v4';
import { readDocument, rowsOf, type Document } from './markdown';

const ROOT = path.join(__dirname, '../..');
const REPOSITORY = 'https://github.com/n8n-nodes-crossborder/n8n-nodes-crossborder';
const README_LINES = 120;

/** What a clone has. A file that git ignores is on this machine alone. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
const folders = new Set(files.flatMap((file) => foldersOf(file)));
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(textOf('package.json')));
const documents = files.filter((file) => file.endsWith('.md'));

const read = new Map(documents.map((file) => [file, readDocument(textOf(file))]));

const loader = new PackageDirectoryLoader(ROOT);
const loaded = loader.loadAll();
beforeAll(() => loaded);

it.each(documents)('%s: every link and picture leads to what is there', (file) => {
  const links = read.get(file)?.links ?? [];
  expect(links.flatMap((link) => problemOf(file, link) ?? [])).toEqual([]);
});

it('finds a file, a heading and a picture that are missing', () => {
  const text = [
    '# A `b` and (c)',
    '## A',
    '## A',
    '[file](docs/none.md) ![picture](docs/images/none.png) [heading](#none)',
    '[outside](../x.md) [page](docs/scaling.md#none) [ours]: is no link',
    `<${REPOSITORY}/blob/main/docs/none.md> <img src="none.png"> ![built](dist/package.json)`,
  ].join('\n\n');
  const { links, anchors } = readDocument(text);
  expect(anchors).toEqual(['a-b-and-c', 'a', 'a-1']);
  expect(links).toHaveLength(8);
  expect(links.filter((link) => problemOf('README.md', link) === undefined)).toEqual([]);
});

it('names no file of the repository, by its address, that is not there', () => {
  const address = new RegExp(`${REPOSITORY}(?:/(?:blob|tree|raw)/|#)[^\\s'"\`)>]*`, 'g');
  const dead = files
    .filter((file) => /\.(ts|js|mjs|json|ya?ml|md)$/.test(file) && file !== 'test/structure/documents.test.ts')
    .flatMap((file) => (textOf(file).match(address) ?? []).flatMap((link) => problemOf(file, link) ?? []));
  expect(dead).toEqual([]);
});

it.each(documents.filter((file) => !file.startsWith('docs/references/')))(
  '%s: every path and every command of the project is there',
  (file) => {
    const code = read.get(file)?.code ?? [];
    expect(code.flatMap((text) => [...pathsOf(text).filter(isMissing), ...commandsOf(text).filter(isUnknown)])).toEqual(
      [],
    );
  },
);

it('finds a path and a command that are missing', () => {
  const { code } = readDocument(
    '`test/none.test.ts` `npm run none`\n\n```sh\nnode scripts/none.ts && npm run --silent nil\n```',
  );
  expect(code.flatMap(pathsOf).filter(isMissing)).toEqual(['test/none.test.ts', 'scripts/none.ts']);
  expect(code.flatMap(commandsOf).filter(isUnknown)).toEqual(['none', 'nil']);
});

it('tells developers of every command', () => {
  const told = (read.get('docs/developing.md')?.tables ?? []).flat(2).flatMap(commandsOf);
  const called = Object.keys(scripts).filter((name) => name !== 'test' && name !== 'prepack');
  expect(called.filter((name) => !told.includes(name))).toEqual([]);
});

it('keeps the README to what a newcomer reads, with a link to every carrier', () => {
  expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(README_LINES);
  const pages = documents.filter((file) => file.startsWith('docs/carriers/'));
  expect(read.get('README.md')?.links).toEqual(expect.arrayContaining(pages));
});

it('leads from every node to the page of its carrier, which names all its operations and no other', () => {
  for (const { type } of Object.values(loader.nodeTypes)) {
    if (!('execute' in type)) throw new Error('A node without execute');
    const { codex, displayName } = type.description;
    const address = codex?.resources?.primaryDocumentation?.[0]?.url;
    expect(codex?.resources?.credentialDocumentation?.[0]?.url).toBe(`${address}#credential`);
    const { tables } = pageOf(address);
    const named = rowsOf(tables, ['Resource', 'Operation']).map(([resource, operation]) => `${resource}: ${operation}`);
    expect({ displayName, operations: named.sort() }).toEqual({
      displayName,
      operations: operationsOf(type.description).sort(),
    });
  }
});

it('has a Chinese page for every carrier, which names all operations of its node and no other', () => {
  for (const { type } of Object.values(loader.nodeTypes)) {
    if (!('execute' in type)) throw new Error('A node without execute');
    const { codex, displayName } = type.description;
    const { tables } = chinesePageOf(codex?.resources?.primaryDocumentation?.[0]?.url);
    const named = rowsOf(tables, ['资源', '操作']).map(([resource, operation]) => `${resource}: ${operation}`);
    expect({ displayName, operations: named.sort() }).toEqual({
      displayName,
      operations: operationsOf(type.description).sort(),
    });
  }
});

it('names every field of a credential in the Chinese page of its carrier', () => {
  for (const { type } of Object.values(loader.credentialTypes)) {
    const { tables } = chinesePageOf(type.documentationUrl?.replace(/#credential$/, ''));
    const named = rowsOf(tables, ['字段']).map(([field]) => field);
    expect(named).toEqual(expect.arrayContaining(type.properties.map(({ displayName }) => displayName)));
  }
});

it('leads from the README to the Chinese pages, and from their first to all others', () => {
  const pages = documents.filter((file) => file.startsWith(`${CHINESE}/`));
  expect(read.get('README.md')?.links).toContain(`${CHINESE}/README.md`);
  const linked = read.get(`${CHINESE}/README.md`)?.links.map((link) => `${CHINESE}/${link}`);
  expect([`${CHINESE}/README.md`, ...(linked ?? [])]).toEqual(expect.arrayContaining(pages));
});

it('explains in Chinese what the nodes say, word for word, and every kind of a refusal', () => {
  const rows = rowsOf(read.get(ERRORS)?.tables ?? [], []).filter((row) => row.some((cell) => cell.startsWith('`')));
  const quoted = rows.flatMap((row) => row.find((cell) => /^`.* .*`$/.test(cell)) ?? []);
  expect(quoted.length).toBeGreaterThan(150);
  const said = files.filter((file) => PRODUCT.test(file)).map((file) => textOf(file).replaceAll("\\'", "'"));
  const all = said.join('\n');
  expect(quoted.filter((text) => !saysSo(text).test(all))).toEqual([]);
  const kinds = [...textOf('carriers/http/carrier-error.ts').matchAll(/^ {2}\| '([\w-]+)'/gm)].map(([, kind]) => kind);
  expect(kinds.length).toBeGreaterThan(5);
  expect(rows.map(([kind]) => kind)).toEqual(expect.arrayContaining(kinds.map((kind) => `\`${kind}\``)));
});

const CHINESE = 'docs/zh-CN';
const ERRORS = `${CHINESE}/errors.md`;
const PRODUCT = /^(carriers|nodes|credentials)\/.*\.ts$/;

/** The page of the same name in Chinese. */
function chinesePageOf(address: string | undefined): Document {
  const { file = '' } = targetOf('README.md', address ?? '') ?? {};
  return read.get(`${CHINESE}/${path.posix.basename(file)}`) ?? NOTHING;
}

/** Where `…` stands, the code fills something in; texts of the code stand on one line. */
function saysSo(quoted: string): RegExp {
  const parts = quoted
    .slice(1, -1)
    .split('…')
    .filter((part) => part.trim() !== '');
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.{0,160}?'));
}

it('leads from every credential to the page of its carrier, which names all its fields', () => {
  for (const { type } of Object.values(loader.credentialTypes)) {
    const { anchors, tables } = pageOf(type.documentationUrl?.replace(/#credential$/, ''));
    expect(anchors).toContain('credential');
    const named = rowsOf(tables, ['Field']).map(([field]) => field);
    expect(named).toEqual(expect.arrayContaining(type.properties.map(({ displayName }) => displayName)));
  }
});

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function foldersOf(file: string): string[] {
  const folder = path.posix.dirname(file);
  return folder === '.' ? ['.'] : [folder, ...foldersOf(folder)];
}

/** What is wrong with a link of a file; undefined for one that leads to what is there, or out of the project. */
function problemOf(file: string, link: string): string | undefined {
  const target = targetOf(file, link);
  if (target === undefined) return undefined;
  const problem = `${file}: ${link}`;
  if (!files.includes(target.file) && !folders.has(target.file)) return problem;
  if (target.anchor === '') return undefined;
  return read.get(target.file)?.anchors.includes(target.anchor) ? undefined : problem;
}

function targetOf(file: string, link: string): { file: string; anchor: string } | undefined {
  const [address = '', anchor = ''] = decodeURI(link).split('#', 2);
  const ours = new RegExp(`^${REPOSITORY}/(?:blob|tree|raw)/main/(.*)$`).exec(address)?.[1];
  if (ours !== undefined) return { file: path.posix.normalize(ours).replace(/\/$/, ''), anchor };
  // GitHub shows the README below the list of files.
  if (address === REPOSITORY) return { file: 'README.md', anchor: anchor === 'readme' ? '' : anchor };
  if (/^[a-z]+:/i.test(address)) return undefined;
  if (address === '') return { file, anchor };
  return { file: path.posix.join(path.posix.dirname(file), address).replace(/\/$/, ''), anchor };
}

/** Paths that begin with a folder of the project; none with a part that stands for any. */
function pathsOf(code: string): string[] {
  return code.split(/[\s"'`]+/).filter((word) => {
    const [top = '', ...below] = word.split('/');
    return below.length > 0 && folders.has(top) && /^[\w./-]+$/.test(word);
  });
}

function isMissing(word: string): boolean {
  const file = word.replace(/\/$/, '');
  return !files.includes(file) && !folders.has(file);
}

function commandsOf(code: string): string[] {
  return [...code.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name ?? '');
}

function isUnknown(command: string): boolean {
  return !(command in scripts);
}

function pageOf(address: string | undefined): Document {
  const { file } = targetOf('README.md', address ?? '') ?? {};
  expect(file).toMatch(/^docs\/(carriers\/[a-z0-9]+|parcel)\.md$/);
  return read.get(file ?? '') ?? NOTHING;
}

const NOTHING: Document = { links: [], anchors: [], code: [], tables: [] };

function operationsOf({ properties }: INodeTypeDescription): string[] {
  const choices = (name: string, resource?: INodePropertyOptions['value']): INodePropertyOptions[] =>
    properties
      .filter((property) => property.name === name)
      .filter(({ displayOptions }) => resource === undefined || displayOptions?.show?.['resource']?.includes(resource))
      .flatMap(({ options = [] }) => options.filter((option): option is INodePropertyOptions => 'value' in option));
  return choices('resource').flatMap(({ name, value }) =>
    choices('operation', value).map((operation) => `${name}: ${operation.name}`),
  );
}
