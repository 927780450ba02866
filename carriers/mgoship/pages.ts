import { CarrierError } from '../http';
import { defined } from '#carriers/shared/defined';
import { firstOf, listOf, numberOf, objectOf, type JsonObject } from '#carriers/shared/json-value';
import { MGOSHIP, type Operation } from './account';
import type { MgoshipClient } from './client';
import type { RequestTable } from '#carriers/shared/request';

/** An operation that lists records by page, with its filters. All of them stand in its sample, empty where not used. */
export interface List extends Operation {
  filters: RequestTable;
}

/** The most that a page holds (`mgoship.md` 4). */
const LARGEST_PAGE = 100;

/**
 * Up to `most` records, page after page. The end is told by the count over all pages, or else by a page that is not full.
 * @param given filters by their names on the wire; those left out go out as empty text
 */
export async function listRecords(
  client: MgoshipClient,
  list: List,
  given: JsonObject,
  most: number,
): Promise<JsonObject[]> {
  const { waiting } = client.settings;
  const asked = {};
  try {
    return await recordsOf(client, list, given, most, (read, total) =>
      waiting?.(asked, { listed: read, ...defined({ ofRecords: total && Math.min(total, most) }) }),
    );
  } finally {
    waiting?.(asked);
  }
}

async function recordsOf(
  client: MgoshipClient,
  list: List,
  given: JsonObject,
  most: number,
  tell: (listed: number, total?: number) => void,
): Promise<JsonObject[]> {
  const limit = Math.min(most, LARGEST_PAGE);
  let records: JsonObject[] = [];
  let seen = 0;
  let before = '';
  for (let page = 1; records.length < most; page += 1) {
    const reply = await readPage(client, list, { ...given, page, limit });
    const found = listOf(reply['data']);
    const content = JSON.stringify(found);
    if (found.length > 0 && content === before) throw samePage(page);
    before = content;
    records = records.concat(found);
    const onPage = countIn(reply, 'count') ?? found.length;
    const total = countIn(reply, 'total_count');
    seen += onPage;
    if (onPage === 0 || found.length === 0 || (total === undefined ? onPage < limit : seen >= total)) break;
    if (records.length < most) tell(records.length, total);
  }
  return records.slice(0, most);
}

/** One page, as the reply has it. Without page and limit they go out empty, as in the samples. */
export function readPage(client: MgoshipClient, list: List, given: JsonObject): Promise<JsonObject> {
  const empty = Object.fromEntries([...Object.keys(list.filters.rows), 'page', 'limit'].map((name) => [name, '']));
  return client.call(list, { ...empty, ...given }, { intent: 'read' });
}

/** The tables put the counts under `status`; no sample shows it, so the top level counts too (`mgoship.md` 4). */
function countIn(reply: JsonObject, name: 'count' | 'total_count'): number | undefined {
  return numberOf(firstOf(objectOf(reply['status']), name) ?? reply[name]);
}

/** Without this, a carrier that does not turn pages would be asked for ever. */
function samePage(page: number): CarrierError {
  return new CarrierError({
    kind: 'invalid-reply',
    message: `${MGOSHIP.displayName} answered page ${page} with the records of page ${page - 1}`,
    hint: 'The list cannot be read to its end. Narrow it with filters, or set a Limit of 100 at most.',
  });
}
