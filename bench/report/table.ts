import type { Case, Measure, Row } from '../case';
import type { CaseResults } from '../results';
import { numberText } from './numbers';
import { medianOf, spreadOf } from './statistics';

interface Column {
  head: string;
  measure: Measure;
  /** What one in the table is of one that was measured. */
  unit?: number;
  /** Left out where this one is there, which says the same. */
  unless?: Measure;
}

const COLUMNS: readonly Column[] = [
  { head: 'Wall (s)', measure: 'wallMs', unit: 1000 },
  { head: 'x limit', measure: 'overLimit' },
  { head: 'CPU per item (ms)', measure: 'cpuMsPerItem' },
  { head: 'CPU (ms)', measure: 'cpuMs', unless: 'cpuMsPerItem' },
  { head: 'Memory (MB)', measure: 'memoryMb' },
  { head: 'Longest block (ms)', measure: 'blockMs' },
  { head: 'Connections', measure: 'connections' },
  { head: 'Requests', measure: 'requests' },
  { head: 'Unpacked (MB)', measure: 'unpackedMb' },
];

/** Rows of cells, the header first: the median and the least and most of the runs, and the ratios to the row beside. */
export function tableOf({ rows }: Case, results: CaseResults): string[][] {
  const measured = rows.filter(({ name }) => (results.rows[name] ?? []).length > 0);
  const has = (measure: Measure): boolean =>
    measured.some(({ name }) => medianOf(results, name, measure) !== undefined);
  const columns = COLUMNS.filter(({ measure, unless }) => has(measure) && !(unless && has(unless)));
  const isCompared = measured.some(({ beside }) => beside !== undefined);
  const head = ['', ...columns.map((column) => column.head), ...(isCompared ? ['Wall x', 'CPU x', 'of'] : []), 'Runs'];
  const body = measured.map((row) => [
    row.name,
    ...columns.map((column) => cellOf(row, column, results)),
    ...(isCompared ? ratiosOf(row, results) : []),
    String(results.rows[row.name]?.length ?? 0),
  ]);
  return [head, ...body];
}

function cellOf({ name }: Row, { measure, unit = 1 }: Column, results: CaseResults): string {
  const spread = spreadOf(results.rows[name] ?? [], measure);
  if (!spread) return '';
  const [median = '', least = '', most = ''] = [spread.median, spread.least, spread.most].map((value) =>
    numberText(value / unit),
  );
  return least === most ? median : `${median} (${least}–${most})`;
}

/** Of another number of items, the times are compared per item. */
function ratiosOf({ name, beside }: Row, results: CaseResults): string[] {
  if (beside === undefined) return ['', '', ''];
  const ratio = (perItem: Measure, whole: Measure): string => {
    const measure = medianOf(results, name, perItem) === undefined ? whole : perItem;
    const [own, other] = [medianOf(results, name, measure), medianOf(results, beside, measure)];
    return own === undefined || !other ? '' : numberText(own / other);
  };
  return [ratio('msPerItem', 'wallMs'), ratio('cpuMsPerItem', 'cpuMs'), beside];
}
