import { listProducts, productOf, type EccangClient } from '../../../carriers/eccang';
import { limit, readListing, returnAll, simplify, type Listing } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';

export const getManyProducts = perItem<EccangClient, Listing>({
  description: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many products',
    description:
      'List the products (shipping methods) that the carrier offers to your account; one output item per product (获取运输方式)',
    properties: [returnAll, limit, simplify],
  },
  read: readListing,
  send: async (client, { most, simplified }) => {
    const products = await listProducts(client);
    return products.slice(0, most).map((entry) => ({ json: simplified ? productOf(entry) : entry }));
  },
});
