/** `bench/RESULTS.md`, from the results alone. */
import type { Case } from '../case';
import type { CaseResults, Machine, Results } from '../results';
import { judged, verdictText, type Judgement } from './marks';
import { numberText } from './numbers';
import { tableOf } from './table';

export function markdownOf(cases: readonly Case[], { cases: results }: Results): string {
  const measured = cases.flatMap((each) => {
    const found = results[each.name];
    return found ? [{ case: each, results: found }] : [];
  });
  const missing = cases.filter(({ name }) => !results[name]).map(({ name }) => name);
  return [
    '# Results',
    '`npm run bench` wrote this page from [results.json](results.json): do not edit it. How it is measured, and what it means: [docs/performance.md](../docs/performance.md).',
    'Medians of the runs, in brackets the least and the most. The columns _Wall x_ and _CPU x_ are multiples of the row named behind them, per item where the rows have different numbers of items.',
    '## Machine',
    ...machinesOf(measured),
    ...(missing.length > 0 ? [`Not measured yet: ${missing.join(', ')}.`] : []),
    '## Marks',
    marksOf(measured),
    ...measured.flatMap(({ case: each, results: found }) => [
      `## ${each.title}`,
      `Case \`${each.name}\`. What limits it: ${each.limits}`,
      tableText(tableOf(each, found)),
    ]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

interface Measured {
  case: Case;
  results: CaseResults;
}

/** Cases that were measured on one day, on one machine, of one commit stand together. */
function machinesOf(measured: readonly Measured[]): string[] {
  const groups = new Map<string, string[]>();
  for (const { case: each, results } of measured) {
    const text = machineText(results.machine, results.measuredAt.slice(0, 10));
    groups.set(text, [...(groups.get(text) ?? []), each.name]);
  }
  return [...groups].map(([text, names]) => `${groups.size > 1 ? `${names.join(', ')}: ` : ''}${text}`);
}

function machineText({ processor, cores, memoryGb, system, versions, commit, load }: Machine, date: string): string {
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const others = load === undefined ? '' : ` Load before the run: ${numberText(load)}.`;
  return `${date}, commit ${commit}: ${processor}, ${cores} cores, ${memoryGb} GB, ${system}. ${named.join(', ')}.${others}`;
}

function marksOf(measured: readonly Measured[]): string {
  const rows = measured.flatMap(({ case: each, results }) =>
    judged(each, results).map((judgement) => [
      each.name,
      judgement.mark.row,
      judgement.mark.says,
      verdictText(judgement),
      reasonOf(judgement),
    ]),
  );
  return tableText([['Case', 'Row', 'Mark', 'Measured', 'Reason'], ...rows]);
}

function reasonOf({ mark, verdict }: Judgement): string {
  return verdict === 'missed' ? (mark.whenMissed ?? '') : '';
}

function tableText([head = [], ...rows]: string[][]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
