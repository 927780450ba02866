import { trackParcels, TRACKINGS_PER_CALL, type EtowerClient } from '../../../carriers/etower';
import { simplify } from '#nodes/shared/fields';
import { inBulk } from '#nodes/shared/operation';
import { trackingOrReference } from '../fields/numbers';
import { numbersOf, outputsOf, readNumber, type NumberRequest } from '../requests';

export const getTracking = inBulk<EtowerClient, NumberRequest>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get tracking events',
    description: 'Get the status and events of a parcel; 30 items share a call (获取跟踪信息)',
    properties: [trackingOrReference, simplify],
  },
  read: readNumber,
  perCall: () => TRACKINGS_PER_CALL,
  send: async (client, requests) => outputsOf(requests, await trackParcels(client, numbersOf(requests))),
});
