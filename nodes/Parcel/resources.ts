import type { Resource } from '#nodes/shared/operation';
import { mergeLabels } from './label/merge';
import { getOrder } from './order/get';
import type { Accounts } from './session';

export const resources: readonly Resource<Accounts>[] = [
  { name: 'Label', value: 'label', operations: [mergeLabels] },
  { name: 'Order', value: 'order', operations: [getOrder] },
];
