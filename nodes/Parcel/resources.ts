import type { Resource } from '#nodes/shared/operation';
import { getCharges } from './charges/get';
import { getLabel } from './label/get';
import { mergeLabels } from './label/merge';
import { cancelOrder } from './order/cancel';
import { createOrder } from './order/create';
import { getOrder } from './order/get';
import { getManyRates } from './rate/getMany';
import type { Accounts } from './session';
import { getTracking } from './tracking/get';
import { getTrackingUpdates } from './tracking/getUpdates';

export const resources: readonly Resource<Accounts>[] = [
  { name: 'Charges', value: 'charges', operations: [getCharges] },
  { name: 'Label', value: 'label', operations: [getLabel, mergeLabels] },
  { name: 'Order', value: 'order', operations: [cancelOrder, createOrder, getOrder] },
  { name: 'Rate', value: 'rate', operations: [getManyRates] },
  { name: 'Tracking', value: 'tracking', operations: [getTracking, getTrackingUpdates] },
];
