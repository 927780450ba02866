/** The table of the tracking routine, in n8n itself (Data tables). The workflow finds it by its name. */
import { isObject, objectOf, type JsonObject } from '../carriers/shared/json-value';
import { idOf, type Rest } from './rest';

export const ROUTINE_FILE = 'tracking-routine.workflow.json';

export interface ParcelTable {
  insert(numbers: readonly string[]): Promise<void>;
  /** At most 250. */
  rows(): Promise<JsonObject[]>;
}

export async function createParcelTable(rest: Rest): Promise<ParcelTable> {
  const project = idOf(await rest.get('/rest/projects/personal'));
  const tables = `/rest/projects/${project}/data-tables`;
  const columns = [
    { name: 'number', type: 'string' },
    { name: 'trackingKey', type: 'string' },
    { name: 'done', type: 'boolean' },
  ];
  const table = `${tables}/${idOf(await rest.post(tables, { name: 'Tracked Parcels', columns }))}`;
  return {
    async insert(numbers) {
      await rest.post(`${table}/insert`, { data: numbers.map((number) => ({ number })) });
    },
    async rows() {
      const { data } = objectOf(await rest.get(`${table}/rows?take=250`));
      return Array.isArray(data) ? data.filter(isObject) : [];
    },
  };
}
