import type { Measure, Sample } from '../case';
import type { CaseResults } from '../results';

export interface Spread {
  median: number;
  least: number;
  most: number;
  runs: number;
}

/** Of the runs that have this measure; undefined when none has. */
export function spreadOf(samples: readonly Sample[], measure: Measure): Spread | undefined {
  const values = samples.flatMap((sample) => sample[measure] ?? []).sort((a, b) => a - b);
  const [least] = values;
  const most = values.at(-1);
  if (least === undefined || most === undefined) return undefined;
  return { median: middleOf(values), least, most, runs: values.length };
}

export function medianOf({ rows }: CaseResults, row: string, measure: Measure): number | undefined {
  return spreadOf(rows[row] ?? [], measure)?.median;
}

function middleOf(sorted: readonly number[]): number {
  const [low = 0, high = low] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
}
