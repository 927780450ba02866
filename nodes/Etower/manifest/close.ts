import { closeShipments, CLOSINGS_PER_CALL, type ClosingSettings, type EtowerClient } from '../../../carriers/etower';
import { inBulk } from '#nodes/shared/operation';
import { closingNumberType, manifestNo, trackingOrReference } from '../fields/numbers';
import { numbersOf, outputsOf, readNumber, type NumberRequest } from '#nodes/shared/by-number';

export const closeOrders = inBulk<EtowerClient, NumberRequest & { settings: ClosingSettings }>({
  description: {
    name: 'Close',
    value: 'close',
    action: 'Close orders under manifest number',
    description:
      'Close orders under a manifest number of your own; up to 2,000 items share a call. This cannot be undone: closed orders can no longer be changed or deleted.',
    properties: [closingNumberType, trackingOrReference, manifestNo],
    simplifies: true,
    writes: true,
    warning: 'this closes the orders for good: they can no longer be changed or deleted',
  },
  read: (parameters) => {
    const manifest = parameters.optionalText('manifestNo');
    if (manifest !== undefined && Array.from(manifest).length > 40) {
      throw parameters.problem('Manifest Number is longer than 40 characters', 'Shorten it, or leave it empty.');
    }
    return {
      ...readNumber(parameters),
      settings: {
        numberType: parameters.text('numberType') === 'masterIds' ? 'masterIds' : 'shipmentIds',
        ...(manifest === undefined ? {} : { manifestNo: manifest }),
      },
    };
  },
  perCall: () => CLOSINGS_PER_CALL,
  key: ({ settings }) => JSON.stringify(settings),
  send: async (client, requests) => {
    const settings = requests[0]?.settings ?? { numberType: 'shipmentIds' };
    return outputsOf(await closeShipments(client, numbersOf(requests), settings));
  },
});
