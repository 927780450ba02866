import { anyNumber } from '#nodes/eccangFamily/fields/numbers';
import { trackingOperation } from '#nodes/eccangFamily/tracking/get';

export const getTrackingWithTimeZones = trackingOperation('getCargoTrackPdd', {
  name: 'Get with Time Zones',
  value: 'getWithTimeZones',
  action: 'Get tracking events with time zones',
  description: 'Get the status and events of a parcel, with exact times; also by customer reference (getCargoTrackPdd)',
  properties: [anyNumber],
  simplifies: true,
});
