import { getTrackingNumbers, ORDERS_PER_CALL, type EtowerClient } from '../../../carriers/etower';
import { simplify } from '#nodes/shared/fields';
import { inBulk } from '#nodes/shared/operation';
import { referenceOrOrderId } from '../fields/numbers';
import { numbersOf, outputsOf, readNumber, type NumberRequest } from '../requests';

export const getTrackingNumber = inBulk<EtowerClient, NumberRequest>({
  description: {
    name: 'Get Tracking Number',
    value: 'getTrackingNumber',
    action: 'Get the tracking number of an order',
    description:
      'Get the tracking number of an order whose creation gave none; up to 300 items share a call (获取跟踪号)',
    properties: [referenceOrOrderId, simplify],
  },
  read: readNumber,
  perCall: () => ORDERS_PER_CALL,
  send: async (client, requests) => outputsOf(requests, await getTrackingNumbers(client, numbersOf(requests))),
});
