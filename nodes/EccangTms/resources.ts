import { ECCANG, type EccangClient } from '../../carriers/eccang';
import type { Resource } from '../shared/operation';
import { waybillNumber } from './fields/numbers';
import { getLabel } from './label/get';
import { createOrderOperation } from './order/create';
import { getOrderOperation } from './order/get';
import { getManyProducts } from './product/getMany';
import { callService } from './service/call';
import { getTracking } from './tracking/get';

export const resources: readonly Resource<EccangClient>[] = [
  { name: 'Label', value: 'label', operations: [getLabel] },
  { name: 'Order', value: 'order', operations: [createOrderOperation(ECCANG), getOrderOperation(waybillNumber)] },
  { name: 'Product', value: 'product', operations: [getManyProducts] },
  { name: 'Service', value: 'service', operations: [callService] },
  { name: 'Tracking', value: 'tracking', operations: [getTracking] },
];
