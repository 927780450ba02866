import { getOrders, ORDERS_PER_CALL, type EtowerClient } from '../../../carriers/etower';
import { simplify } from '#nodes/shared/fields';
import { inBulk } from '#nodes/shared/operation';
import { trackingNumber } from '../fields/numbers';
import { numbersOf, outputsOf, readNumber, type NumberRequest } from '../requests';

export const getOrder = inBulk<EtowerClient, NumberRequest>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get an order',
    description: 'Get an order with its addresses and customs items; up to 300 items share a call (查询订单)',
    properties: [trackingNumber, simplify],
  },
  read: readNumber,
  perCall: () => ORDERS_PER_CALL,
  send: async (client, requests) => outputsOf(requests, await getOrders(client, numbersOf(requests))),
});
