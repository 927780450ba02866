/**
 * `npm run n8n`: n8n's editor with the nodes, a running sandbox, its credentials and the example workflows, ready to be
 * clicked. Nothing of it stays: Ctrl-C stops everything and removes the data.
 */
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../engine';
import { installN8n, installPackage, packProject } from './installation';
import { release, temporaryFolder } from './machine';
import { newEncryptionKey, startN8n } from './n8n';
import { OWNER, Rest } from './rest';
import { importExample, openWorkspace, readExamples } from './workspace';

const EDITOR_PORT = 5678;

let ending: Promise<void> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0));
void main().catch((error: unknown) => {
  if (!ending) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return end(1);
});

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: String(EDITOR_PORT) } } });
  print('Installing n8n, the first time only (about four minutes) …');
  await installN8n();
  print('Building and installing the nodes …');
  await ensureBuilt();
  const userFolder = await temporaryFolder('n8n');
  await installPackage(await packProject(userFolder), userFolder);
  print('Starting n8n …');
  const { url, service } = await startN8n({
    userFolder,
    logFolder: userFolder,
    port: Number(values.port),
    environment: { N8N_ENCRYPTION_KEY: newEncryptionKey() },
  });
  const rest = new Rest(url);
  await rest.setUpOwner();
  await rest.login();
  const workspace = await openWorkspace(rest);
  const examples = await readExamples(workspace);
  for (const example of examples) await importExample(rest, example);

  print(`
n8n's editor       ${url}
Email              ${OWNER.email}
Password           ${OWNER.password}
Workflows          ${examples.map(({ name }) => name).join(', ')}
Sandbox carriers   ${workspace.sandbox.url} (what they received: ${workspace.sandbox.url}/_control/state)

No real carrier is called. Ctrl-C stops all of it and removes the data.`);
  while (!ending && service.isRunning()) await new Promise((next) => setTimeout(next, 500));
  if (!ending) throw new Error(`n8n has ended by itself; its log: ${service.log}`);
}

/** The sandbox ends with this process. */
function end(status: number): Promise<void> {
  ending ??= release().then(() => process.exit(status));
  return ending;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
