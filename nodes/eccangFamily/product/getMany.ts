import { eachInSlices } from '../../../carriers/http';
import { listProducts, productOf, type EccangClient } from '../../../carriers/eccang';
import { perItem } from '#nodes/shared/operation';

export const getManyProducts = perItem<EccangClient, undefined>({
  description: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many products',
    description:
      'List the products (shipping methods) that the carrier offers to your account; one output item per product (获取运输方式)',
    properties: [],
    lists: true,
    simplifies: true,
  },
  read: () => undefined,
  send: async (client) => {
    const products = await listProducts(client);
    return eachInSlices(products, (entry) => ({ raw: entry, simplified: productOf(entry) }));
  },
});
