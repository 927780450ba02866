import { acrossCarriers } from '../composite';
import { numberFields, numberParameters } from '../fields/numbers';

export const getOrder = acrossCarriers({
  operation: 'order.get',
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get an order',
    description: 'Get an order with its numbers, status, addresses and goods, as far as its carrier tells them',
    properties: numberFields('order.get', 'orderNumber'),
  },
  parametersOf: (parameters, carrier, step) => numberParameters(parameters, 'order.get', carrier, step),
});
