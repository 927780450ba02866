import { ECCANG, getReceivingExpense, type EccangClient } from '../../carriers/eccang';
import type { Resource } from '#nodes/shared/operation';
import { getManyCountries } from './country/getMany';
import { getManyExtraServices } from './extraService/getMany';
import { waybillNumber } from './fields/numbers';
import { getLabel } from './label/get';
import { getDocument } from './label/getDocument';
import { cancelOrderOperation } from './order/cancel';
import { createOrderOperation } from './order/create';
import { getOrderOperation } from './order/get';
import { getChargesOperation } from './order/getCharges';
import { getTrackingNumber } from './order/getTrackingNumber';
import { getTrackingNumberHistory } from './order/getTrackingNumberHistory';
import { interceptOrderOperation } from './order/intercept';
import { updateWeightOperation } from './order/updateWeight';
import { validateOrderOperation } from './order/validate';
import { getManyProducts } from './product/getMany';
import { getProductRequiredFields } from './product/getRequiredFields';
import { getRates } from './rate/get';
import { callService } from './service/call';
import { getTracking } from './tracking/get';

export const resources: readonly Resource<EccangClient>[] = [
  { name: 'Country', value: 'country', operations: [getManyCountries] },
  { name: 'Extra Service', value: 'extraService', operations: [getManyExtraServices] },
  { name: 'Label', value: 'label', operations: [getLabel, getDocument] },
  {
    name: 'Order',
    value: 'order',
    operations: [
      cancelOrderOperation({ withNumberType: true }),
      createOrderOperation(ECCANG, { hasFieldRules: true }),
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
