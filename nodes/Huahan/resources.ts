import type { EccangClient } from '../../carriers/eccang';
import { getOrderFee, HUAHAN } from '../../carriers/huahan';
import { anyNumber, referenceOrWaybill } from '../EccangTms/fields/numbers';
import { getLabel } from '../EccangTms/label/get';
import { cancelOrderOperation } from '../EccangTms/order/cancel';
import { createOrderOperation } from '../EccangTms/order/create';
import { getOrderOperation } from '../EccangTms/order/get';
import { getChargesOperation } from '../EccangTms/order/getCharges';
import { getTrackingNumber } from '../EccangTms/order/getTrackingNumber';
import { interceptOrderOperation } from '../EccangTms/order/intercept';
import { updateWeightOperation } from '../EccangTms/order/updateWeight';
import { getManyProducts } from '../EccangTms/product/getMany';
import { getRates } from '../EccangTms/rate/get';
import { callService } from '../EccangTms/service/call';
import { getTracking } from '../EccangTms/tracking/get';
import type { Resource } from '#nodes/shared/operation';
import { getMerged } from './label/getMerged';
import { getProofOfDispatch } from './label/getProofOfDispatch';
import { getBilledWeight } from './order/getBilledWeight';
import { getTrackingWithTimeZones } from './tracking/getWithTimeZones';

export const resources: readonly Resource<EccangClient>[] = [
  { name: 'Label', value: 'label', operations: [getLabel, getMerged, getProofOfDispatch] },
  {
    name: 'Order',
    value: 'order',
    operations: [
      cancelOrderOperation({ withNumberType: false }),
      createOrderOperation(HUAHAN, { hasFieldRules: false }),
      getOrderOperation(referenceOrWaybill),
      getBilledWeight,
      getChargesOperation(getOrderFee),
      getTrackingNumber,
      interceptOrderOperation({ withReason: false }),
      updateWeightOperation(anyNumber),
    ],
  },
  { name: 'Product', value: 'product', operations: [getManyProducts] },
  { name: 'Rate', value: 'rate', operations: [getRates] },
  { name: 'Service', value: 'service', operations: [callService] },
  { name: 'Tracking', value: 'tracking', operations: [getTracking, getTrackingWithTimeZones] },
];
