/** What `npm run n8n` and `npm run dev` share: a local n8n with the nodes, the sandbox, its credentials and the examples. */
import { parseArgs } from 'node:util';
import { PROJECT_ROOT } from '../engine';
import { installN8n, installPackage, packProject } from './installation';
import { release, temporaryFolder } from './machine';
import { newEncryptionKey, startN8n, type N8n } from './n8n';
import { OWNER, Rest } from './rest';
import { createParcelTable, importOrderTable, ROUTINE_FILE } from './parcel-table';
import {
  importExample,
  importWorkflow,
  openWorkspace,
  readExamples,
  readWorkflow,
  templateFiles,
  type Workspace,
} from './workspace';

export interface LocalN8n {
  n8n: N8n;
  workspace: Workspace;
  /** Where n8n has the package. */
  packageFolder: string;
}

const EDITOR_PORT = 5678;

/** Starts all of it and tells how to log in. The option `--port` says where n8n listens. */
export async function startLocalN8n(environment: NodeJS.ProcessEnv = {}): Promise<LocalN8n> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: String(EDITOR_PORT) } } });
  print('Installing n8n, the first time only (about four minutes) …');
  await installN8n();
  print('Building and installing the nodes …');
  const userFolder = await temporaryFolder('n8n');
  const packageFolder = await installPackage(await packProject(PROJECT_ROOT, userFolder), userFolder);
  print('Starting n8n …');
  const n8n = await startN8n({
    userFolder,
    logFolder: userFolder,
    port: Number(values.port),
    environment: { N8N_ENCRYPTION_KEY: newEncryptionKey(), ...environment },
  });
  const rest = new Rest(n8n.url);
  await rest.setUpOwner();
  await rest.login();
  const workspace = await openWorkspace(rest);
  const examples = await readExamples(workspace);
  for (const example of examples) await importExample(rest, example);
  const templates = await Promise.all(
    [ROUTINE_FILE, ...(await templateFiles())].map((file) => readWorkflow(file, workspace.credentialIds)),
  );
  for (const template of templates) await importWorkflow(rest, template);
  await createParcelTable(rest);
  await importOrderTable(rest);

  print(`
n8n's editor       ${n8n.url}
Email              ${OWNER.email}
Password           ${OWNER.password}
Workflows          ${[...examples, ...templates].map(({ name }) => name).join(', ')}
Sandbox carriers   ${workspace.sandbox.url} (what they received: ${workspace.sandbox.url}/_control/state)
n8n's log          ${n8n.service.log}

No real carrier is called. Ctrl-C stops all of it and removes the data.`);
  return { n8n, workspace, packageFolder };
}

/**
 * Runs until Ctrl-C or until n8n ends by itself; then everything is given back. The sandbox ends with this process.
 * @param work what goes on beside n8n; it may return at once
 */
export function runUntilStopped(start: () => Promise<LocalN8n>, work?: (local: LocalN8n) => Promise<void>): void {
  let ending: Promise<void> | undefined;
  const end = (status: number): Promise<void> => (ending ??= release().then(() => process.exit(status)));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0));
  const main = async (): Promise<void> => {
    const local = await start();
    const { service } = local.n8n;
    await work?.(local);
    while (!ending && service.isRunning()) await new Promise((next) => setTimeout(next, 500));
    if (!ending) throw new Error(`n8n has ended by itself; its log: ${service.log}`);
  };
  void main().catch((error: unknown) => {
    if (!ending) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return end(1);
  });
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
