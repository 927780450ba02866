import { isObject, listOf, objectOf, textOf } from '../../carriers/shared/json-value';
import { resultOf, startManually } from '../execution';
import { unpackAsImage, unpackTarball } from '../installation';
import { temporaryFolder } from '../machine';
import { newEncryptionKey, startN8n, type N8n } from '../n8n';
import { expectEqual, type Report } from '../report';
import { Rest } from '../rest';
import { importExample, openWorkspace, packageTypes, readExamples, triggerOf, type Workspace } from '../workspace';

const VARIABLE = 'N8N_UNVERIFIED_PACKAGES_ENABLED';
const FINDING = 'unverified-packages-v3';

interface Case {
  /** Of the variable; none: it is not set. */
  value?: 'true' | 'false';
  /** How the package came into n8n's folder. */
  by: 'tarball' | 'image';
  /** Whether n8n lets its users install packages that it has not verified. */
  mayInstall: boolean;
  /** What n8n's report for version 3 says of packages. */
  findings: readonly string[];
}

/** docs/n8n-3.md says so. */
const CASES: readonly Case[] = [
  { by: 'tarball', mayInstall: true, findings: [FINDING] },
  { value: 'true', by: 'image', mayInstall: true, findings: [] },
  { value: 'false', by: 'tarball', mayInstall: false, findings: [] },
];

/**
 * What n8n 2.41 says of every n8n that runs as this one does, with these nodes or without: not in a container, and with
 * limits of its own nodes left to their defaults.
 */
const OF_N8N_ITSELF = [
  'compression-node-limits-v3',
  'docker-only-deployment-v3',
  'task-runner-task-timeout-v3',
  'workflow-import-url-removed-v3',
];

/** The setting that n8n 3.0 turns round, in every position, and what n8n 2.41 foretells of our examples. */
export async function checkN8n3(report: Report, tarball: string): Promise<void> {
  report.part(`n8n 3: ${VARIABLE}, and n8n's own migration report on the examples`);
  for (const each of CASES) await checkCase(report, tarball, each);
}

async function checkCase(report: Report, tarball: string, { value, by, mayInstall, findings }: Case): Promise<void> {
  const name = value === undefined ? 'not set' : value;
  const started = await report.check(`${name}: n8n starts, the nodes come from the ${by}`, () =>
    start(tarball, by, value),
  );
  if (!started) return;
  const { n8n, workspace } = started;
  try {
    await report.check(`${name}: n8n 2.41 loads all ${workspace.rows.length} nodes`, async () => {
      expectEqual((await packageTypes(workspace.rest)).length, workspace.rows.length, 'number of nodes');
    });
    await report.check(`${name}: users ${mayInstall ? 'may' : 'may not'} install unverified packages`, async () => {
      const settings = objectOf(await workspace.rest.get('/rest/settings'));
      expectEqual(settings['unverifiedCommunityNodesEnabled'], mayInstall, 'the setting');
    });
    const told = findings.length === 0 ? 'nothing' : findings.join(', ');
    await report.check(`${name}: the report for version 3 says ${told}`, () => checkReport(workspace, findings));
    await report.check(`${name}: an example runs`, () => runExample(workspace));
  } finally {
    await workspace.sandbox.close();
    await n8n.service.stop();
  }
}

async function start(
  tarball: string,
  by: Case['by'],
  value: Case['value'],
): Promise<{ n8n: N8n; workspace: Workspace }> {
  const userFolder = await temporaryFolder('n8n-3');
  const environment = {
    N8N_ENCRYPTION_KEY: newEncryptionKey(),
    ...(value === undefined ? {} : { [VARIABLE]: value }),
  };
  if (by === 'tarball') await unpackTarball(tarball, userFolder);
  const through = by === 'image' ? await unpackAsImage(tarball, await temporaryFolder('image')) : undefined;
  const n8n = await startN8n({
    userFolder,
    logFolder: userFolder,
    environment,
    ...(through === undefined ? {} : { through }),
  });
  const rest = new Rest(n8n.url);
  await rest.setUpOwner();
  await rest.login();
  return { n8n, workspace: await openWorkspace(rest) };
}

async function checkReport(workspace: Workspace, findings: readonly string[]): Promise<void> {
  const { rest } = workspace;
  const examples = await readExamples(workspace);
  for (const example of examples) await importExample(rest, example);
  const answer = objectOf(await rest.get('/rest/breaking-changes/report?version=v3'));
  expectEqual(answer['totalWorkflows'], examples.length, 'workflows that were looked at');
  const { workflowResults, instanceResults } = objectOf(answer['report']);
  expectEqual(rulesOf(workflowResults), [], 'what is said of the examples');
  const ofPackages = rulesOf(instanceResults).filter((rule) => !OF_N8N_ITSELF.includes(rule));
  expectEqual(ofPackages, findings, 'what is said of the installation');
}

/** Ids of the rules that found something. */
function rulesOf(results: unknown): string[] {
  return listOf(results).map(({ ruleId }) => textOf(ruleId) ?? '');
}

async function runExample(workspace: Workspace): Promise<void> {
  const { rest } = workspace;
  const [example] = (await readExamples(workspace)).filter(({ file }) => file === 'ship-orders.workflow.json');
  if (!example) throw new Error('examples/ship-orders.workflow.json is not there');
  const id = await importExample(rest, example, 'Run');
  const { status, nodes } = await resultOf(rest, await startManually(rest, id, triggerOf(example.workflow)));
  const created = nodes['Create Order']?.outputs[0] ?? [];
  expectEqual(status, 'success', 'the run');
  const without = created.filter(({ json }) => !isObject(json) || textOf(json['trackingNumber']) === undefined);
  expectEqual([created.length > 0, without], [true, []], 'orders, and those without a tracking number');
}
