import { eachInSlices } from '../../../carriers/http';
import { listPortalServices, portalServiceOf, type PortalClient } from '../../../carriers/etower';
import { perItem } from '#nodes/shared/operation';
import { country } from '../fields/portal';

export const getManyPortalServices = perItem<PortalClient, { country: string }>({
  description: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many portal services',
    description: 'List the service channels for a country; one output item per service (查询服务列表)',
    properties: [country],
    lists: true,
    simplifies: true,
  },
  read: (parameters) => ({ country: parameters.text('country') }),
  send: async (client, { country: asked }) => {
    const services = await listPortalServices(client, asked);
    return eachInSlices(services, (entry) => ({ raw: entry, simplified: portalServiceOf(entry) }));
  },
});
