import { listProducts, productOf, type EccangClient } from '../../../carriers/eccang';
import { limit, returnAll, simplify } from '../../shared/fields';
import { perItem } from '../../shared/operation';

export const getManyProducts = perItem<EccangClient, { most: number; simplified: boolean }>({
  description: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many products',
    description:
      'List the products (shipping methods) that the carrier offers to your account; one output item per product (获取运输方式)',
    properties: [returnAll, limit, simplify],
  },
  read: (parameters) => ({
    most: parameters.flag('returnAll') ? Infinity : (parameters.number('limit', 'Limit') ?? 50),
    simplified: parameters.flag('simplify'),
  }),
  send: async (client, { most, simplified }) => {
    const products = await listProducts(client);
    return products.slice(0, most).map((entry) => ({ json: simplified ? productOf(entry) : entry }));
  },
});
