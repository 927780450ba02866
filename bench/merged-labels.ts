/**
 * `npm run bench:labels [-- COUNT]`: what it takes to merge 1,000 labels of 100 KB, no two alike, in n8n's engine, with files
 * in memory and on disk. Counts the memory above what the process held before, with all files there. Ends with status 1
 * when that is more than 300 MB.
 */
import { randomBytes } from 'node:crypto';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Table from 'cli-table3';
import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import { PDFDocument } from '@cantoo/pdf-lib';
import { z } from 'zod';
import { chain, endProcess, runWorkflow, step } from '../engine';
import { startEngine } from '../engine/engine';
import { drawLabels } from '../sandbox/label-drawing';
import { watched } from './measured/watch';

const MOST_MEMORY_MB = 300;
const KILOBYTES = 100;
const STORAGES = ['memory', 'disk'] as const;
const LAYOUTS = { '100x150': 1, a4: 4 };

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : 'The measurement failed'}\n`);
  process.exit(1);
});

async function main(): Promise<void> {
  const [count = '1000', storage, paper] = process.argv.slice(2);
  if (storage !== undefined && paper !== undefined) return measure(Number(count), storage, paper);
  const table = new Table({
    head: ['Files', 'Paper', 'Seconds', 'ms per label', 'Memory (MB)', 'Longest block (ms)'],
    style: { head: ['cyan'] },
  });
  let isGood = true;
  for (const files of STORAGES) {
    for (const each of Object.keys(LAYOUTS)) {
      const sample = await inOwnProcess([count, files, each]);
      isGood &&= sample.memoryMb <= MOST_MEMORY_MB;
      const { wallMs, memoryMb, blockMs = NaN } = sample;
      table.push([
        files,
        each,
        (wallMs / 1000).toFixed(1),
        (wallMs / Number(count)).toFixed(1),
        Math.round(memoryMb),
        Math.round(blockMs),
      ]);
    }
  }
  process.stdout.write(`${table.toString()}\n`);
  process.exitCode = isGood ? 0 : 1;
}

const SAMPLE = z.object({
  wallMs: z.number(),
  cpuMs: z.number(),
  memoryMb: z.number(),
  blockMs: z.number().optional(),
});

async function inOwnProcess(args: readonly string[]): Promise<z.infer<typeof SAMPLE>> {
  const child = fork(__filename, args);
  let sample: unknown;
  child.on('message', (message) => (sample = message));
  await once(child, 'exit');
  return SAMPLE.parse(sample);
}

async function measure(count: number, storage: string, paper: string): Promise<void> {
  await startEngine();
  const folder = mkdtempSync(path.join(tmpdir(), 'merged-labels-'));
  const service = Container.get(BinaryDataService);
  if (storage === 'disk') await onDisk(service, folder);
  const items = await itemsOf(service, count);
  const layout = { paper, perPage: paper === 'a4' ? 4 : 1 };
  const workflow = chain(step('parcel', 'Merge', 'label', 'merge', layout));
  await runWorkflow({ workflow, items: items.slice(0, 2) });
  const sample = await watched(async () => {
    const { result } = await runWorkflow({ workflow, items });
    if (result.status !== 'success') throw new Error(result.error?.message);
  });
  rmSync(folder, { recursive: true });
  process.send?.(sample);
  await endProcess(0);
}

async function onDisk(service: BinaryDataService, localStoragePath: string): Promise<void> {
  Object.assign(Container.get(BinaryDataConfig), { mode: 'filesystem', localStoragePath });
  await service.init();
}

async function itemsOf(service: BinaryDataService, count: number): Promise<object[]> {
  const items: object[] = [];
  for (let item = 0; item < count; item += 1) {
    const file = { data: '', mimeType: 'application/pdf', fileName: `label-${item}.pdf` };
    const location = { type: 'execution', workflowId: '1', executionId: '1' } as const;
    items.push({
      json: { reference: `SO-${item}` },
      binary: { data: await service.store(location, await label(item), file) },
    });
  }
  return items;
}

/** As carriers give them, with a picture that is like no other. */
async function label(item: number): Promise<Buffer> {
  const barcode = `LBL${String(item).padStart(8, '0')}`;
  const document = await PDFDocument.load(await drawLabels([{ title: 'Label', barcode, lines: [] }], '10x15'));
  const side = Math.round(Math.sqrt(KILOBYTES * 1024 * 0.95));
  const picture = document.context.stream(randomBytes(side * side), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: side,
    Height: side,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceGray',
  });
  document.getPage(0).node.newXObject('Picture', document.context.register(picture));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}
