import { FBA_ORDERS, FBA_STATUSES, fbaOrderOf } from '../../../carriers/mgoship';
import { statusFilter, textFilter } from '../fields/filters';
import { getMany } from '../fields/list';

export const getManyFbaOrders = getMany({
  action: 'Get many FBA orders',
  description:
    'List freight to Amazon warehouses; one output item per order. Not documented for the test environment. (获取FBA头程订单)',
  list: FBA_ORDERS,
  filters: [
    textFilter('orderNo', {
      displayName: 'Order Number',
      name: 'orderNo',
      placeholder: 'e.g. 105023151227',
      description: 'Only this order (orderNo)',
    }),
    textFilter('shipmentid', {
      displayName: 'Shipment ID',
      name: 'shipmentid',
      description: "Amazon's shipment number (货件编号)",
    }),
    textFilter('po', { displayName: 'Tracing Number', name: 'po', description: 'Tracing number (追踪编号)' }),
    statusFilter(FBA_STATUSES),
  ],
  simplified: fbaOrderOf,
});
