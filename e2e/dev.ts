/**
 * `npm run dev`: what `npm run n8n` opens, and every changed line of the nodes is in it within seconds: the sources are
 * watched, built again and handed to n8n, which loads them without a restart (`N8N_DEV_RELOAD`, n8n 2.x).
 */
import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { watch } from 'chokidar';
import { PROJECT_ROOT } from '../engine';
import { print, runUntilStopped, startLocalN8n, type LocalN8n } from './local-n8n';
import { run, waitFor } from './machine';

const WATCHED = ['carriers', 'nodes', 'credentials'];
const DIST = path.join(PROJECT_ROOT, 'dist');
/** What an editor saves together is built once. */
const TOGETHER_MS = 50;

runUntilStopped(() => startLocalN8n({ N8N_DEV_RELOAD: 'true' }), watchSources);

async function watchSources(local: LocalN8n): Promise<void> {
  await refuseWithoutReload(local);
  const changed = new Set<string>();
  let isBuilding = false;
  const buildAll = async (): Promise<void> => {
    if (isBuilding) return;
    isBuilding = true;
    while (changed.size > 0) {
      await delay(TOGETHER_MS);
      const files = [...changed];
      changed.clear();
      await takeOver(local, files);
    }
    isBuilding = false;
  };
  const watcher = watch(WATCHED, { cwd: PROJECT_ROOT, ignoreInitial: true });
  watcher.on('all', (event, file) => {
    if (event === 'addDir') return;
    changed.add(file);
    void buildAll();
  });
  await new Promise<void>((ready) => watcher.once('ready', ready));
  print(`
Watching ${WATCHED.map((folder) => `${folder}/`).join(', ')}. An open editor takes a change over by itself.
The sandbox and package.json are read at the start only.
`);
}

/** Never throws: a mistake in a source is told, and the next change is built again. */
async function takeOver({ n8n, workspace, packageFolder }: LocalN8n, files: readonly string[]): Promise<void> {
  tell(`${files.join(', ')} changed`);
  const start = Date.now();
  try {
    const before = await versionOf(workspace);
    await run(path.join(PROJECT_ROOT, 'node_modules/.bin/gulp'), ['build'], { cwd: PROJECT_ROOT });
    const built = Date.now();
    const copied = await copyChanged(packageFolder);
    if (copied === 0) {
      tell(`built in ${seconds(start, built)}: the same as before`);
      return;
    }
    await waitFor(
      'n8n has loaded the new build',
      async () => ((await versionOf(workspace)) === before ? undefined : true),
      { timeoutMs: 60_000, everyMs: 50, service: n8n.service },
    );
    tell(`built in ${seconds(start, built)}, reloaded by n8n in ${seconds(built, Date.now())}`);
  } catch (error) {
    tell(`not taken over:\n${error instanceof Error ? error.message : String(error)}`);
  }
}

/** n8n loads again at every file that it sees written. @returns how many files are new */
async function copyChanged(packageFolder: string): Promise<number> {
  let copied = 0;
  await cp(DIST, path.join(packageFolder, 'dist'), {
    recursive: true,
    filter: async (from, to) => {
      const [wanted, there] = await Promise.all([contentOf(from), contentOf(to)]);
      if (wanted === undefined) return true;
      const isNew = there === undefined || !wanted.equals(there);
      if (isNew) copied += 1;
      return isNew;
    },
  });
  return copied;
}

/** `undefined` for a folder and for what is not there. */
async function contentOf(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(() => undefined);
}

/** n8n writes its list of nodes again at the end of every load; the tag tells when. */
async function versionOf({ rest }: LocalN8n['workspace']): Promise<string | null> {
  const answer = await rest.fetch('/types/nodes.json');
  await answer.body?.cancel();
  return answer.headers.get('etag');
}

/** n8n watches by a library with a part for each platform. */
async function refuseWithoutReload({ n8n: { service } }: LocalN8n): Promise<void> {
  if ((await readFile(service.log, 'utf8')).includes('File watching for hot reload is unavailable')) {
    throw new Error(
      'This n8n cannot watch files on this platform: use `npm run n8n` and start it again after a change.',
    );
  }
}

function tell(text: string): void {
  print(`${new Date().toTimeString().slice(0, 8)}  ${text}`);
}

function seconds(from: number, to: number): string {
  return `${((to - from) / 1000).toFixed(1)} s`;
}
