import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod/v4';

const ROOT = path.join(__dirname, '../..');

/** A file of one import, planted where it says. */
const REFUSED = {
  'carriers/etower/probe-n8n.ts': 'n8n-workflow',
  'carriers/etower/probe-n8n-core.ts': 'n8n-core',
  'carriers/etower/probe-carrier.ts': '../mgoship',
  'carriers/etower/probe-carrier-alias.ts': '#carriers/mgoship/index',
  'carriers/etower/probe-node.ts': '../../nodes/shared/planted',
  'carriers/etower/probe-node-alias.ts': '#nodes/shared/planted',
  'carriers/etower/probe-credential.ts': '../../credentials/planted',
  'carriers/etower/probe-sandbox.ts': '../../sandbox/server',
  'carriers/etower/probe-script.ts': '../../scripts/probe',
  'carriers/etower/probe-madeup-floor.ts': '../../madeup/probe',
  'carriers/etower/probe-test.ts': '../../test/planted',
  'carriers/eccang/probe.ts': '../huahan',
  'carriers/http/probe-ground.ts': '#carriers/shared/planted',
  'carriers/shared/probe.ts': '../eccang',
  'carriers/probe.ts': './hge',
  'carriers/madeup/probe-n8n.ts': 'n8n-workflow',
  'carriers/madeup/probe-carrier.ts': '../eccang',
  'carriers/etower/probe-madeup.ts': '../madeup',
  'nodes/Hge/probe-sandbox.ts': '../../sandbox/server',
  'nodes/Hge/probe-node.ts': '../Etower/label/get',
  'nodes/Hge/probe-node-alias.ts': '#nodes/Etower/label/get',
  'nodes/Hge/probe-parcel.ts': '../Parcel/planted',
  'nodes/Parcel/probe-operation.ts': '../Etower/label/get',
  'nodes/Parcel/probe-class.ts': '../Etower/Etower.node',
  'nodes/Hge/probe-resources.ts': '../Etower/resources',
  'nodes/Hge/probe-script.ts': '../../scripts/probe',
  'nodes/Hge/probe-madeup-floor.ts': '../../madeup/probe',
  'nodes/Hge/probe-e2e.ts': '../../e2e/probe',
  'nodes/Hge/probe-credential.ts': '../../credentials/planted',
  'nodes/Hge/probe-n8n-core.ts': 'n8n-core',
  'nodes/shared/probe-node.ts': '../Hge/resources',
  'nodes/shared/probe-carrier.ts': '../../carriers/hge',
  'nodes/madeupFamily/probe.ts': '../Hge/resources',
  'credentials/probe-sandbox.ts': '../sandbox/server',
  'credentials/probe-node.ts': '../nodes/shared/planted',
  'sandbox/hge/probe-carrier.ts': '../../carriers/hge',
  'sandbox/hge/probe-carrier-alias.ts': '#carriers/shared/planted',
  'sandbox/hge/probe-n8n.ts': 'n8n-workflow',
  'sandbox/hge/probe-room.ts': '../etower',
  'sandbox/madeup/probe.ts': '../etower',
  'test/fault-server/probe-carrier.ts': '../../carriers/hge',
  'test/fault-server/probe-carrier-alias.ts': '#carriers/shared/planted',
  'test/fault-server/probe-sandbox.ts': '../../sandbox/server',
  'test/fault-server/probe-test.ts': '../planted',
  'bench/probe.ts': '../test/planted',
  'e2e/probe.ts': '../test/planted',
  'scripts/probe.ts': '../test/planted',
  'madeup/probe.ts': '../test/planted',
};

const ACCEPTED = {
  'carriers/huahan/accepted.ts': '../eccang',
  'carriers/madeup/accepted-http.ts': '../http',
  'carriers/madeup/accepted-ground.ts': '#carriers/shared/planted',
  'carriers/madeup/accepted-library.ts': 'zod/v4',
  'carriers/madeup/accepted-node.ts': 'node:crypto',
  'nodes/Hge/accepted-carrier.ts': '../../carriers/hge',
  'nodes/Hge/accepted-shared.ts': '#nodes/shared/operation',
  'nodes/Hge/accepted-family.ts': '#nodes/madeupFamily/form',
  'nodes/Parcel/accepted-resources.ts': '../Etower/resources',
  'nodes/Parcel/accepted-session.ts': '#nodes/Etower/session',
  'nodes/Hge/accepted-n8n.ts': 'n8n-workflow',
  'nodes/madeupFamily/accepted.ts': '#nodes/shared/operation',
  'credentials/accepted.ts': '../carriers/hge',
  'sandbox/huahan/accepted.ts': '../eccang',
  'sandbox/hge/accepted.ts': '../carrier',
  'sandbox/hge/accepted-example.ts': '../../examples/credentials.sandbox.json',
  'scripts/accepted.ts': '../sandbox/server',
  'test/accepted.ts': '../carriers/hge',
};

/** Whole files, for what is more than one import. */
const FILES = {
  'carriers/madeup/index.ts': 'export const MADE_UP = 1;\n',
  'nodes/madeupFamily/form.ts': 'export const FORM = 1;\n',
  'carriers/shared/planted.ts': 'export const PLANTED = 1;\n',
  'nodes/Parcel/planted.ts': 'export const PLANTED = 1;\n',
  'nodes/shared/planted.ts': 'export const PLANTED = 1;\n',
  'credentials/planted.ts': 'export const PLANTED = 1;\n',
  'test/planted.ts': 'export const PLANTED = 1;\n',
  'carriers/etower/probe-forms.ts': [
    "import type { MgoshipClient } from '../mgoship';",
    "export { MGOSHIP } from '../mgoship/account';",
    "export * from '../mgoship/time';",
    "export const later = import('../mgoship/status');",
    "export const now: unknown = require('../mgoship/reply');",
    'export type Client = MgoshipClient;',
    '',
  ].join('\n'),
  'carriers/madeup/circle-a.ts': "import type { B } from './circle-b';\n\nexport interface A {\n  b: B;\n}\n",
  'carriers/madeup/circle-b.ts': "export type { C as B } from './circle-c';\n",
  'carriers/madeup/circle-c.ts': "import { type A } from '#carriers/madeup/circle-a';\n\nexport type C = A[];\n",
  'carriers/madeup/circle-itself.ts': "export * as self from './circle-itself';\n",
  'carriers/madeup/beside-circle.ts': "export type { A } from './circle-a';\n",
};

const FOLDERS = ['carriers', 'credentials', 'nodes', 'sandbox', 'scripts', 'examples'];
const SETTINGS = ['eslint.config.mjs', 'package.json', 'tsconfig.json'];

/** What `eslint FILE` says of each planted file, in a copy of the project. */
let complaints: Map<string, string[]>;

beforeAll(() => {
  const copy = realpathSync(mkdtempSync(path.join(tmpdir(), 'crossborder-walls-')));
  try {
    complaints = lint(copy, plant(copy));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

function plant(copy: string): string[] {
  for (const entry of [...FOLDERS, ...SETTINGS])
    cpSync(path.join(ROOT, entry), path.join(copy, entry), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  // A new folder at the top is in the configuration, or ESLint does not read it at all.
  const tsconfig = path.join(copy, 'tsconfig.json');
  writeFileSync(tsconfig, readFileSync(tsconfig, 'utf8').replace('"include": [', '"include": ["madeup", '));
  const imports = Object.entries({ ...REFUSED, ...ACCEPTED }).map(([file, source]) => ({
    file,
    text: `import '${source}';\n`,
  }));
  const planted = [...imports, ...Object.entries(FILES).map(([file, text]) => ({ file, text }))];
  for (const { file, text } of planted) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), text);
  }
  return planted.map(({ file }) => file);
}

function lint(copy: string, files: string[]): Map<string, string[]> {
  const eslint = path.join(copy, 'node_modules/eslint/bin/eslint.js');
  const { stdout } = spawnSync(process.execPath, [eslint, '--format', 'json', ...files], {
    cwd: copy,
    encoding: 'utf8',
  });
  return new Map(
    z
      .array(z.object({ filePath: z.string(), messages: z.array(z.object({ message: z.string() })) }))
      .parse(JSON.parse(stdout))
      .map(({ filePath, messages }) => [path.relative(copy, filePath), messages.map(({ message }) => message)]),
  );
}

it.each(Object.entries(REFUSED))('%s may not import %s', (file, source) => {
  expect(complaints.get(file)).toContainEqual(
    expect.stringContaining(`Unexpected path "${source}" imported in restricted zone.`),
  );
});

it('refuses an import in every form', () => {
  const refused = complaints.get('carriers/etower/probe-forms.ts')?.filter((each) => each.includes('restricted zone'));
  expect(refused?.map((each) => /"(.*?)"/.exec(each)?.[1])).toEqual([
    '../mgoship',
    '../mgoship/account',
    '../mgoship/time',
    '../mgoship/status',
    '../mgoship/reply',
  ]);
});

it.each(Object.entries(ACCEPTED))('%s may import %s', (file) => {
  expect(complaints.get(file)).toEqual([]);
});

it('refuses a circle, of types alone too, in every file of it', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => `carriers/madeup/circle-${name}.ts`);
  const circle = (...files: unknown[]): string => `A circle of imports: ${files.join(' → ')}. `;
  expect(complaints.get(`${a}`)).toEqual([expect.stringContaining(circle(a, b, c, a))]);
  expect(complaints.get(`${b}`)).toEqual([expect.stringContaining(circle(b, c, a, b))]);
  expect(complaints.get(`${c}`)).toEqual([expect.stringContaining(circle(c, a, b, c))]);
});

it('refuses a file that imports itself, and none that only imports one of a circle', () => {
  expect(complaints.get('carriers/madeup/circle-itself.ts')).toHaveLength(1);
  expect(complaints.get('carriers/madeup/beside-circle.ts')).toEqual([]);
});
