import { getRequiredFields, type EccangClient } from '../../../carriers/eccang';
import { perItem } from '#nodes/shared/operation';
import { orderFields } from '../fields/order';

const product = orderFields
  .filter(({ name }) => name === 'shippingMethod')
  .map((field) => ({ ...field, required: true }));
const country = orderFields.filter(({ name }) => name === 'countryCode');

export const getProductRequiredFields = perItem<EccangClient, { product: string; country: string }>({
  description: {
    name: 'Get Required Fields',
    value: 'getRequiredFields',
    action: 'Get the required fields of a product',
    description: 'Get the names of the order fields that a product demands (查看字段校验规则)',
    properties: [...product, ...country],
  },
  read: (parameters) => ({
    product: parameters.text('shippingMethod', 'Product'),
    country: parameters.optionalText('countryCode', 'Destination Country') ?? '',
  }),
  send: async (client, { product: code, country: to }) => ({
    json: {
      carrier: client.deployment.carrier,
      product: code,
      country: to,
      requiredFields: await getRequiredFields(client, code, to),
    },
  }),
});
