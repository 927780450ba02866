/** The table of the tracking routine. */
import { createDataTable, type DataTable } from './data-tables';
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
