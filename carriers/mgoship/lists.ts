import { CarrierError } from '../http';
import { firstOf, listOf, numberOf, objectOf, type JsonObject } from '../json-value';
import { MGOSHIP } from './account';
import type { MgoshipClient } from './client';
import { RequestTable } from '#carriers/shared/request';
import { choice, listed, seconds, text, type Choice, type Row } from '#carriers/shared/rows';
import { WAREHOUSE } from './address';
import type { Operation } from './endpoint';
import { FBA_STATUSES, INBOUND_STATUSES } from './values';

/** An operation that lists records by page, with its filters. All of them stand in its sample, empty where not used. */
export interface List extends Operation {
  filters: RequestTable;
}

const orderNumber = (example: string): Row => text('Order Number', 'Only this order (orderNo)', { example });
const status = (choices: readonly Choice[], source: string): Row => ({
  ...choice('Status', 'Only orders in this status (状态)', {}),
  choices: [...choices].sort((left, right) => left.name.localeCompare(right.name, 'en')),
  source,
});
const product = text('Product Code', "Mgoship's code of a product (goodsId)", { example: '1000100003' });
const sku = text('SKU', 'Your article number (SKU)');
const warehouse = listed(...WAREHOUSE, { example: '4' });
const subUser = text('Sub-User', 'Code of a sub-user (子用户). The operation that lists them is known by name only.');
const from = seconds('From', 'Earliest time (start_time)');
const until = seconds('Until', 'Latest time (end_time)');

export const INBOUND_ORDERS: List = {
  module: 'in_orders',
  action: 'get_in_order',
  filters: new RequestTable('mgoship.md 6.2', {
    end_time: until,
    goodsId: product,
    orderNo: orderNumber('121219209380'),
    ownNO: text('Own Number', 'Only with this own number (ownNO)'),
    packageNo: text('Package Number', 'Only the order with this package (packageNo)'),
    sku,
    start_time: from,
    status: status(INBOUND_STATUSES, 'mgoship.md 8.9'),
    storageid: warehouse,
    subid: subUser,
  }),
};

export const STOCK_LOG: List = {
  module: 'stock',
  action: 'get_stock_log',
  filters: new RequestTable('mgoship.md 6.5', {
    end_time: until,
    goodsId: product,
    sku,
    start_time: from,
    storageid: warehouse,
    subid: subUser,
  }),
};

export const FBA_ORDERS: List = {
  module: 'fba_order',
  action: 'get_order_list',
  filters: new RequestTable('mgoship.md 6.7', {
    orderNo: orderNumber('105023151227'),
    po: text('Tracing Number', 'Tracing number (追踪编号)'),
    shipmentid: text('Shipment ID', "Amazon's shipment number (货件编号)"),
    status: status(FBA_STATUSES, 'mgoship.md 8.13'),
  }),
};

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
  const limit = Math.min(most, LARGEST_PAGE);
  const records: JsonObject[] = [];
  let seen = 0;
  let before = '';
  for (let page = 1; records.length < most; page += 1) {
    const reply = await readPage(client, list, { ...given, page, limit });
    const found = listOf(reply['data']);
    const content = JSON.stringify(found);
    if (found.length > 0 && content === before) throw samePage(page);
    before = content;
    records.push(...found);
    const onPage = countIn(reply, 'count') ?? found.length;
    const total = countIn(reply, 'total_count');
    seen += onPage;
    if (onPage === 0 || found.length === 0 || (total === undefined ? onPage < limit : seen >= total)) break;
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
