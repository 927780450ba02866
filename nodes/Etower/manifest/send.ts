import { FORECASTS_PER_CALL, sendManifest, type EtowerClient } from '../../../carriers/etower';
import { simplify } from '#nodes/shared/fields';
import { inBulk } from '#nodes/shared/operation';
import { anyNumber } from '../fields/numbers';
import { numbersOf, outputsOf, readNumber, type NumberRequest } from '../requests';

export const sendOrders = inBulk<EtowerClient, NumberRequest>({
  description: {
    name: 'Send',
    value: 'send',
    action: 'Send orders to the carrier in a manifest',
    description:
      'Forecast orders that have a label. This cannot be undone: the orders are closed and can no longer be changed or deleted (发送货物清单).',
    properties: [anyNumber, simplify],
  },
  read: readNumber,
  perCall: () => FORECASTS_PER_CALL,
  send: async (client, requests) => outputsOf(requests, await sendManifest(client, numbersOf(requests))),
});
