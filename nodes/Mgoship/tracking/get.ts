import { getParcelOrder, trackedParcelOf, type Lookup, type MgoshipClient } from '../../../carriers/mgoship';
import { simplify } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import { newestIsReturned, number, numberTypeFor, readLookup } from '../fields/numbers';

export const getTracking = perItem<MgoshipClient, { lookup: Lookup; simplified: boolean }>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get tracking events',
    description: 'Get the status and events of a parcel, newest first (获取订单信息, route)',
    properties: [numberTypeFor(newestIsReturned), number, simplify],
  },
  read: (parameters) => ({ lookup: readLookup(parameters), simplified: parameters.flag('simplify') }),
  send: async (client, { lookup, simplified }) => {
    const { raw } = await getParcelOrder(client, lookup);
    return { json: simplified ? trackedParcelOf(raw) : raw };
  },
});
