import { anyNumber } from '#nodes/eccangFamily/fields/numbers';
import { trackingBy } from '#nodes/eccangFamily/tracking/get';
import { trackingOperation } from '#nodes/shared/tracking';

export const getTrackingWithTimeZones = trackingOperation(
  {
    name: 'Get with Time Zones',
    value: 'getWithTimeZones',
    action: 'Get tracking events with time zones',
    description:
      'Get the status and events of a parcel, with exact times; also by customer reference (getCargoTrackPdd)',
  },
  trackingBy('getCargoTrackPdd', anyNumber),
);
