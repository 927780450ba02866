import type { EccangClient } from '../../carriers/eccang';
import { HUAHAN } from '../../carriers/huahan';
import { referenceOrWaybill } from '../EccangTms/fields/numbers';
import { getLabel } from '../EccangTms/label/get';
import { createOrderOperation } from '../EccangTms/order/create';
import { getOrderOperation } from '../EccangTms/order/get';
import { getManyProducts } from '../EccangTms/product/getMany';
import { callService } from '../EccangTms/service/call';
import { getTracking } from '../EccangTms/tracking/get';
import type { Resource } from '../shared/operation';
import { currency } from './fields';

export const resources: readonly Resource<EccangClient>[] = [
  { name: 'Label', value: 'label', operations: [getLabel] },
  {
    name: 'Order',
    value: 'order',
    operations: [createOrderOperation(HUAHAN, [currency]), getOrderOperation(referenceOrWaybill)],
  },
  { name: 'Product', value: 'product', operations: [getManyProducts] },
  { name: 'Service', value: 'service', operations: [callService] },
  { name: 'Tracking', value: 'tracking', operations: [getTracking] },
];
