/** The runs of one case, in turns: a round measures each row once, in a process of its own. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/v4';
import { PROJECT_ROOT } from '../engine';
import type { Programs } from './bundle';
import type { Case, Job, Row, Sample } from './case';
import { Companion } from './processes';
import { SAMPLE } from './sample';
import type { Servers } from './servers';

export interface Bench {
  servers: Servers;
  programs: Programs;
  /** Rounds of a case. */
  rounds: number;
  onRun: (row: string) => void;
}

/** Processes that are made ready at once. They wait while another one is measured. */
const READY_AT_ONCE = 6;

/** Samples by row. */
export async function runCase({ rows }: Case, bench: Bench): Promise<Record<string, Sample[]>> {
  const samples: Record<string, Sample[]> = Object.fromEntries(rows.map(({ name }) => [name, []]));
  for (let round = 0; round < bench.rounds; round += 1) {
    const due = rows.filter((row) => round < roundsOf(row, bench.rounds));
    for (let start = 0; start < due.length; start += READY_AT_ONCE) {
      await measureGroup(due.slice(start, start + READY_AT_ONCE), bench, (row, sample) => samples[row]?.push(sample));
    }
  }
  return samples;
}

export function roundsOf({ runs }: Row, rounds: number): number {
  return Math.min(runs ?? rounds, rounds);
}

async function measureGroup(
  rows: readonly Row[],
  bench: Bench,
  onSample: (row: string, sample: Sample) => void,
): Promise<void> {
  const started: Measured[] = [];
  try {
    for (const row of rows) started.push(startOne(row, bench));
    await Promise.all(started.map(({ ready }) => ready));
    for (const { row, measure } of started) {
      bench.onRun(row);
      onSample(row, await measure());
    }
  } catch (error) {
    throw new Error(`${rows.map(({ name }) => name).join(', ')}: ${error instanceof Error ? error.message : 'failed'}`);
  } finally {
    for (const { end } of started) end();
  }
}

interface Measured {
  row: string;
  ready: Promise<unknown>;
  measure: () => Promise<Sample>;
  end: () => void;
}

function startOne({ name: row, job }: Row, { servers, programs }: Bench): Measured {
  if (job.kind === 'size') return { row, ready: Promise.resolve(), measure: packedSize, end: () => undefined };
  const companion = companionFor(job, servers, programs);
  const { urls, warmUpUrl } = servers;
  const folder = mkdtempSync(path.join(servers.folder, 'run-'));
  const url = 'roundTrip' in job ? urls[job.roundTrip] : urls[0];
  const ready = companion.ask({ job, addresses: { url, warmUpUrl, folder } }).then(expectReady);
  ready.catch(() => undefined);
  const end = (): void => {
    companion.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const measure = async (): Promise<Sample> => {
    await servers.resetCounts();
    const sample = sampleOf(await companion.ask('go'));
    const counted = 'roundTrip' in job ? await servers.counts() : {};
    end();
    return { ...sample, ...counted };
  };
  return { row, ready, measure, end };
}

function companionFor(job: Job, servers: Servers, { measured, loading }: Programs): Companion {
  if (job.kind === 'require') return new Companion(loading, [PROJECT_ROOT, job.file]);
  const isProxied = job.kind === 'workflow' && job.throughProxy === true;
  return new Companion(measured, [], {
    NODE_EXTRA_CA_CERTS: servers.certificate,
    NODE_COMPILE_CACHE: path.join(path.dirname(measured), 'compiled'),
    ...(isProxied ? { HTTPS_PROXY: servers.proxyUrl, HTTP_PROXY: servers.proxyUrl, NO_PROXY: '' } : {}),
  });
}

const FAILED = z.object({ failed: z.string() });

function expectReady(message: unknown): void {
  if (message !== 'ready') throw new Error(FAILED.parse(message).failed);
}

function sampleOf(message: unknown): Sample {
  const { data } = z.object({ sample: SAMPLE }).safeParse(message);
  if (!data) throw new Error(FAILED.parse(message).failed);
  return data.sample;
}

/** The build that is there, as npm would pack it. */
async function packedSize(): Promise<Sample> {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: PROJECT_ROOT,
    maxBuffer: 100 * 1024 * 1024,
  });
  const [packed] = z.array(z.object({ unpackedSize: z.number() })).parse(JSON.parse(stdout));
  return { unpackedMb: (packed?.unpackedSize ?? 0) / 1e6 };
}
