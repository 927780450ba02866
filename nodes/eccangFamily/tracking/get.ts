import { trackParcels, type EccangClient } from '../../../carriers/eccang';
import { byNumber } from '#nodes/shared/by-number';
import type { Operation, OperationDescription } from '#nodes/shared/operation';
import { trackableNumber } from '../fields/numbers';

export const getTracking = trackingOperation('getCargoTrack', {
  name: 'Get',
  value: 'get',
  action: 'Get tracking events',
  description: 'Get the status and events of a parcel; many items share a call (轨迹查询)',
  properties: [trackableNumber],
  simplifies: true,
});

/** Tracking by one of the family's two methods, in bulk as the deployment allows. */
export function trackingOperation(
  service: Parameters<typeof trackParcels>[2],
  description: OperationDescription,
): Operation<EccangClient> {
  return byNumber({
    description,
    splitsWhenRefused: true,
    perCall: (client) => client.deployment.tracking.numbersPerCall,
    oneCallAtATime: (client) => client.deployment.tracking.oneCallAtATime,
    ask: (client, numbers) => trackParcels(client, numbers, service),
  });
}
