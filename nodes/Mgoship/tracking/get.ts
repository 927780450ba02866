import { getParcelOrder, MGOSHIP, trackedParcelOf, type Lookup, type MgoshipClient } from '../../../carriers/mgoship';
import { trackingOperation, type Tracking } from '#nodes/shared/tracking';
import { newestIsReturned, number, numberTypeFor, readLookup } from '../fields/numbers';

/** A call for each parcel. */
export const tracking: Tracking<MgoshipClient, Lookup> = {
  properties: [numberTypeFor(newestIsReturned), number],
  carrier: () => MGOSHIP.carrier,
  read: readLookup,
  perCall: () => 1,
  ask: (client, lookups) =>
    Promise.all(
      lookups.map(async (lookup) => {
        const { raw } = await getParcelOrder(client, lookup);
        return { raw, parcel: trackedParcelOf(raw) };
      }),
    ),
};

export const getTracking = trackingOperation(
  {
    name: 'Get',
    value: 'get',
    action: 'Get tracking events',
    description:
      'Get the numbers, status, measures and events of a parcel, newest first, without recipient, goods and fees (获取订单信息, route)',
  },
  tracking,
);
