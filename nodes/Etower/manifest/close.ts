import type { INodeProperties } from 'n8n-workflow';
import { closeShipments, CLOSINGS_PER_CALL, type ClosingSettings, type EtowerClient } from '../../../carriers/etower';
import { inBulk } from '#nodes/shared/operation';
import { closingNumberType, trackingOrReference } from '../fields/numbers';
import { numbersOf, outputsOf, readNumber, type NumberRequest } from '#nodes/shared/by-number';

const manifestNo: INodeProperties = {
  displayName: 'Manifest Number',
  name: 'manifestNo',
  type: 'string',
  default: '',
  placeholder: 'e.g. MANIFEST-2026-01-05',
  description:
    'Your own number of the manifest, at most 40 characters; the carrier makes one when it is empty (清单号)',
};

export const closeOrders = inBulk<EtowerClient, NumberRequest & { settings: ClosingSettings }>({
  description: {
    name: 'Close',
    value: 'close',
    action: 'Close orders under a manifest number',
    description:
      'Close orders under a manifest number of your own; up to 2,000 items share a call. This cannot be undone: closed orders can no longer be changed or deleted.',
    properties: [closingNumberType, trackingOrReference, manifestNo],
    simplifies: true,
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
