import { getParcelOrder, trackedParcelOf, type Lookup, type MgoshipClient } from '../../../carriers/mgoship';
import { perItem } from '#nodes/shared/operation';
import { newestIsReturned, number, numberTypeFor, readLookup } from '../fields/numbers';

export const getTracking = perItem<MgoshipClient, { lookup: Lookup }>({
  description: {
    name: 'Get',
    value: 'get',
    action: 'Get tracking events',
    description:
      'Get the numbers, status, measures and events of a parcel, newest first, without recipient, goods and fees (获取订单信息, route)',
    properties: [numberTypeFor(newestIsReturned), number],
    simplifies: true,
  },
  read: (parameters) => ({ lookup: readLookup(parameters) }),
  send: async (client, { lookup }) => {
    const { raw } = await getParcelOrder(client, lookup);
    return { raw, simplified: trackedParcelOf(raw) };
  },
});
