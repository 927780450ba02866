import { INBOUND_ORDERS, INBOUND_STATUSES } from '../../../carriers/mgoship';
import {
  fromFilter,
  productFilter,
  skuFilter,
  statusFilter,
  subUserFilter,
  textFilter,
  untilFilter,
  warehouseFilter,
} from '../fields/filters';
import { getMany } from '../fields/list';

export const getManyInboundOrders = getMany({
  action: 'Get many inbound orders',
  description:
    'List orders on their way into a warehouse in Japan; one output item per order, as the carrier sends it (获取订单)',
  list: INBOUND_ORDERS,
  filters: [
    textFilter('orderNo', {
      displayName: 'Order Number',
      name: 'orderNo',
      placeholder: 'e.g. 121219209380',
      description: 'Only this order (orderNo)',
    }),
    textFilter('ownNO', { displayName: 'Own Number', name: 'ownNO', description: 'Only with this own number (ownNO)' }),
    textFilter('packageNo', {
      displayName: 'Package Number',
      name: 'packageNo',
      description: 'Only the order with this package (packageNo)',
    }),
    statusFilter(INBOUND_STATUSES),
    warehouseFilter,
    productFilter,
    subUserFilter,
    skuFilter,
    fromFilter,
    untilFilter,
  ],
});
