import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { objectOf } from '#carriers/shared/json-value';

const ROOT = path.join(__dirname, '../..');

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

const manifest = objectOf(JSON.parse(textOf('package.json')));
const workflows = readdirSync(path.join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`);

it('asks for the Node version that the scripts run on', () => {
  expect(textOf('.nvmrc').trim()).toBe(objectOf(manifest['devDependencies'])['node']);
});

it('tells in the changelog of the version that package.json has, newest first', () => {
  const versions = [...textOf('CHANGELOG.md').matchAll(/^## \[([^\]]+)\]/gm)].map(([, version]) => version);
  expect(versions.slice(0, 2)).toEqual(['Unreleased', manifest['version']]);
});

it.each(workflows)('%s uses actions by their commit, so that a moved tag changes nothing', (file) => {
  const used = [...textOf(file).matchAll(/uses: (.*)$/gm)].map(([, action]) => action);
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((action) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? ''))).toEqual([]);
});

it('publishes with provenance, and only what was built and tested', () => {
  const steps = [...textOf('.github/workflows/publish.yml').matchAll(/- run: (.*)$/gm)].map(([, step]) => step);
  expect(steps).toEqual(['npm ci', 'npm run build', 'npm test', 'npm publish --provenance --access public']);
});

it('builds the example image on the n8n that the package is tested in', () => {
  const tested = objectOf(objectOf(JSON.parse(textOf('e2e/package.json')))['dependencies'])['n8n'];
  expect(textOf('examples/docker/Dockerfile')).toContain(`FROM n8nio/n8n:${String(tested)}\n`);
});
