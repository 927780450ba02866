import { RequestTable } from '#carriers/shared/request';
import { text, type Choice } from '#carriers/shared/rows';
import { amountOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type Money, type ParcelStatus } from '#carriers/shared/parcel';
import { MGOSHIP } from './account';
import { orderNumber, status as statusFilter } from './requests/filters';
import type { List } from './pages';
import { fbaStatus } from './status';
import { isoTimeOf } from './time';
import { yesOrNo } from './yes-or-no';

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
    po: text('Tracing Number', 'Only the order with this number for tracing (追踪编号)'),
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
  /** The insured value, in CNY. */
  insurance?: Money;
  /** Of the whole order, in USD. */
  declaredValue?: Money;
  /** Whether Mgoship's importer of record is used. */
  carrierIsImporter?: boolean;
  /** ISO 8601. */
  submittedAt?: string;
}

/** An FBA order with its own fields, and its status in the common vocabulary. */
export function fbaOrderOf(record: JsonObject): JsonObject {
  const { status: said, ...own } = record;
  const status = textOf(said);
  return {
    ...own,
    ...present<FbaOrder>({
      carrier: MGOSHIP.carrier,
      orderNumber: textOf(record['orderNo']),
      status: status === undefined ? undefined : fbaStatus(status),
      statusRaw: status,
      statusText: FBA_STATUSES.find(({ value }) => value === status)?.description,
      insured: yesOrNo(record['insure']),
      insurance: moneyOf(record['insured_mount'], 'CNY'),
      declaredValue: moneyOf(record['total_price'], 'USD'),
      carrierIsImporter: yesOrNo(record['importer']),
      submittedAt: isoTimeOf(record['addTime']),
    }),
  };
}

/** The currencies are in the table alone. */
function moneyOf(said: unknown, currency: string): Money {
  const amount = amountOf(said);
  return amount === undefined ? {} : { amount, currency };
}
