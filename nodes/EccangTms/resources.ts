import { ECCANG, getReceivingExpense, type EccangClient } from '../../carriers/eccang';
import type { Resource } from '#nodes/shared/operation';
import { getManyCountries } from '#nodes/eccangFamily/country/getMany';
import { getManyExtraServices } from '#nodes/eccangFamily/extraService/getMany';
import { extraServices } from '#nodes/eccangFamily/fields/extra-services';
import { waybillNumber } from '#nodes/eccangFamily/fields/numbers';
import { getLabel } from '#nodes/eccangFamily/label/get';
import { getDocument } from '#nodes/eccangFamily/label/getDocument';
import { cancelOrderOperation } from '#nodes/eccangFamily/order/cancel';
import { createOrderOperation } from '#nodes/eccangFamily/order/create';
import { getOrderOperation } from '#nodes/eccangFamily/order/get';
import { getChargesOperation } from '#nodes/eccangFamily/order/getCharges';
import { getTrackingNumber } from '#nodes/eccangFamily/order/getTrackingNumber';
import { getTrackingNumberHistory } from '#nodes/eccangFamily/order/getTrackingNumberHistory';
import { interceptOrderOperation } from '#nodes/eccangFamily/order/intercept';
import { updateWeightOperation } from '#nodes/eccangFamily/order/updateWeight';
import { validateOrderOperation } from '#nodes/eccangFamily/order/validate';
import { getManyProducts } from '#nodes/eccangFamily/product/getMany';
import { getProductRequiredFields } from '#nodes/eccangFamily/product/getRequiredFields';
import { getRates } from '#nodes/eccangFamily/rate/get';
import { callService } from '#nodes/eccangFamily/service/call';
import { getTracking } from '#nodes/eccangFamily/tracking/get';

export const resources: readonly Resource<EccangClient>[] = [
  { name: 'Country', value: 'country', operations: [getManyCountries] },
  { name: 'Extra Service', value: 'extraService', operations: [getManyExtraServices] },
  { name: 'Label', value: 'label', operations: [getLabel, getDocument] },
  {
    name: 'Order',
    value: 'order',
    operations: [
      cancelOrderOperation({ withNumberType: true }),
      createOrderOperation(ECCANG, { fields: [extraServices], hasFieldRules: true }),
      getOrderOperation(waybillNumber),
      getChargesOperation(getReceivingExpense),
      getTrackingNumber,
      getTrackingNumberHistory,
      interceptOrderOperation({ withReason: true }),
      updateWeightOperation(waybillNumber),
      validateOrderOperation,
    ],
  },
  { name: 'Product', value: 'product', operations: [getManyProducts, getProductRequiredFields] },
  { name: 'Rate', value: 'rate', operations: [getRates] },
  { name: 'Service', value: 'service', operations: [callService] },
  { name: 'Tracking', value: 'tracking', operations: [getTracking] },
];
