import { trackParcels, TRACKINGS_PER_CALL, type EtowerClient } from '../../../carriers/etower';
import { byNumber } from '#nodes/shared/by-number';
import { trackingOrReference } from '../fields/numbers';

export const getTracking = byNumber<EtowerClient>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get tracking events',
    description: 'Get the status and events of a parcel; 30 items share a call (获取跟踪信息)',
    properties: [trackingOrReference],
    simplifies: true,
  },
  perCall: () => TRACKINGS_PER_CALL,
  ask: trackParcels,
});
