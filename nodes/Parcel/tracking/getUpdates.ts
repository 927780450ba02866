import { GET_UPDATES } from '#nodes/shared/tracking';
import { knownKey, output } from '#nodes/shared/tracking-fields';
import { byNumber } from '../by-number';

/** The keys are those of the carrier's own step: a table of them may go on with either. */
export const getTrackingUpdates = byNumber({
  operation: 'tracking.getUpdates',
  numberType: 'trackingNumber',
  description: GET_UPDATES,
  fields: [knownKey, output],
});
