import { eachInSlices } from '../../../carriers/http';
import { listServices, serviceOf, type EtowerClient } from '../../../carriers/etower';
import { perItem } from '#nodes/shared/operation';

export const getManyServices = perItem<EtowerClient, undefined>({
  description: {
    name: 'Get Many',
    value: 'getMany',
    action: 'Get many services',
    description:
      'List the services that are open for your account with their options and facilities; one output item per service (获取开通的服务)',
    properties: [],
    lists: true,
    simplifies: true,
  },
  read: () => undefined,
  send: async (client) => {
    const services = await listServices(client);
    return eachInSlices(services, (entry) => ({ raw: entry, simplified: serviceOf(entry) }));
  },
});
