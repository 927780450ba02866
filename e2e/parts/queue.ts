import { readFile } from 'node:fs/promises';
import { listOf, objectOf, textOf } from '../../carriers/shared/json-value';
import type { Sandbox } from '../../sandbox/server';
import { startCluster, WORKER_CONCURRENCY, type Cluster } from '../cluster';
import type { Programs } from '../debian';
import { runOf } from '../execution';
import { waitFor, type Service } from '../machine';
import { QUEUE_ROWS, queueWorkflow, type QueueRow } from '../queue-workflows';
import { expectEqual, expectTrue, type Report } from '../report';
import { idOf, Rest } from '../rest';
import { openWorkspace, type Workspace } from '../workspace';

const EXECUTIONS = 200;
const ORDERS_EACH = 50;
const LIMIT_MS = 10 * 60_000;

/** n8n 2.41 marks a job whose worker is gone as failed, and as crashed what it finds running without a job; one may turn into the other. */
const BROKEN = ['crashed', 'error'];

interface Execution {
  id: string;
  status: string;
}

/** Many executions over two workers, one of which is killed in the middle: nothing is lost and nothing shipped twice. */
export async function checkQueueMode(report: Report, tarball: string, programs: Programs): Promise<void> {
  report.part(`Queue mode: ${EXECUTIONS} executions of ${ORDERS_EACH} orders, PostgreSQL, Redis, two workers`);
  const cluster = await report.check('PostgreSQL, Redis and n8n start', () => startCluster(tarball, programs));
  if (!cluster) return;
  const rest = new Rest(cluster.main.url);
  const workspace = await report.check('owner set up, credentials stored', async () => {
    await rest.setUpOwner();
    await rest.login();
    return openWorkspace(rest);
  });
  if (!workspace) return;
  try {
    await runAll(report, cluster, workspace);
  } finally {
    await workspace.sandbox.close();
    await cluster.stop();
  }
}

async function runAll(report: Report, cluster: Cluster, workspace: Workspace): Promise<void> {
  const { sandbox } = workspace;
  const rows = QUEUE_ROWS.filter(({ node }) => workspace.rows.some((row) => row.node === node));
  const workers = await report.check(`two workers start, ${WORKER_CONCURRENCY} executions at a time each`, async () => [
    await cluster.startWorker('worker-1'),
    await cluster.startWorker('worker-2'),
  ]);
  const [steady, doomed] = workers ?? [];
  const published = await report.check(`${rows.length} workflows are published`, () => publish(workspace, rows));
  if (!steady || !doomed || !published) return;

  const start = Date.now();
  await report.check(`${EXECUTIONS} webhooks are answered`, () => callWebhooks(cluster, rows));
  await report.check(`worker 2 (process ${doomed.pid}) is killed in the middle and started again`, async () => {
    const third = (EXECUTIONS * ORDERS_EACH) / 3;
    await waitFor(
      'A third of the orders is created',
      async () => ((await countOrders(sandbox)) > third ? true : undefined),
      {
        timeoutMs: LIMIT_MS,
      },
    );
    await doomed.kill();
    report.progress(`killed after ${await countOrders(sandbox)} orders`);
    await cluster.startWorker('worker-3');
  });
  await report.check('every execution comes to an end', () => allEnded(report, cluster, EXECUTIONS));
  const broken = await report.check(
    'n8n marks the executions of the killed worker; their webhooks are sent again',
    () => sendAgain(report, cluster, workspace, rows),
  );
  const seconds = ((Date.now() - start) / 1000).toFixed(0);
  await report.check('every execution is accounted for: it succeeded, or its second run did', async () => {
    const failed = (await executionsOf(cluster)).filter(({ status }) => status !== 'success').map(({ id }) => id);
    expectEqual(failed, broken, 'executions that did not succeed');
    expectEqual((await executionsOf(cluster)).length, EXECUTIONS + failed.length, 'number of executions');
  });
  await report.check('one order per reference at the sandbox', async () => {
    const wanted = rows.flatMap((row, position) =>
      referencesOf(position, rows.length).map((each) => `${row.carrier} ${each}`),
    );
    const made = await ordersAt(sandbox);
    const missing = wanted.filter((each) => !made.includes(each));
    expectEqual(
      [made.length, new Set(made).size, missing],
      [wanted.length, wanted.length, []],
      'orders, references, missing',
    );
    report.progress(`${made.length} orders in ${seconds} s`);
  });
  await report.check('both workers took their part', () => checkShares(report, [steady, doomed]));
}

async function publish({ rest, credentialIds }: Workspace, rows: readonly QueueRow[]): Promise<true> {
  for (const row of rows) {
    const workflow = queueWorkflow(row, credentialIds[row.credential] ?? '');
    const created = objectOf(await rest.post('/rest/workflows', workflow));
    await rest.post(`/rest/workflows/${idOf(created)}/activate`, { versionId: created['versionId'] });
  }
  return true;
}

async function callWebhooks(cluster: Cluster, rows: readonly QueueRow[]): Promise<void> {
  for (let execution = 0; execution < EXECUTIONS; execution++) await callWebhook(cluster, rows, execution);
}

/** Every webhook carries the orders of one execution; the carriers take turns. */
async function callWebhook({ main }: Cluster, rows: readonly QueueRow[], execution: number): Promise<void> {
  const row = rows[execution % rows.length];
  if (!row) return;
  const response = await fetch(`${main.url}/webhook/ship-${row.node}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ orders: orderReferences(execution).map((reference) => row.orderOf(reference)) }),
    signal: AbortSignal.timeout(60_000),
  });
  if (!response.ok) throw new Error(`Webhook ${execution}: ${response.status} ${await response.text()}`);
}

/**
 * n8n's own Retry does not help: n8n 2.41 has emptied these executions. Webhooks are called one after the other, so that
 * the place of an execution in n8n's list tells which orders it had.
 * @returns the executions that were broken off
 */
async function sendAgain(
  report: Report,
  cluster: Cluster,
  { rest }: Workspace,
  rows: readonly QueueRow[],
): Promise<string[]> {
  const all = await executionsOf(cluster);
  const broken = all.filter(({ status }) => BROKEN.includes(status));
  expectTrue(broken.length > 0, 'No execution was broken off: the worker was killed too late');
  expectTrue(broken.length <= WORKER_CONCURRENCY, `${broken.length} failed, more than one worker runs at a time`);
  for (const execution of broken) {
    const { error } = (await runOf(rest, execution.id)).data.resultData;
    report.progress(`execution ${execution.id}: ${execution.status}, ${error?.message ?? 'without a message'}`);
    await callWebhook(cluster, rows, all.indexOf(execution));
  }
  await allEnded(report, cluster, EXECUTIONS + broken.length);
  return broken.map(({ id }) => id);
}

function orderReferences(execution: number): string[] {
  return Array.from({ length: ORDERS_EACH }, (_, index) => `Q${execution}-${index}`);
}

/** References of all executions of the carrier at this position. */
function referencesOf(position: number, carriers: number): string[] {
  const executions = Array.from({ length: EXECUTIONS }, (_, execution) => execution);
  return executions.filter((execution) => execution % carriers === position).flatMap(orderReferences);
}

async function allEnded(report: Report, cluster: Cluster, count: number): Promise<void> {
  let told = '';
  await waitFor(
    'All executions ended',
    async () => {
      const counts = new Map<string, number>();
      for (const { status } of await executionsOf(cluster)) counts.set(status, (counts.get(status) ?? 0) + 1);
      const text = [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
      if (text !== told) report.progress(text);
      told = text;
      const ended = [...counts].filter(([status]) => !['new', 'running', 'waiting'].includes(status));
      return ended.reduce((sum, [, some]) => sum + some, 0) >= count ? true : undefined;
    },
    { timeoutMs: LIMIT_MS, everyMs: 5_000 },
  );
}

/** In the order in which they were started. */
async function executionsOf({ query }: Cluster): Promise<Execution[]> {
  const rows = await query('select id, status from execution_entity order by id');
  return rows.map(([id = '', status = '']) => ({ id, status }));
}

async function ordersAt({ url }: Sandbox): Promise<string[]> {
  const state = objectOf(await (await fetch(`${url}/_control/state`)).json());
  return Object.entries(state).flatMap(([carrier, content]) =>
    listOf(objectOf(content)['orders']).map(({ reference }) => `${carrier} ${textOf(reference) ?? ''}`),
  );
}

async function countOrders(sandbox: Sandbox): Promise<number> {
  return (await ordersAt(sandbox)).length;
}

async function checkShares(report: Report, workers: readonly Service[]): Promise<void> {
  const shares = workers.map(
    async ({ log }) => (await readFile(log, 'utf8')).match(/Worker started execution/g)?.length ?? 0,
  );
  const counts = await Promise.all(shares);
  report.progress(`executions of worker 1 and of worker 2 before it was killed: ${counts.join(', ')}`);
  for (const count of counts) expectTrue(count >= EXECUTIONS / 20, `A worker had only ${count} executions`);
}
