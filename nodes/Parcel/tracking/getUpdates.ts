import { knownKey, output, retireAfterDays, stuckAfterDays } from '#nodes/shared/tracking-fields';
import { byNumber } from '../by-number';

/** The keys are those of the carrier's own step: a table of them may go on with either. */
export const getTrackingUpdates = byNumber({
  operation: 'tracking.getUpdates',
  numberType: 'trackingNumber',
  description: {
    name: 'Get Updates',
    value: 'getUpdates',
    action: 'Get tracking updates',
    description:
      'Get what is new of a parcel since its known key was made; with Output: Changed an item without news gives no output',
    options: [stuckAfterDays, retireAfterDays],
  },
  fields: [knownKey, output],
});
