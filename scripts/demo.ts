/**
 * `npm run demo`: the sandbox on a free loopback port and the sample workflow in the real engine. Prints what became of
 * every order and leaves the labels as files. Exit status 0 when the workflow ended.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { SingleBar } from 'cli-progress';
import Table from 'cli-table3';
import { isObject, objectOf, textOf } from '#carriers/shared/json-value';
import { credentialsFor } from '../sandbox/control-client';
import { startSandbox } from '../sandbox/server';
import {
  endProcess,
  ensureBuilt,
  PROJECT_ROOT,
  runWorkflow,
  writeBinaries,
  type OutputItem,
  type WorkflowRun,
} from '../engine';
import { readJson } from '../engine/json-files';

const LABELS = path.join(PROJECT_ROOT, 'out/demo');
const STEPS = ['Create Order', 'Get Label', 'Get Tracking'];

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The demo failed'}\n`);
  return endProcess(1);
});

async function main(): Promise<void> {
  await ensureBuilt();
  const orders = await readJson(example('orders.json'));
  const workflow = await readJson(example('ship-orders.workflow.json'));
  if (!Array.isArray(orders)) throw new Error('examples/orders.json is no list');
  const sandbox = await startSandbox();
  print(`Sandbox carriers at ${sandbox.url}; no real carrier is called.\n`);

  const bar = new SingleBar({ format: 'Shipping {bar} {value}/{total} steps · {step}', barsize: 30, hideCursor: true });
  bar.start(orders.length * STEPS.length, 0, { step: 'starting' });
  const progress = setInterval(() => void showCalls(sandbox.url, bar), 50);
  const run = await runWorkflow({
    workflow,
    credentials: credentialsFor(sandbox),
    items: orders,
    onNodeProgress: (node, state) => {
      const step = STEPS.indexOf(node);
      if (step >= 0) bar.update((state === 'started' ? step : step + 1) * orders.length, { step: node });
    },
  }).finally(() => {
    clearInterval(progress);
    bar.stop();
  });

  await rm(LABELS, { recursive: true, force: true });
  await writeBinaries(run.binaries, LABELS);
  await sandbox.close();
  printTable(orders, run);
  await endProcess(run.result.status === 'success' ? 0 : 1);
}

function printTable(orders: readonly unknown[], { result, binaries }: WorkflowRun): void {
  const outputsOf = (node: string): OutputItem[] => result.nodes[node]?.outputs[0] ?? [];
  const [created, labels, tracked] = STEPS.map(outputsOf);
  const refused = result.nodes['Create Order']?.outputs[1] ?? [];
  const table = new Table({
    head: ['Reference', 'Waybill', 'Tracking number', 'Status', "Label file or the carrier's message"],
    style: { head: ['cyan'] },
    colWidths: [12, 20, 16, 12, 52],
    wordWrap: true,
  });
  orders.forEach((order, item) => {
    const reference = textOf(objectOf(order)['orderNumber']) ?? '';
    const failure = refused.find((each) => pairedWith(each, item));
    if (failure) {
      table.push([reference, { content: failure.error?.message ?? '', colSpan: 4 }]);
      return;
    }
    const position = created?.findIndex((each) => pairedWith(each, item)) ?? -1;
    const parcel = created?.[position]?.json ?? {};
    const status = tracked?.find((each) => pairedWith(each, position))?.json['status'];
    const labelIndex = labels?.findIndex((each) => pairedWith(each, position));
    const file = binaries.find((binary) => binary.node === 'Get Label' && binary.item === labelIndex);
    table.push([
      reference,
      ...[parcel['orderNumber'], parcel['trackingNumber'], status, file?.fileName].map((value) => textOf(value) ?? ''),
    ]);
  });
  const failed = refused.length;
  print(`\n${table.toString()}`);
  print(
    `\n${orders.length} orders: ${orders.length - failed} shipped, ${failed} refused. Labels are in ${path.relative(process.cwd(), LABELS)}`,
  );
}

function pairedWith({ pairedItem }: OutputItem, item: number): boolean {
  return isObject(pairedItem) && pairedItem['item'] === item;
}

/** Between two nodes the bar follows the calls that reached the carrier. */
async function showCalls(url: string, bar: SingleBar): Promise<void> {
  const stats: unknown = await (await fetch(`${url}/_control/stats`)).json();
  const { services, downloads } = objectOf(objectOf(stats)['huahan']);
  const creating = Number(objectOf(services)['createOrder'] ?? 0);
  const printing = Number(downloads ?? 0);
  const value = printing > 0 ? bar.getTotal() / STEPS.length + printing : creating;
  if (value > 0 && value < bar.getTotal()) bar.update(value);
}

function example(file: string): string {
  return path.join(PROJECT_ROOT, 'examples', file);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
