import type { Resource } from '#nodes/shared/operation';
import { getCharges } from './charges/get';
import { getLabel } from './label/get';
import { mergeLabels } from './label/merge';
import { cancelOrder } from './order/cancel';
import { getOrder } from './order/get';
import type { Accounts } from './session';
import { getTracking } from './tracking/get';
import { getTrackingUpdates } from './tracking/getUpdates';

export const resources: readonly Resource<Accounts>[] = [
  { name: 'Charges', value: 'charges', operations: [getCharges] },
  { name: 'Label', value: 'label', operations: [getLabel, mergeLabels] },
  { name: 'Order', value: 'order', operations: [cancelOrder, getOrder] },
  { name: 'Tracking', value: 'tracking', operations: [getTracking, getTrackingUpdates] },
];
