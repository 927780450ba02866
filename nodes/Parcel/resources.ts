import type { Resource } from '#nodes/shared/operation';
import { getOrder } from './order/get';
import type { Accounts } from './session';

export const resources: readonly Resource<Accounts>[] = [
  { name: 'Order', value: 'order', operations: [getOrder] },
];
