import { updatesOperation } from '#nodes/shared/tracking';
import { tracking } from './get';

export const getTrackingUpdates = updatesOperation(tracking);
