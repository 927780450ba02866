import { asDisplayed, checkUuid, getPortalOrder, type PortalClient } from '../../../carriers/etower';
import { perItem } from '#nodes/shared/operation';
import { formatNumbers, skipUuidCheck, uuid } from '../fields/portal';

interface DetailRequest {
  uuid: string;
  formatted: boolean;
}

export const getOrderDetail = perItem<PortalClient, DetailRequest>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get portal order',
    description: 'Get all that the portal tells of an order: goods, flight, insurance, addresses (获取订单详情)',
    properties: [uuid],
    simplifies: true,
    options: [formatNumbers, skipUuidCheck],
  },
  read: (parameters) => {
    const asked = parameters.text('uuid');
    return {
      uuid: parameters.flag('options.skipUuidCheck') ? asked : checkUuid(asked),
      formatted: parameters.flag('options.formatNumbers'),
    };
  },
  send: async (client, request) => {
    const { raw, parcel } = await getPortalOrder(client, request.uuid);
    return { raw: request.formatted ? asDisplayed(raw) : raw, simplified: parcel };
  },
});
