import { textOf, type JsonObject } from '../json-value';
import { present, type ParcelStatus } from '../parcel';
import { MGOSHIP } from './account';
import { fbaStatus } from './status';
import { isoTimeOf } from './time';
import { FBA_STATUSES, MOVEMENTS, WAREHOUSES } from './values';

/** What is added to a record of the stock log (`mgoship.md` 6.5). */
export interface StockMovement {
  carrier: string;
  warehouse?: string;
  /** `inbound`, `return` or `outbound`. */
  movement?: string;
  /** ISO 8601. */
  time?: string;
}

/** What is added to an FBA order (`mgoship.md` 6.7). */
export interface FbaOrder {
  carrier: string;
  orderNumber?: string;
  status?: ParcelStatus;
  /** The carrier's number. */
  statusRaw?: string;
  statusText?: string;
  insured?: boolean;
  /** ISO 8601. */
  submittedAt?: string;
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

/** An FBA order with its own fields, and its status in the common vocabulary. */
export function fbaOrderOf(record: JsonObject): JsonObject {
  const status = textOf(record['status']);
  return {
    ...record,
    ...present<FbaOrder>({
      carrier: MGOSHIP.carrier,
      orderNumber: textOf(record['orderNo']),
      status: status === undefined ? undefined : fbaStatus(status),
      statusRaw: status,
      statusText: FBA_STATUSES.find(({ value }) => value === status)?.original,
      insured: YES_OR_NO.get(textOf(record['insure']) ?? ''),
      submittedAt: isoTimeOf(record['addTime']),
    }),
  };
}

const YES_OR_NO = new Map([
  ['是', true],
  ['否', false],
]);
