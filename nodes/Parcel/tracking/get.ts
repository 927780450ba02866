import { byNumber } from '../by-number';

export const getTracking = byNumber({
  operation: 'tracking.get',
  numberType: 'trackingNumber',
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get tracking events',
    description: 'Get the status and events of a parcel; many items share a call where the carrier allows it',
  },
});
