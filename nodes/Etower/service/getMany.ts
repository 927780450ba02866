import { listServices, serviceOf, type EtowerClient } from '../../../carriers/etower';
import { limit, readListing, returnAll, simplify, type Listing } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';

export const getManyServices = perItem<EtowerClient, Listing>({
  description: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many services',
    description:
      'List the services that are open for your account with their options and facilities; one output item per service (获取开通的服务)',
    properties: [returnAll, limit, simplify],
  },
  read: readListing,
  send: async (client, { most, simplified }) => {
    const services = await listServices(client);
    return services.slice(0, most).map((entry) => ({ json: simplified ? serviceOf(entry) : entry }));
  },
});
