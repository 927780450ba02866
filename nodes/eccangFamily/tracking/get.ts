import type { INodeProperties } from 'n8n-workflow';
import { trackParcels, type EccangClient, type TrackingService, type TrackingSettings } from '../../../carriers/eccang';
import { defined } from '#carriers/shared/defined';
import { numbersOf, readNumber, type NumberRequest } from '#nodes/shared/by-number';
import type { Operation } from '#nodes/shared/operation';
import { trackingOperation, type Tracking } from '#nodes/shared/tracking';
import { trackableNumber } from '../fields/numbers';
import { lang, type } from '../fields/tracking';

/** Whether the deployment's method knows a type and a language (`eccang.md` 3.16). */
export interface TrackingForm {
  withLanguage: boolean;
}

/** Tracking: Get. Type and language are those of the generic method. */
export function getTrackingOperation(form: TrackingForm): Operation<EccangClient> {
  return trackingOperation(
    {
      name: 'Get',
      value: 'get',
      action: 'Get tracking events',
      description: 'Get the status and events of a parcel; many items share a call (轨迹查询)',
    },
    cargoTracking(form),
  );
}

/** Tracking by getCargoTrack. */
export function cargoTracking({ withLanguage }: TrackingForm): FamilyTracking {
  return trackingBy('getCargoTrack', trackableNumber, withLanguage ? [lang, type] : []);
}

type FamilyTracking = Tracking<EccangClient, NumberRequest & { settings: TrackingSettings }>;

/** Tracking by one of the family's two methods, in bulk as the deployment allows. */
export function trackingBy(
  service: TrackingService,
  number: INodeProperties,
  options: INodeProperties[] = [],
): FamilyTracking {
  return {
    properties: [number],
    options,
    carrier: ({ deployment }) => deployment.carrier,
    read: (parameters) => ({
      ...readNumber(parameters),
      settings: defined({
        type: parameters.optionalText('options.type'),
        lang: parameters.optionalText('options.lang'),
      }),
    }),
    splitsWhenRefused: true,
    perCall: ({ deployment }) => deployment.tracking.numbersPerCall,
    oneCallAtATime: ({ deployment }) => deployment.tracking.oneCallAtATime,
    key: ({ settings }) => JSON.stringify(settings),
    ask: (client, requests) => trackParcels(client, numbersOf(requests), service, requests[0]?.settings),
  };
}
