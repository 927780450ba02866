import { deleteParcelOrder, MGOSHIP, statusTextOf, type Lookup, type MgoshipClient } from '../../../carriers/mgoship';
import { present } from '#carriers/shared/parcel';
import { perItem } from '#nodes/shared/operation';
import { consent, number, numberTypeFor, oldestIsDeleted, readLookup } from '../fields/numbers';

export const deleteParcelOrderOperation = perItem<MgoshipClient, Lookup>({
  description: {
    name: 'Delete',
    value: 'delete',
    action: 'Delete parcel order',
    description: 'Delete an order that is a draft or pre-advised, status 1 or 2 (删除订单)',
    writes: true,
    warning: 'what is deleted is gone for good',
    properties: [numberTypeFor(oldestIsDeleted), number, consent],
  },
  read: (parameters) => {
    const lookup = readLookup(parameters);
    if (lookup.numberType === 'customerno' && !parameters.flag(consent.name)) {
      throw parameters.problem(
        'An own number may not be unique, and Mgoship deletes the oldest order that has it',
        `Delete by Order Number instead (get it with Parcel Order: Get, which returns the newest), or switch on "${consent.displayName}".`,
      );
    }
    return lookup;
  },
  send: async (client, lookup) => {
    const reply = await deleteParcelOrder(client, lookup);
    return { json: present({ carrier: MGOSHIP.carrier, ...lookup, deleted: true, message: statusTextOf(reply) }) };
  },
});
