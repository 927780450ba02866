import { getParcelOrder, type Lookup, type MgoshipClient } from '../../../carriers/mgoship';
import { perItem } from '#nodes/shared/operation';
import { newestIsReturned, number, numberTypeFor, readLookup } from '../fields/numbers';

export const getParcelOrderOperation = perItem<MgoshipClient, { lookup: Lookup }>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get parcel order',
    description: 'Get an order with its status, events, fees and customs items (获取订单信息)',
    properties: [numberTypeFor(newestIsReturned), number],
    simplifies: true,
  },
  read: (parameters) => ({ lookup: readLookup(parameters) }),
  send: async (client, { lookup }) => {
    const { raw, parcel } = await getParcelOrder(client, lookup);
    return { raw, simplified: parcel };
  },
});
