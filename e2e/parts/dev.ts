import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { N8N_HOME } from '../installation';
import { freePort, startService, temporaryFolder, waitFor, type Service } from '../machine';
import { isReady } from '../n8n';
import { expectEqual, type Report } from '../report';
import { Rest } from '../rest';
import { packageTypes } from '../workspace';

const SOURCE = 'nodes/Huahan/Huahan.node.ts';
/** The description of the node, in its source. */
const DESCRIPTION = /(?<=^ {4}description: ')[^']+(?=',$)/m;
const LIMIT_MS = 180_000;

interface Development {
  clone: string;
  service: Service;
  rest: Rest;
}

/** `npm run dev` in a clone: a changed line is in the running n8n, a mistake is told, and nothing stays. */
export async function checkDevelopment(report: Report, clone: string): Promise<void> {
  report.part('Development: npm run dev in a clone');
  const port = await freePort();
  const folder = await temporaryFolder('dev');
  const development = await report.check('n8n starts, and the sources are watched', () => start(clone, folder, port));
  if (!development) return;
  const { service } = development;
  try {
    await report.check('a changed line is in n8n', async () => {
      const start = Date.now();
      await change(development, (source) => source.replace(DESCRIPTION, 'Changed once'));
      await waitForDescription(development, 'Changed once');
      report.progress(`after ${((Date.now() - start) / 1000).toFixed(1)} s: ${(await lastLine(service)).slice(10)}`);
    });
    await report.check('a mistake is told with its place, and the next change is taken over', async () => {
      await change(development, (source) => `${source}\nthis is (`);
      await waitForLog(service, `${SOURCE}:`);
      await change(development, (source) => source.replace('\nthis is (', '').replace(DESCRIPTION, 'Changed twice'));
      await waitForDescription(development, 'Changed twice');
    });
    await report.check('Ctrl-C ends all of it and leaves no folder behind', async () => {
      // As a terminal does it: the whole group is told.
      process.kill(-service.pid, 'SIGINT');
      await waitFor('npm run dev has ended', async () => (service.isRunning() ? undefined : true), {
        timeoutMs: LIMIT_MS,
      });
      expectEqual(await isReady(`http://127.0.0.1:${port}/healthz/readiness`), undefined, 'n8n');
      const left = (await readdir(path.join(folder, 'tmp'))).filter((name) => name.startsWith('crossborder-'));
      expectEqual(left, [], 'folders of temporary files');
    });
  } finally {
    await service.stop();
  }
}

async function start(clone: string, folder: string, port: number): Promise<Development> {
  // n8n itself is large: the clone takes the one that is installed.
  await symlink(path.join(N8N_HOME, 'node_modules'), path.join(clone, 'e2e/node_modules'));
  const temporary = path.join(folder, 'tmp');
  await mkdir(temporary);
  const service = startService('dev', 'npm', ['run', 'dev', '--', '--port', String(port)], folder, {
    cwd: clone,
    env: { ...process.env, TMPDIR: temporary },
  });
  await waitForLog(service, 'Watching ');
  const rest = new Rest(`http://127.0.0.1:${port}`);
  await rest.login();
  return { clone, service, rest };
}

async function change({ clone }: Development, edit: (source: string) => string): Promise<void> {
  const file = path.join(clone, SOURCE);
  await writeFile(file, edit(await readFile(file, 'utf8')));
}

async function waitForDescription({ rest, service }: Development, text: string): Promise<void> {
  await waitFor(
    `"${text}" in n8n's list of nodes`,
    async () => ((await packageTypes(rest)).some(({ description }) => description === text) ? true : undefined),
    { timeoutMs: LIMIT_MS, service },
  );
}

async function waitForLog(service: Service, text: string): Promise<void> {
  await waitFor(
    `"${text}" on the terminal`,
    async () => ((await readFile(service.log, 'utf8')).includes(text) ? true : undefined),
    { timeoutMs: LIMIT_MS, service },
  );
}

async function lastLine({ log }: Service): Promise<string> {
  return (await readFile(log, 'utf8')).trimEnd().split('\n').at(-1) ?? '';
}
