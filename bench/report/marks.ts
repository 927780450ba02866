import type { Case, Mark } from '../case';
import type { CaseResults } from '../results';
import { numberText } from './numbers';
import { medianOf } from './statistics';

export interface Judgement {
  mark: Mark;
  /** The measure, or how many times that of the other row; undefined when it was not measured. */
  value: number | undefined;
  verdict: 'reached' | 'missed' | 'not measured';
}

export function judged({ marks }: Case, results: CaseResults): Judgement[] {
  return marks.map((mark) => {
    const value = valueOf(mark, results);
    return { mark, value, verdict: verdictOf(mark, value) };
  });
}

/** What was reached, in the words of a table: `0.41` or `missed: 1.26`. */
export function verdictText({ value, verdict }: Judgement): string {
  if (value === undefined) return verdict;
  return verdict === 'reached' ? numberText(value) : `**missed: ${numberText(value)}**`;
}

function valueOf({ measure, row, than }: Mark, results: CaseResults): number | undefined {
  const value = medianOf(results, row, measure);
  if (than === undefined) return value;
  const other = medianOf(results, than, measure);
  return value === undefined || !other ? undefined : value / other;
}

function verdictOf({ atMost = Infinity, atLeast = -Infinity }: Mark, value: number | undefined): Judgement['verdict'] {
  if (value === undefined) return 'not measured';
  return value <= atMost && value >= atLeast ? 'reached' : 'missed';
}
