/** What docs/architecture.md and CONTRIBUTING tell of the house, where the files themselves can say whether it is so. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/v4';
import { RequestTable } from '#carriers/shared/request';
import type { Rows } from '#carriers/shared/rows';

const ROOT = path.join(__dirname, '../..');

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
const product = files.filter((file) => /^(carriers|nodes|credentials)\/.*\.ts$/.test(file));

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function foldersIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [`${folder}/${entry.name}`] : [],
  );
}

const has = (folder: string, name: string): boolean => files.includes(`${folder}/${name}`);
const carriers = foldersIn('carriers').filter((folder) => !/\/(http|shared)$/.test(folder));
/** A carrier may have several APIs, each in a folder; a deployment has the client of its family. */
const apis = [...carriers, ...carriers.flatMap(foldersIn)].filter((folder) => has(folder, 'client.ts'));
const nodes = foldersIn('nodes').filter((folder) => has(folder, `${path.basename(folder)}.node.ts`));

describe('names', () => {
  it.each(apis)('%s has the files of every API of a carrier', (api) => {
    const names = ['index', 'account', 'sign', 'client', 'reply', 'credential-test', 'parcels'];
    expect(names.filter((name) => !has(api, `${name}.ts`))).toEqual([]);
  });

  it('calls what every carrier has by the same name in each', () => {
    const others =
      /\/(credentials|base-url|error-codes|result-codes|statuses|parcel|catalog|shapes?|values|records|content|lost-answer)\.ts$/;
    expect(files.filter((file) => file.startsWith('carriers/') && others.test(file))).toEqual([
      'carriers/shared/lost-answer.ts',
      'carriers/shared/parcel.ts',
    ]);
  });

  it.each(carriers)('%s says in index.ts what others may use', (carrier) => {
    expect(has(carrier, 'index.ts')).toBe(true);
    const isDeployment = /from '\.\.\/eccang'/.test(textOf(`${carrier}/index.ts`));
    expect(isDeployment || apis.some((api) => api === carrier || api.startsWith(`${carrier}/`))).toBe(true);
  });

  it.each(nodes)('%s has its resources, and a session of its own or of its family', (node) => {
    expect(has(node, 'resources.ts')).toBe(true);
    const family = /from '#(nodes\/\w+\/session)'/.exec(textOf(`${node}/${path.basename(node)}.node.ts`))?.[1];
    expect(has(node, 'session.ts') || (family !== undefined && files.includes(`${family}.ts`))).toBe(true);
  });
});

const RESOURCES = z.array(
  z.object({
    value: z.string(),
    operations: z.array(z.object({ description: z.object({ value: z.string() }) })),
  }),
);

it.each(nodes)('%s: the file of an operation is found by resource and operation', async (node) => {
  const families = foldersIn('nodes').filter((folder) => !nodes.includes(folder));
  const exported: unknown[] = Object.values(await import(path.join(ROOT, node, 'resources.ts')));
  const paths = exported.flatMap((resources) =>
    (RESOURCES.safeParse(resources).data ?? []).flatMap(({ value, operations }) =>
      operations.map(({ description }) => `${value}/${description.value}.ts`),
    ),
  );
  expect(paths).not.toEqual([]);
  expect(paths.filter((file) => ![node, ...families].some((folder) => has(folder, file)))).toEqual([]);
});

/** What has one place: a text that stands nowhere else in the product. */
it.each([
  ['Simplify is read by the runner', /['"`]simplify['"`]/, /^nodes\/shared\/(fields|chosen-outputs)\.ts$/],
  ['locators are opened in one place', /__rl/, /^nodes\/shared\/(locator|form\/row-property)\.ts$/],
  ['ISO countries are listed in one place', /Intl\.(DisplayNames|Locale)/, /^carriers\/shared\/countries\.ts$/],
  ['secrets are kept from other hosts in one place', /only sent to/, /^carriers\/shared\/account\.ts$/],
  [
    'settings of a call are declared in one place',
    /(interface|type) CallSettings\b[^,}]*[{=]/,
    /^carriers\/http\/exchange\.ts$/,
  ],
  ['credential tests answer n8n in one place', /status: 'OK'/, /^nodes\/shared\/session\.ts$/],
  ['a session is opened in one place', /getCredentials/, /^nodes\/shared\/session\.ts$/],
  ['zod is known to carriers', /from 'zod/, /^carriers\//],
  ['zod has private fields', /_zod/, /^$/],
])('%s, and nowhere else', (_, text, place) => {
  expect(product.filter((file) => text.test(textOf(file)) && !place.test(file))).toEqual([]);
});

/** Every table that a file of a carrier exports, or holds in what it exports. */
async function tables(): Promise<{ file: string; table: RequestTable }[]> {
  const loaded = product
    .filter((file) => carriers.some((carrier) => file.startsWith(`${carrier}/`)))
    .map(async (file) => {
      const exported: unknown[] = Object.values(await import(path.join(ROOT, file)));
      const held = exported.flatMap((value): unknown[] =>
        typeof value === 'object' && value !== null ? [value, ...Object.values(value)] : [],
      );
      return held.flatMap((table) => (table instanceof RequestTable ? [{ file, table }] : []));
    });
  return (await Promise.all(loaded)).flat();
}

function sourcesOf(rows: Rows): string[] {
  return Object.values(rows).flatMap((part) =>
    'rows' in part ? sourcesOf(part.rows) : part.source === undefined ? [] : [part.source],
  );
}

it('every table of a request says where it is documented', async () => {
  const cited = (await tables()).flatMap(({ file, table }) =>
    [table.source, ...sourcesOf(table.rows)].map((source) => ({ file, source })),
  );
  expect(new Set(cited.map(({ file }) => file)).size).toBeGreaterThan(10);
  const isThere = (source: string): boolean => {
    const [, name, section] = /^(\w+\.md) ([AB\d.]+)$/.exec(source) ?? [];
    if (name === undefined || section === undefined || !files.includes(`docs/references/${name}`)) return false;
    const headings = textOf(`docs/references/${name}`).split('\n');
    return headings.some((line) => new RegExp(`^#+ ${section.replaceAll('.', '\\.')}\\.? `).test(line));
  };
  expect(cited.filter(({ source }) => !isThere(source))).toEqual([]);
});

it('docs/architecture.md names every folder of the house, and every file that all nodes or all carriers share', () => {
  const text = textOf('docs/architecture.md');
  const rooms = [...new Set(files.flatMap((file) => (file.includes('/') ? (file.split('/')[0] ?? '') : [])))];
  const unnamed = rooms.filter((room) => !room.startsWith('.') && !text.includes(`../${room}`) && room !== 'docs');
  const shared = files
    .filter((file) => /^(carriers|nodes)\/shared\//.test(file))
    .map((file) => file.replace(/^\w+\/shared\//, ''));
  expect([...unnamed, ...shared.filter((file) => !text.includes(`\`${file}\``))]).toEqual([]);
});
