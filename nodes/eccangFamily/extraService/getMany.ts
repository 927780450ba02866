import { eachInSlices } from '../../../carriers/http';
import { extraServiceOf, listExtraServices, type EccangClient } from '../../../carriers/eccang';
import { perItem } from '#nodes/shared/operation';
import { productAndCountry } from '../fields/places';

export const getManyExtraServices = perItem<EccangClient, { product: string; country: string }>({
  description: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many extra services',
    description: 'List the extra services of a product to a country; one output item per service (获取附加服务)',
    properties: productAndCountry,
    lists: true,
    simplifies: true,
  },
  read: (parameters) => ({
    product: parameters.text('shippingMethod'),
    country: parameters.text('countryCode'),
  }),
  send: async (client, { product, country }) => {
    const services = await listExtraServices(client, product, country);
    return eachInSlices(services, (entry) => ({ raw: entry, simplified: extraServiceOf(entry) }));
  },
});
