import { getOrders, ORDERS_PER_CALL, type EtowerClient } from '../../../carriers/etower';
import { byNumber } from '#nodes/shared/by-number';
import { trackingNumber } from '../fields/numbers';

export const getOrder = byNumber<EtowerClient>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get order',
    description: 'Get an order with its addresses and customs items; up to 300 items share a call (查询订单)',
    properties: [trackingNumber],
    simplifies: true,
  },
  perCall: () => ORDERS_PER_CALL,
  ask: getOrders,
});
