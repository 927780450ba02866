/** The n8n to test with, and the package as its users get it: packed, then unpacked the way n8n does it. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listOf, objectOf, textOf } from '../carriers/shared/json-value';
import { PROJECT_ROOT } from '../engine';
import { readJson } from '../engine/json-files';
import { run, temporaryFolder } from './machine';

export const PACKAGE_NAME = 'n8n-nodes-crossborder';

/** The folder with n8n in it. */
export const N8N_HOME = __dirname;
export const N8N_COMMAND = path.join(N8N_HOME, 'node_modules/n8n/bin/n8n');

/**
 * Installs n8n beside these files, unless the version of the lock file is there already. Scripts of packages do not run,
 * except for building SQLite's binding.
 * @returns what was done
 */
export async function installN8n(): Promise<string> {
  const wanted = objectOf(objectOf(await readJson(path.join(N8N_HOME, 'package.json')))['dependencies'])['n8n'];
  const version = await installedVersion();
  if (version === wanted && existsSync(DONE)) return `n8n ${version} is there`;
  // The cache would double the space that n8n takes on the disk.
  const cache = await temporaryFolder('npm-cache');
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--cache', cache], { cwd: N8N_HOME });
  await run('npm', ['rebuild', 'sqlite3', '--foreground-scripts', '--cache', cache], { cwd: N8N_HOME });
  await rm(cache, { recursive: true, force: true });
  await writeFile(DONE, '');
  return `n8n ${String(wanted)} was installed`;
}

/**
 * What a new contributor has: a clone in a folder of its own, after `npm ci`. Changes that are not committed are in it too.
 * @returns its folder
 */
export async function cloneProject(): Promise<string> {
  const clone = path.join(await temporaryFolder('clone'), 'n8n-nodes-crossborder');
  await run('git', ['clone', '--quiet', PROJECT_ROOT, clone]);
  const asked = [
    ['diff', '--name-only', '-z', 'HEAD'],
    ['ls-files', '-z', '--others', '--exclude-standard'],
  ];
  const answers = await Promise.all(asked.map((args) => run('git', args, { cwd: PROJECT_ROOT })));
  for (const file of answers.flatMap((answer) => answer.split('\0')).filter((name) => name !== '')) {
    const source = path.join(PROJECT_ROOT, file);
    if (existsSync(source)) await cp(source, path.join(clone, file));
    else await rm(path.join(clone, file), { force: true });
  }
  await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: clone });
  return clone;
}

/** `npm pack` in a project's folder, which builds what it packs. @returns the path of the tarball */
export async function packProject(project: string, folder: string): Promise<string> {
  const printed: unknown = JSON.parse(
    await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: project }),
  );
  const [packed] = listOf(printed);
  return path.join(folder, textOf(packed?.['filename']) ?? '');
}

/**
 * What n8n 2.41 does when a user installs a community package (`downloadPackage` of its community-packages service),
 * with the tarball in the place of the download.
 * @returns the folder of the package
 */
export async function installPackage(tarball: string, userFolder: string): Promise<string> {
  const nodesFolder = path.join(userFolder, '.n8n/nodes');
  const packageFolder = path.join(nodesFolder, 'node_modules', PACKAGE_NAME);
  await mkdir(packageFolder, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', packageFolder, '--strip-components=1']);
  const manifestFile = path.join(packageFolder, 'package.json');
  const manifest = objectOf(await readJson(manifestFile));
  for (const name of ['devDependencies', 'peerDependencies', 'optionalDependencies']) {
    Reflect.deleteProperty(manifest, name);
  }
  await writeFile(manifestFile, JSON.stringify(manifest, null, 2));
  const flags = ['--audit=false', '--fund=false', '--bin-links=false', '--install-strategy=shallow'];
  await run('npm', ['install', ...flags, '--ignore-scripts=true', '--package-lock=false'], { cwd: packageFolder });
  const installed = {
    name: 'installed-nodes',
    private: true,
    dependencies: { [PACKAGE_NAME]: manifest['version'] },
  };
  await writeFile(path.join(nodesFolder, 'package.json'), JSON.stringify(installed, null, 2));
  return packageFolder;
}

/** What docs/releasing.md tells a user to do: the tarball in n8n's folder, and nothing else. */
export async function unpackTarball(tarball: string, userFolder: string): Promise<void> {
  const packageFolder = path.join(userFolder, '.n8n/nodes/node_modules', PACKAGE_NAME);
  await mkdir(packageFolder, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', packageFolder, '--strip-components=1']);
}

/** What examples/docker/Dockerfile puts into the image. @returns the script that n8n is started through */
export async function unpackAsImage(tarball: string, folder: string): Promise<string> {
  await run('tar', ['-xzf', tarball, '-C', folder]);
  const script = path.join(folder, 'start.sh');
  await cp(path.join(PROJECT_ROOT, 'examples/docker/start.sh'), script);
  return script;
}

/** Every n8n process of a cluster has a disk of its own, with the same packages on it. */
export async function copyPackages(fromUserFolder: string, toUserFolder: string): Promise<void> {
  await mkdir(path.join(toUserFolder, '.n8n'), { recursive: true });
  await cp(path.join(fromUserFolder, '.n8n/nodes'), path.join(toUserFolder, '.n8n/nodes'), { recursive: true });
}

/** Written when all steps of the installation succeeded. */
const DONE = path.join(N8N_HOME, 'node_modules/.crossborder-installed');

async function installedVersion(): Promise<string | undefined> {
  try {
    const manifest = await readFile(path.join(N8N_HOME, 'node_modules/n8n/package.json'), 'utf8');
    return String(objectOf(JSON.parse(manifest))['version']);
  } catch {
    return undefined;
  }
}
