/** Data tables in n8n itself. Workflows find them by their names. */
import { listOf, objectOf, type JsonObject } from '../carriers/shared/json-value';
import { idOf, type Rest } from './rest';

export interface DataTable {
  insert(rows: readonly JsonObject[]): Promise<void>;
  /** At most 250. */
  rows(): Promise<JsonObject[]>;
}

type ColumnType = 'string' | 'number' | 'boolean';

/** Makes a table anew: one of the same name goes. */
export function createDataTable(
  rest: Rest,
  name: string,
  columns: Readonly<Record<string, ColumnType>>,
): Promise<DataTable> {
  return makeAnew(rest, name, { columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })) });
}

/** As the editor's _Import CSV_ does it: n8n finds the types of the columns, and they are taken as they are. */
export async function importDataTable(rest: Rest, name: string, csv: string): Promise<DataTable> {
  const form = new FormData();
  form.set('file', new Blob([csv], { type: 'text/csv' }), 'table.csv');
  form.set('hasHeaders', 'true');
  const { id: fileId, columns } = objectOf(await rest.post('/rest/data-tables/uploads', form));
  const found = listOf(columns).map(({ name: column, type }) => ({ name: column, type }));
  return makeAnew(rest, name, { columns: found, fileId, hasHeaders: true });
}

async function makeAnew(rest: Rest, name: string, content: JsonObject): Promise<DataTable> {
  const tables = `/rest/projects/${idOf(await rest.get('/rest/projects/personal'))}/data-tables`;
  const { data } = objectOf(await rest.get(tables));
  for (const each of listOf(data).filter((known) => known['name'] === name)) {
    await rest.delete(`${tables}/${idOf(each)}`);
  }
  const made = await rest.post(tables, { name, ...content });
  const table = `${tables}/${idOf(made)}`;
  return {
    async insert(rows) {
      await rest.post(`${table}/insert`, { data: rows });
    },
    async rows() {
      return listOf(objectOf(await rest.get(`${table}/rows?take=250`))['data']);
    },
  };
}
