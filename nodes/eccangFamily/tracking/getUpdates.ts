import type { EccangClient } from '../../../carriers/eccang';
import type { Operation } from '#nodes/shared/operation';
import { updatesOperation } from '#nodes/shared/tracking';
import { cargoTracking, type TrackingForm } from './get';

/** Tracking: Get Updates, by the method of Tracking: Get. */
export function getUpdatesOperation(form: TrackingForm): Operation<EccangClient> {
  return updatesOperation(cargoTracking(form));
}
