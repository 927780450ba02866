import { holdOrders, ORDERS_PER_CALL, type EtowerClient } from '../../../carriers/etower';
import { inBulk } from '#nodes/shared/operation';
import { trackingOrReference } from '../fields/numbers';
import { numbersOf, outputsOf, readNumber, type NumberRequest } from '#nodes/shared/by-number';
import { holdType } from '../fields/order';

export const holdOrder = inBulk<EtowerClient, NumberRequest & { holdType: number }>({
  description: {
    name: 'Hold',
    value: 'hold',
    action: 'Hold or release order',
    description: 'Stop an order, or release it again; up to 300 items share a call (扣留订单/释放扣留)',
    properties: [trackingOrReference, holdType],
    simplifies: true,
    writes: true,
  },
  read: (parameters) => ({
    ...readNumber(parameters),
    holdType: parameters.number('holdType') ?? 1,
  }),
  perCall: () => ORDERS_PER_CALL,
  key: ({ holdType: type }) => String(type),
  send: async (client, requests) =>
    outputsOf(await holdOrders(client, numbersOf(requests), requests[0]?.holdType ?? 1)),
});
