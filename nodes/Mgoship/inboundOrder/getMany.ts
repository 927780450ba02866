import { INBOUND_ORDERS } from '../../../carriers/mgoship';
import { getMany } from '../list';

export const getManyInboundOrders = getMany({
  action: 'Get many inbound orders',
  description:
    'List orders on their way into a warehouse in Japan; one output item per order, as the carrier sends it (获取订单)',
  list: INBOUND_ORDERS,
});
