import { getRequiredFields, type EccangClient } from '../../../carriers/eccang';
import { perItem } from '#nodes/shared/operation';
import { ORDER } from '../../../carriers/eccang';
import { optional } from '#carriers/shared/rows';
import { RequestForm } from '#nodes/shared/form/request-form';
import { open } from '#nodes/shared/form/places';

const form = new RequestForm(ORDER.only('shipping_method', 'country_code').with({ country_code: optional }), [
  open('shipping_method', 'country_code'),
]);

export const getProductRequiredFields = perItem<EccangClient, { product: string; country: string }>({
  description: {
    name: 'Get Required Fields',
    value: 'getRequiredFields',
    action: 'Get required fields of product',
    description: 'Get the names of the order fields that a product demands (查看字段校验规则)',
    properties: form.properties,
  },
  read: (parameters) => ({
    product: parameters.text('shippingMethod'),
    country: parameters.optionalText('countryCode') ?? '',
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
