import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { objectOf, textOf } from '#carriers/shared/json-value';
import { noticesOf } from '../../scripts/build/notices';

const ROOT = path.join(__dirname, '../..');

/** What the text of a licence says, by its name. A name that is not here is a decision to make, not a row to add. */
const GRANTS: Readonly<Record<string, readonly RegExp[]>> = {
  MIT: [/Permission is hereby granted,\s+free\s+of\s+charge/, /WITHOUT\s+WARRANTY\s+OF\s+ANY\s+KIND/],
  '0BSD': [/Permission to use, copy, modify/, /DISCLAIMS ALL WARRANTIES/],
  ISC: [/Permission to use, copy, modify/, /WITHOUT WARRANTY|DISCLAIMS ALL WARRANTIES/],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossborder-notices-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Files of libraries that go into the package. */
let bundled: string[];
beforeAll(() => {
  const sources = ['nodes', 'credentials'].flatMap((place) =>
    readdirSync(path.join(ROOT, place), { recursive: true, encoding: 'utf8' }).map((file) => path.join(place, file)),
  );
  const { metafile } = buildSync({
    entryPoints: sources.filter((file) => /\.(node|credentials)\.ts$/.test(file)),
    absWorkingDir: ROOT,
    outdir: 'dist',
    bundle: true,
    write: false,
    platform: 'node',
    external: ['n8n-workflow'],
    metafile: true,
  });
  bundled = Object.keys(metafile.inputs).filter((file) => file.includes('node_modules/'));
});

it('gives the whole licence of every package that is bundled', async () => {
  await noticesOf(bundled, ROOT, folder);
  const notices = readFileSync(path.join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8').split(/^-{80}\n/m);

  const manifests = new Map(bundled.map((file) => manifestOf(file)).map((each) => [each.title, each.licence]));
  expect(manifests.size).toBeGreaterThan(10);
  for (const [title, licence] of manifests) {
    const section = notices.find((each) => each.startsWith(`${title}\n`)) ?? '';
    const missing = [/copyright/i, ...(GRANTS[licence] ?? [/a licence that test\/structure\/notices.test.ts knows/])]
      .filter((words) => !words.test(section))
      .map(String);
    expect({ title, licence, missing }).toEqual({ title, licence, missing: [] });
  }
});

it('takes the licence from the README where the package has no file of it', async () => {
  const text = `Copyright (c) 2013 A. Author &lt;author@example.com&gt;\n\n${'All of the terms. '.repeat(40)}`;
  packageWith('in-readme', { license: 'MIT' }, { 'README.md': `# In README\n\nLicense\n-------\n\n${text}\n\n[a]: b` });
  expect(await noticesFor('in-readme')).toContain(
    `in-readme 1.0.0\nLicence: MIT\n\nCopyright (c) 2013 A. Author <author@example.com>\n\nAll of the terms. `,
  );
});

it('takes the standard text with the author where the package only names its licence', async () => {
  packageWith('named', { license: 'MIT', author: { name: 'A. Author' } }, { 'README.md': '## License\n\nMIT\n' });
  const notices = await noticesFor('named');
  expect(notices).toContain('Copyright (c) A. Author');
  expect(notices).toMatch(/Permission is hereby granted, free of charge/);
});

it.each([
  ['a licence without a text', { license: 'SEE LICENSE IN TERMS', author: 'A. Author' }],
  ['no holder of the licence', { license: 'MIT' }],
])('stops the build at %s', async (_, manifest) => {
  packageWith('bare', manifest, { LICENSE: 'MIT' });
  await expect(noticesFor('bare')).rejects.toThrow(`No licence text to ship for bare 1.0.0 (${manifest.license})`);
});

function packageWith(name: string, manifest: object, files: Readonly<Record<string, string>>): void {
  const place = path.join(folder, 'node_modules', name);
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...manifest }));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(place, file), text);
}

async function noticesFor(name: string): Promise<string> {
  await noticesOf([`node_modules/${name}/index.js`], folder, folder);
  return readFileSync(path.join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
}

/** The nearest package.json above a file that has a name and a version. */
function manifestOf(file: string): { title: string; licence: string } {
  for (let place = path.dirname(file); place.includes('node_modules'); place = path.dirname(place)) {
    try {
      const manifest = objectOf(JSON.parse(readFileSync(path.join(ROOT, place, 'package.json'), 'utf8')));
      const [name, version] = [textOf(manifest['name']), textOf(manifest['version'])];
      if (name && version) return { title: `${name} ${version}`, licence: String(manifest['license']) };
    } catch {
      // Not every folder of a package has one.
    }
  }
  throw new Error(`${file} belongs to no package`);
}
