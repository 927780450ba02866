import { getParcelOrder, type Lookup, type MgoshipClient } from '../../../carriers/mgoship';
import { simplify } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import { newestIsReturned, number, numberTypeFor, readLookup } from '../fields/numbers';

export const getParcelOrderOperation = perItem<MgoshipClient, { lookup: Lookup; simplified: boolean }>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get a parcel order',
    description: 'Get an order with its status, events, fees and customs items (获取订单信息)',
    properties: [numberTypeFor(newestIsReturned), number, simplify],
  },
  read: (parameters) => ({ lookup: readLookup(parameters), simplified: parameters.flag('simplify') }),
  send: async (client, { lookup, simplified }) => {
    const { raw, parcel } = await getParcelOrder(client, lookup);
    return { json: simplified ? parcel : raw };
  },
});
