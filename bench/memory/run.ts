/**
 * One measurement in a process of its own: `run.ts CASE ITEMS URL [floor]`. Writes its figures as JSON. `floor`: a node that
 * gives out the same items without any call, which is what n8n itself holds.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { IRun } from 'n8n-workflow';
import { chain, endProcess, runWorkflow, type Step } from '../../engine';
import { CASES, credentialsAt, type MemoryCase } from './cases';
import type { Figures } from './figures';

const MB = 1024 * 1024;
const WARM_UP = 200;

main().then(endProcess, (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : 'The measurement failed'}\n`);
  return endProcess(1);
});

async function main(): Promise<number> {
  const [name, count = '', url = '', mode] = process.argv.slice(2);
  const found = CASES.find((each) => each.name === name);
  if (!found) throw new Error(`No case "${name}"`);
  const folder = await mkdtemp(join(tmpdir(), 'bench-memory-'));
  const [sample] = outputsOf(await recorded(found, 10, url));
  await storeOnDisk(folder);
  const warm = await recorded(found, WARM_UP, url);
  const root = mode === 'floor' ? await floorPackage(folder, outputsOf(warm)[0] ?? sample) : undefined;
  const measuredStep =
    root === undefined ? found : { ...found, step: { ...found.step, type: 'n8n-nodes-floor.floor' } };
  if (root !== undefined) await recorded(measuredStep, WARM_UP, url, root);
  const figures = await measured(measuredStep, Number(count), url, root);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  await rm(folder, { recursive: true, force: true });
  return 0;
}

async function measured({ step, item }: MemoryCase, count: number, url: string, root?: string): Promise<Figures> {
  const items = Array.from({ length: count }, (_, index) => item(index));
  const idle = await settled();
  const watch = new MemoryWatch();
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const run = await recorded({ name: '', step, item }, count, url, root, items);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - begun) / 1000;
  const { peak, heapPeak } = watch.end();
  const failed = outputsOf(run).filter(({ json, error }) => error !== undefined || json['error'] !== undefined).length;
  const after = await settled();
  const missing = Math.abs(outputsOf(run).length - count);
  return {
    peak: round((peak - idle.rss) / MB),
    heapPeak: round((heapPeak - idle.heapUsed) / MB),
    held: round((after.heapUsed - idle.heapUsed) / MB),
    seconds: round(seconds),
    cpuSeconds: round((user + system) / 1e6),
    failed: failed + missing,
  };
}

/** What the engine recorded, before anything is made of it. */
async function recorded(
  { step, item }: { step: Step; item: MemoryCase['item']; name: string },
  count: number,
  url: string,
  packageRoot?: string,
  items: readonly object[] = Array.from({ length: count }, (_, index) => item(index)),
): Promise<IRun> {
  let run: IRun | undefined;
  const result = await runWorkflow({
    workflow: chain(step),
    credentials: credentialsAt(url),
    items,
    onRecorded: (each) => void (run = each),
    ...(packageRoot === undefined ? {} : { packageRoot }),
  });
  if (!run) throw new Error('The workflow did not start');
  if (result.result.status !== 'success') throw new Error(JSON.stringify(result.result.error));
  return run;
}

function outputsOf({ data }: IRun) {
  return data.resultData.runData['Run']?.flatMap(({ data: outputs }) => outputs?.main?.[0] ?? []) ?? [];
}

/** As n8n does by default since version 1. */
async function storeOnDisk(folder: string): Promise<void> {
  const config = Container.get(BinaryDataConfig);
  config.mode = 'filesystem';
  config.localStoragePath = folder;
  await Container.get(BinaryDataService).init();
}

/** A node that makes as many items like this one as it was given. */
async function floorPackage(folder: string, sample: object | undefined): Promise<string> {
  const root = join(folder, 'floor');
  await mkdir(root);
  const node = `const TEXT = ${JSON.stringify(JSON.stringify(sample))};
exports.Floor = class { constructor() { this.description = { displayName: 'Floor', name: 'floor', group: ['transform'], version: 1, description: '', defaults: { name: 'Floor' }, inputs: ['main'], outputs: ['main'], properties: [] }; }
async execute() { return [this.getInputData().map((_, item) => ({ ...JSON.parse(TEXT), pairedItem: { item } }))]; } };`;
  await writeFile(join(root, 'Floor.node.js'), node);
  await writeFile(
    join(root, 'package.json'),
    JSON.stringify({
      name: 'n8n-nodes-floor',
      version: '1.0.0',
      n8n: { n8nNodesApiVersion: 1, credentials: [], nodes: ['Floor.node.js'] },
    }),
  );
  return root;
}

async function settled(): Promise<NodeJS.MemoryUsage> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return process.memoryUsage();
}

class MemoryWatch {
  private peak = 0;
  private heapPeak = 0;
  private readonly timer = setInterval(() => this.look(), 10);
  private readonly before = process.resourceUsage().maxRSS;

  private look(): void {
    const { rss, heapUsed } = process.memoryUsage();
    this.peak = Math.max(this.peak, rss);
    this.heapPeak = Math.max(this.heapPeak, heapUsed);
  }

  end(): { peak: number; heapPeak: number } {
    clearInterval(this.timer);
    this.look();
    const most = process.resourceUsage().maxRSS;
    // The kernel's own mark is exact, once the run went beyond what was before it.
    return { peak: most > this.before ? most * 1024 : this.peak, heapPeak: this.heapPeak };
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
