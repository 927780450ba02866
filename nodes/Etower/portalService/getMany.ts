import { listPortalServices, portalServiceOf, type PortalClient } from '../../../carriers/etower';
import { limit, readListing, returnAll, simplify, type Listing } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import { country } from '../fields/locators';

export const getManyPortalServices = perItem<PortalClient, Listing & { country: string }>({
  description: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many services of the portal',
    description: 'List the service channels for a country; one output item per service (查询服务列表)',
    properties: [country, returnAll, limit, simplify],
  },
  read: (parameters) => ({
    ...readListing(parameters),
    country: parameters.text('country', 'Destination Country'),
  }),
  send: async (client, { country: asked, most, simplified }) => {
    const services = await listPortalServices(client, asked);
    return services.slice(0, most).map((entry) => ({ json: simplified ? portalServiceOf(entry) : entry }));
  },
});
