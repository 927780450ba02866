import type { EccangClient } from '../../carriers/eccang';
import { getOrderFee, HUAHAN } from '../../carriers/huahan';
import { anyNumber, referenceOrWaybill } from '#nodes/eccangFamily/fields/numbers';
import { getLabel } from '#nodes/eccangFamily/label/get';
import { cancelOrderOperation } from '#nodes/eccangFamily/order/cancel';
import { createOrderOperation } from '#nodes/eccangFamily/order/create';
import { getOrderOperation } from '#nodes/eccangFamily/order/get';
import { getChargesOperation } from '#nodes/eccangFamily/order/getCharges';
import { getTrackingNumber } from '#nodes/eccangFamily/order/getTrackingNumber';
import { interceptOrderOperation } from '#nodes/eccangFamily/order/intercept';
import { updateWeightOperation } from '#nodes/eccangFamily/order/updateWeight';
import { getManyProducts } from '#nodes/eccangFamily/product/getMany';
import { getRates } from '#nodes/eccangFamily/rate/get';
import { callService } from '#nodes/eccangFamily/service/call';
import { getTrackingOperation } from '#nodes/eccangFamily/tracking/get';
import { getUpdatesOperation } from '#nodes/eccangFamily/tracking/getUpdates';
import type { Resource } from '#nodes/shared/operation';
import { getFba } from './label/getFba';
import { getMerged } from './label/getMerged';
import { getProofOfDispatch } from './label/getProofOfDispatch';
import { getBilledWeight } from './order/getBilledWeight';
import { getTrackingWithTimeZones } from './tracking/getWithTimeZones';

export const resources: readonly Resource<EccangClient>[] = [
  { name: 'Label', value: 'label', operations: [getLabel, getFba, getMerged, getProofOfDispatch] },
  {
    name: 'Order',
    value: 'order',
    operations: [
      cancelOrderOperation({ withNumberType: false }),
      createOrderOperation(HUAHAN, { hasFieldRules: false }),
      getOrderOperation(referenceOrWaybill),
      getBilledWeight,
      getChargesOperation(anyNumber, getOrderFee),
      getTrackingNumber,
      interceptOrderOperation({ withReason: false }),
      updateWeightOperation(anyNumber),
    ],
  },
  { name: 'Product', value: 'product', operations: [getManyProducts] },
  { name: 'Rate', value: 'rate', operations: [getRates] },
  { name: 'Service', value: 'service', operations: [callService] },
  {
    name: 'Tracking',
    value: 'tracking',
    operations: [
      getTrackingOperation({ withLanguage: false }),
      getUpdatesOperation({ withLanguage: false }),
      getTrackingWithTimeZones,
    ],
  },
];
