/**
 * `npm run e2e`: the package in a real n8n on this machine, on loopback alone. Parts can be named to run only those:
 * `npm run e2e -- examples editor`.
 */
import { readFile } from 'node:fs/promises';
import { ensureBuilt, stopEngine } from '../engine';
import { debianPrograms } from './debian';
import { cloneProject, installN8n, installPackage, packProject } from './installation';
import { release, temporaryFolder } from './machine';
import { newEncryptionKey, startN8n, type N8n } from './n8n';
import { checkAnyCarrier } from './parts/any-carrier';
import { checkCredentials } from './parts/credentials';
import { checkDevelopment } from './parts/dev';
import { checkEditor } from './parts/editor';
import { checkExamples } from './parts/examples';
import { checkFields } from './parts/fields';
import { checkFirstOrder } from './parts/first-order';
import { checkFound } from './parts/found';
import { checkHttpRequests } from './parts/http-request';
import { checkInstalled } from './parts/installed';
import { checkLists } from './parts/lists';
import { checkN8n3 } from './parts/n8n-3';
import { checkProgress } from './parts/progress';
import { checkQueueMode } from './parts/queue';
import { checkRoutine } from './parts/routine';
import { checkShopOrder } from './parts/shop-order';
import { checkTemplates } from './parts/templates';
import { checkTools } from './parts/tools';
import { expectEqual, Report } from './report';
import { Rest } from './rest';
import { openWorkspace, type Workspace } from './workspace';

type Part = (report: Report, workspace: Workspace, n8n: N8n) => Promise<void>;

/** Parts that share one n8n with SQLite, in this order. */
const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['installed', checkInstalled],
  ['credentials', checkCredentials],
  ['lists', checkLists],
  ['examples', checkExamples],
  ['routine', checkRoutine],
  ['http-request', checkHttpRequests],
  ['found', checkFound],
  ['progress', checkProgress],
  ['editor', checkEditor],
  ['first-order', checkFirstOrder],
  ['shop-order', checkShopOrder],
  ['any-carrier', checkAnyCarrier],
  ['templates', checkTemplates],
  ['fields', checkFields],
  ['tools', checkTools],
]);

/** Parts that start an n8n of their own. */
const OTHER_PARTS = ['n8n-3', 'dev', 'queue'];

/** Nothing here may hang a build. */
const LIMIT_MS = 40 * 60_000;

const report = new Report();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(`Stopped by ${signal}`));
setTimeout(() => void end('Stopped: 40 minutes are over'), LIMIT_MS).unref();
void main().then(
  () => end(),
  (error: unknown) => end(error),
);

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const known = [...PARTS.keys(), ...OTHER_PARTS];
  const unknown = words.filter((word) => !known.includes(word));
  if (unknown.length > 0) throw new Error(`Unknown part: ${unknown.join(', ')}. Known: ${known.join(', ')}`);
  const isAsked = (part: string) => words.length === 0 || words.includes(part);

  report.part('Preparing');
  const prepared = await prepare();
  if (prepared === undefined) return;
  const { clone, tarball } = prepared;
  const programs = await report.check('Chromium, Redis and PostgreSQL are installed', debianPrograms);
  const parts = [...PARTS].filter(([name]) => isAsked(name)).map(([, part]) => part);
  if (parts.length > 0) await withOneN8n(tarball, parts);
  if (isAsked('n8n-3')) await checkN8n3(report, tarball);
  if (isAsked('dev')) await checkDevelopment(report, clone);
  if (programs && isAsked('queue')) await checkQueueMode(report, tarball, programs);
}

/** The package under test is the one that `npm pack` makes of a fresh clone; the headless runs use the project's own build. */
async function prepare(): Promise<{ clone: string; tarball: string } | undefined> {
  const installed = await report.check('n8n is installed', installN8n);
  if (installed === undefined) return undefined;
  report.progress(installed);
  await report.check('the package is built', () => ensureBuilt());
  const clone = await report.check('npm ci in a fresh clone', cloneProject);
  if (clone === undefined) return undefined;
  const tarball = await report.check('npm pack in it', async () =>
    packProject(clone, await temporaryFolder('package')),
  );
  return tarball === undefined ? undefined : { clone, tarball };
}

async function withOneN8n(tarball: string, parts: readonly Part[]): Promise<void> {
  const userFolder = await temporaryFolder('n8n');
  const environment = { N8N_ENCRYPTION_KEY: newEncryptionKey() };
  const n8n = await report.check('n8n starts with the package in it', async () => {
    await installPackage(tarball, userFolder);
    return startN8n({ userFolder, logFolder: userFolder, environment });
  });
  if (!n8n) return;
  const workspace = await report.check('owner set up and logged in, credentials of the sandbox stored', () =>
    open(n8n),
  );
  if (!workspace) return;
  try {
    for (const part of parts) await part(report, workspace, n8n);
    await report.check('n8n asked no host outside of this machine', () => checkLog(n8n));
  } finally {
    await workspace.sandbox.close();
    await n8n.service.stop();
  }
}

async function open({ url }: N8n): Promise<Workspace> {
  const rest = new Rest(url);
  await rest.setUpOwner();
  await rest.login();
  return openWorkspace(rest);
}

/** Without a network a question to a name fails, and n8n logs it. */
async function checkLog({ service }: N8n): Promise<void> {
  const log = await readFile(service.log, 'utf8');
  const asked = log.split('\n').filter((line) => /ENOTFOUND|EAI_AGAIN/.test(line));
  expectEqual(asked, [], 'questions in the log');
}

let ending: Promise<void> | undefined;

/** Gives everything back, then tells the count; a reason why the run was broken off counts as a failure. */
function end(reason?: unknown): Promise<void> {
  ending ??= (async () => {
    if (reason !== undefined) report.breakOff(reason);
    await release();
    await stopEngine();
    report.close();
    process.exitCode = report.failed > 0 ? 1 : 0;
    setTimeout(() => process.exit(), 1000).unref();
  })();
  return ending;
}
