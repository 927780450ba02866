/** What a node costs that never merges labels: the library for it is a file of its own, which nobody else loads. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const DIST = path.join(__dirname, '../../dist');

const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).sort();
const classFiles = files.filter((file) => /\.(node|credentials)\.js$/.test(file));

/** Files of the package that a process has read once it required these. */
function loadedBy(...required: string[]): string[] {
  const script = `
    for (const file of ${JSON.stringify(required)}) require(file);
    console.log(JSON.stringify(Object.keys(require.cache)));`;
  const loaded: unknown = JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: DIST, encoding: 'utf8' }));
  return Array.isArray(loaded) ? loaded.map((file) => path.relative(DIST, String(file))).sort() : [];
}

it('loads no file beside the one that all nodes share', () => {
  const required = classFiles.map((file) => `./${file}`);
  expect(required.length).toBeGreaterThan(10);
  expect(loadedBy(...required)).toEqual([...classFiles, 'shared/crossborder.js'].sort());
});

it('has the library for labels in a file of its own', () => {
  expect(files.filter((file) => file.startsWith('shared/'))).toEqual(['shared/crossborder.js', 'shared/pdf.js']);
  expect(loadedBy('./shared/pdf.js')).toEqual(['shared/pdf.js']);
});

it('is smaller than 3 MB when it is unpacked', () => {
  const bytes = files
    .map((file) => statSync(path.join(DIST, file)))
    .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
  expect(bytes).toBeLessThan(3 * 1024 * 1024);
});
