/** Data tables in n8n itself. Workflows find them by their names. */
import { isObject, objectOf, type JsonObject } from '../carriers/shared/json-value';
import { idOf, type Rest } from './rest';

export interface DataTable {
  insert(rows: readonly JsonObject[]): Promise<void>;
  /** At most 250. */
  rows(): Promise<JsonObject[]>;
}

export type ColumnType = 'string' | 'number' | 'boolean';

/** Makes a table anew: one of the same name goes. */
export async function createDataTable(
  rest: Rest,
  name: string,
  columns: Readonly<Record<string, ColumnType>>,
): Promise<DataTable> {
  const tables = `/rest/projects/${idOf(await rest.get('/rest/projects/personal'))}/data-tables`;
  const { data } = objectOf(await rest.get(tables));
  const same = (Array.isArray(data) ? data.filter(isObject) : []).filter((each) => each['name'] === name);
  for (const each of same) await rest.delete(`${tables}/${idOf(each)}`);
  const made = await rest.post(tables, {
    name,
    columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
  });
  const table = `${tables}/${idOf(made)}`;
  return {
    async insert(rows) {
      await rest.post(`${table}/insert`, { data: rows });
    },
    async rows() {
      const found = objectOf(await rest.get(`${table}/rows?take=250`))['data'];
      return Array.isArray(found) ? found.filter(isObject) : [];
    },
  };
}
