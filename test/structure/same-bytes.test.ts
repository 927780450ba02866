import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundledPackages } from '../../scripts/audit/bundled';
import { installed, runChecks } from '../../scripts/test/checks';

const ROOT = path.join(__dirname, '../..');
/** All that a build reads. */
const SOURCES = ['carriers', 'credentials', 'nodes', 'scripts', 'gulpfile.js', 'package.json', 'tsconfig.json'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossborder-bytes-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function filesIn(place: string): Map<string, Buffer> {
  const entries = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((file) => [path.relative(place, file), readFileSync(file)]));
}

it('a build in another folder gives the same bytes', async () => {
  const notices = readFileSync(path.join(ROOT, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  const packages = bundledPackages(notices).map((title) => path.join('node_modules', title.split(' ')[0] ?? ''));
  for (const name of [...SOURCES, ...packages]) {
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  }
  // The tools that build stay where they are: only what they bundle is told by its place.
  const env = { NODE_PATH: path.join(ROOT, 'node_modules') };
  const [build] = await runChecks([{ name: 'build', command: installed('gulp'), args: ['build'], cwd: folder, env }]);
  expect(build).toMatchObject({ passed: true });
  const [here, there] = [filesIn(path.join(ROOT, 'dist')), filesIn(path.join(folder, 'dist'))];
  expect([...there.keys()]).toEqual([...here.keys()]);
  for (const [file, bytes] of here)
    expect({ file, same: there.get(file)?.equals(bytes) }).toEqual({ file, same: true });
});
