import { getReceivingExpense, type EccangClient, type EccangDeployment } from '../../carriers/eccang';
import type { Resource } from '#nodes/shared/operation';
import { getManyCountries } from './country/getMany';
import { getManyExtraServices } from './extraService/getMany';
import { chargedNumber, waybillNumber } from './fields/numbers';
import { getLabel } from './label/get';
import { getDocument } from './label/getDocument';
import { getManyLabels } from './label/getMany';
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
import { getTrackingOperation } from './tracking/get';
import { getUpdatesOperation } from './tracking/getUpdates';

/**
 * All operations that Eccang TMS documents, for one deployment.
 * @param lacking those that the deployment does not have, such as `order.validate`
 * @throws TypeError for one that the family does not have either
 */
export function familyResources(
  deployment: EccangDeployment,
  lacking: readonly string[] = [],
): readonly Resource<EccangClient>[] {
  const all = everyResource(deployment);
  const names = all.flatMap(({ value, operations }) => operations.map((each) => `${value}.${each.description.value}`));
  const unknown = lacking.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new TypeError(`Eccang TMS has no operation ${unknown.join(', ')} to leave out`);
  return all
    .map(({ operations, ...resource }) => ({
      ...resource,
      operations: operations.filter((each) => !lacking.includes(`${resource.value}.${each.description.value}`)),
    }))
    .filter(({ operations }) => operations.length > 0);
}

function everyResource(deployment: EccangDeployment): Resource<EccangClient>[] {
  return [
    { name: 'Country', value: 'country', operations: [getManyCountries] },
    { name: 'Extra Service', value: 'extraService', operations: [getManyExtraServices] },
    { name: 'Label', value: 'label', operations: [getLabel, getDocument, getManyLabels] },
    {
      name: 'Order',
      value: 'order',
      operations: [
        cancelOrderOperation({ withNumberType: true }),
        createOrderOperation(deployment, { hasFieldRules: true }),
        getOrderOperation(waybillNumber),
        getChargesOperation(chargedNumber, getReceivingExpense),
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
    {
      name: 'Tracking',
      value: 'tracking',
      operations: [getTrackingOperation({ withLanguage: true }), getUpdatesOperation({ withLanguage: true })],
    },
  ];
}
