/** The tables of the templates. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT_ROOT } from '../engine';
import { createDataTable, importDataTable, type DataTable } from './data-tables';
import type { Rest } from './rest';

export const ROUTINE_FILE = 'tracking-routine.workflow.json';

export interface ParcelTable extends Pick<DataTable, 'rows'> {
  insert(numbers: readonly string[]): Promise<void>;
}

export async function createParcelTable(rest: Rest): Promise<ParcelTable> {
  const columns = { number: 'string', trackingKey: 'string', done: 'boolean' } as const;
  const table = await createDataTable(rest, 'Tracked Parcels', columns);
  return {
    insert: (numbers) => table.insert(numbers.map((number) => ({ number }))),
    rows: () => table.rows(),
  };
}

/** Of the daily orders, with their sample rows. */
export async function importOrderTable(rest: Rest): Promise<void> {
  const csv = await readFile(path.join(PROJECT_ROOT, 'examples/templates/orders-to-ship.csv'), 'utf8');
  await importDataTable(rest, 'Orders to Ship', csv);
}
