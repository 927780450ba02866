import { RequestTable } from '#carriers/shared/request';
import { text, type Choice } from '#carriers/shared/rows';
import { textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type ParcelStatus } from '#carriers/shared/parcel';
import { MGOSHIP } from './account';
import { orderNumber, status as statusFilter } from './filters';
import type { List } from './pages';
import { fbaStatus } from './status';
import { isoTimeOf } from './time';

/** FBA order status (`mgoship.md` 8.13). */
const FBA_STATUSES: readonly Choice[] = [
  { value: '1', name: 'Placed', description: '已下单' },
  { value: '2', name: 'In Warehouse Processing', description: '仓库作业中' },
  { value: '3', name: 'Problem', description: '问题件' },
  { value: '4', name: 'Transit in Port of Origin', description: '国内港中转' },
  { value: '5', name: 'In Transit', description: '运输中' },
  { value: '6', name: 'Transit in Port of Destination', description: '目的港中转' },
  { value: '7', name: 'Out for Delivery', description: '派送中' },
  { value: '8', name: 'Delivered', description: '已派送' },
  { value: '9', name: 'Returned', description: '已退件' },
];

/** get_order_list (`mgoship.md` 6.7). */
export const FBA_ORDERS: List = {
  module: 'fba_order',
  action: 'get_order_list',
  filters: new RequestTable('mgoship.md 6.7', {
    orderNo: orderNumber('105023151227'),
    po: text('Tracing Number', 'Tracing number (追踪编号)'),
    shipmentid: text('Shipment ID', "Amazon's shipment number (货件编号)"),
    status: statusFilter(FBA_STATUSES, 'mgoship.md 8.13'),
  }),
};

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
      statusText: FBA_STATUSES.find(({ value }) => value === status)?.description,
      insured: YES_OR_NO.get(textOf(record['insure']) ?? ''),
      submittedAt: isoTimeOf(record['addTime']),
    }),
  };
}

const YES_OR_NO = new Map([
  ['是', true],
  ['否', false],
]);
