import { holdOrders, ORDERS_PER_CALL, type EtowerClient } from '../../../carriers/etower';
import type { INodeProperties } from 'n8n-workflow';
import { inBulk } from '#nodes/shared/operation';
import { trackingOrReference } from '../fields/numbers';
import { numbersOf, outputsOf, readNumber, type NumberRequest } from '#nodes/shared/by-number';

/** `etower.md` B.4.12. */
const holdType: INodeProperties = {
  displayName: 'Hold Type',
  name: 'holdType',
  type: 'options',
  options: [
    { name: 'Hold', value: '1', description: 'Stop the parcel (扣留)' },
    { name: 'Release', value: '2', description: 'Let a parcel go that you held (释放); not enabled, says the vendor' },
  ],
  default: '1',
  description:
    'What to do. Only orders without operation history and without an uploaded flight can be held, only those that you held yourself released.',
};

export const holdOrder = inBulk<EtowerClient, NumberRequest & { holdType: number }>({
  description: {
    name: 'Hold',
    value: 'hold',
    action: 'Hold or release an order',
    description: 'Stop an order, or release it again; up to 300 items share a call (扣留订单/释放扣留)',
    properties: [trackingOrReference, holdType],
    simplifies: true,
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
