import { FBA_ORDERS, fbaOrderOf } from '../../../carriers/mgoship';
import { getMany } from '../list';

export const getManyFbaOrders = getMany({
  action: 'Get many FBA orders',
  description:
    'List freight to Amazon warehouses; one output item per order. Not documented for the test environment. (获取FBA头程订单)',
  list: FBA_ORDERS,
  simplified: fbaOrderOf,
});
