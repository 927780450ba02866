import { trackParcels, type EccangClient, type TrackingService, type TrackingSettings } from '../../../carriers/eccang';
import { defined } from '#carriers/shared/defined';
import { numbersOf, outputsOf, readNumber, type NumberRequest } from '#nodes/shared/by-number';
import { inBulk, type Operation, type OperationDescription } from '#nodes/shared/operation';
import { trackableNumber } from '../fields/numbers';
import { lang, type } from '../fields/tracking';

/** Tracking: Get. Type and language are those of the generic method. */
export function getTrackingOperation({ withLanguage }: { withLanguage: boolean }): Operation<EccangClient> {
  return trackingOperation('getCargoTrack', {
    name: 'Get',
    value: 'get',
    action: 'Get tracking events',
    description: 'Get the status and events of a parcel; many items share a call (轨迹查询)',
    properties: [trackableNumber],
    simplifies: true,
    ...(withLanguage ? { options: [lang, type] } : {}),
  });
}

/** Tracking by one of the family's two methods, in bulk as the deployment allows. */
export function trackingOperation(
  service: TrackingService,
  description: OperationDescription,
): Operation<EccangClient> {
  return inBulk<EccangClient, NumberRequest & { settings: TrackingSettings }>({
    description,
    read: (parameters) => ({
      ...readNumber(parameters),
      settings: defined({
        type: parameters.optionalText('options.type'),
        lang: parameters.optionalText('options.lang'),
      }),
    }),
    splitsWhenRefused: true,
    perCall: (client) => client.deployment.tracking.numbersPerCall,
    oneCallAtATime: (client) => client.deployment.tracking.oneCallAtATime,
    key: ({ settings }) => JSON.stringify(settings),
    send: async (client, requests) =>
      outputsOf(await trackParcels(client, numbersOf(requests), service, requests[0]?.settings)),
  });
}
