/** What was measured, as it is kept in `bench/results.json`. Everything else that is told of it is computed from this. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/v4';
import { SAMPLE } from './sample';

const MACHINE = z.object({
  processor: z.string(),
  cores: z.number(),
  memoryGb: z.number(),
  system: z.string(),
  /** By name of what it is of. */
  versions: z.record(z.string(), z.string()),
  commit: z.string(),
  /** Processes that wanted to run, of the minute before the bench began. */
  load: z.number().optional(),
});

const CASE_RESULTS = z.object({
  /** ISO 8601. */
  measuredAt: z.string(),
  machine: MACHINE,
  /** Runs by row. */
  rows: z.record(z.string(), z.array(SAMPLE)),
});

const RESULTS = z.object({ cases: z.record(z.string(), CASE_RESULTS) });

export type Machine = z.infer<typeof MACHINE>;
export type CaseResults = z.infer<typeof CASE_RESULTS>;
export type Results = z.infer<typeof RESULTS>;

const FILE = path.join(__dirname, 'results.json');

export function parseResults(text: string): Results {
  return RESULTS.parse(JSON.parse(text));
}

/** Those of earlier runs: a run replaces the cases that it measures, and leaves the others. */
export async function readResults(): Promise<Results> {
  const text = await readFile(FILE, 'utf8').catch(() => '{"cases":{}}');
  return parseResults(text);
}

export async function writeResults(results: Results): Promise<void> {
  await writeFile(FILE, textOf(results));
}

/** A run is a line. More than five digits say nothing. */
function textOf(results: Results): string {
  const round = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(5)) : value;
  return `${JSON.stringify(results, round, 1).replace(/\{[^{}[\]]*\}/g, (run) => run.replace(/\s+/g, ' '))}\n`;
}
