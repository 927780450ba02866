import { extraServiceOf, listExtraServices, type EccangClient } from '../../../carriers/eccang';
import { limit, readListing, returnAll, simplify, type Listing } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import { orderFields } from '../fields/order';

const productAndCountry = orderFields
  .filter(({ name }) => ['shippingMethod', 'countryCode'].includes(name))
  .map((field) => ({ ...field, required: true }));

export const getManyExtraServices = perItem<EccangClient, Listing & { product: string; country: string }>({
  description: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many extra services',
    description: 'List the extra services of a product to a country; one output item per service (获取附加服务)',
    properties: [...productAndCountry, returnAll, limit, simplify],
  },
  read: (parameters) => ({
    product: parameters.text('shippingMethod', 'Product'),
    country: parameters.text('countryCode', 'Destination Country'),
    ...readListing(parameters),
  }),
  send: async (client, { product, country, most, simplified }) => {
    const services = await listExtraServices(client, product, country);
    return services.slice(0, most).map((entry) => ({ json: simplified ? extraServiceOf(entry) : entry }));
  },
});
