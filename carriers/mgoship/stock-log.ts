import { RequestTable } from '#carriers/shared/request';
import { textOf, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import { MGOSHIP } from './account';
import { from, product, sku, subUser, until, warehouse } from './filters';
import type { List } from './pages';
import { isoTimeOf } from './time';
import { WAREHOUSES } from './warehouses';

/** get_stock_log (`mgoship.md` 6.5). */
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

/** What is added to a record of the stock log (`mgoship.md` 6.5). */
export interface StockMovement {
  carrier: string;
  warehouse?: string;
  /** `inbound`, `return` or `outbound`. */
  movement?: string;
  /** ISO 8601. */
  time?: string;
}

/** A record of the stock log with its own fields and the same in plain terms. */
export function stockMovementOf(record: JsonObject): JsonObject {
  return {
    ...record,
    ...present<StockMovement>({
      carrier: MGOSHIP.carrier,
      warehouse: WAREHOUSES.find(({ value }) => value === textOf(record['storageid']))?.name,
      movement: MOVEMENTS.get(textOf(record['type']) ?? ''),
      time: isoTimeOf(record['optime']),
    }),
  };
}

/** `type` of the stock log (`mgoship.md` 8.12). */
const MOVEMENTS: ReadonlyMap<string, string> = new Map([
  ['入库', 'inbound'],
  ['退货', 'return'],
  ['出库', 'outbound'],
]);
