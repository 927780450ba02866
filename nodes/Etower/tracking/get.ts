import { CARRIER, trackParcels, TRACKINGS_PER_CALL, type EtowerClient } from '../../../carriers/etower';
import { numbersOf, readNumber, type NumberRequest } from '#nodes/shared/by-number';
import { trackingOperation, type Tracking } from '#nodes/shared/tracking';
import { trackingOrReference } from '../fields/numbers';

export const tracking: Tracking<EtowerClient, NumberRequest> = {
  properties: [trackingOrReference],
  carrier: () => CARRIER,
  read: readNumber,
  perCall: () => TRACKINGS_PER_CALL,
  ask: (client, requests) => trackParcels(client, numbersOf(requests)),
};

export const getTracking = trackingOperation(
  {
    name: 'Get',
    value: 'get',
    action: 'Get tracking events',
    description: 'Get the status and events of a parcel; 30 items share a call (获取跟踪信息)',
  },
  tracking,
);
