import { trackParcels, type EccangClient } from '../../../carriers/eccang';
import { simplify } from '#nodes/shared/fields';
import { inBulk, type Operation, type OperationDescription } from '#nodes/shared/operation';
import { trackableNumber } from '../fields/numbers';

export const getTracking = trackingOperation('getCargoTrack', {
  name: 'Get',
  value: 'get',
  action: 'Get tracking events',
  description: 'Get the status and events of a parcel; many items share a call (轨迹查询)',
  properties: [trackableNumber, simplify],
});

/** Tracking by one of the family's two methods, in bulk as the deployment allows. */
export function trackingOperation(
  service: Parameters<typeof trackParcels>[2],
  description: OperationDescription,
): Operation<EccangClient> {
  return inBulk({
    description,
    read: (parameters) => ({ number: parameters.text('number', 'Number'), simplified: parameters.flag('simplify') }),
    splitsWhenRefused: true,
    perCall: (client) => client.deployment.tracking.numbersPerCall,
    oneCallAtATime: (client) => client.deployment.tracking.oneCallAtATime,
    send: async (client, requests) => {
      const answers = await trackParcels(
        client,
        requests.map(({ number }) => number),
        service,
      );
      return answers.map((answer, position) => {
        if (answer instanceof Error) return answer;
        return { json: requests[position]?.simplified ? answer.parcel : answer.raw };
      });
    },
  });
}
