import type { INodeProperties } from 'n8n-workflow';
import { deleteParcelOrder, MGOSHIP, statusTextOf, type Lookup, type MgoshipClient } from '../../../carriers/mgoship';
import { present } from '#carriers/shared/parcel';
import { perItem } from '#nodes/shared/operation';
import { number, numberTypeFor, oldestIsDeleted, readLookup } from '../fields/numbers';

const consent: INodeProperties = {
  displayName: 'I Know That the Oldest Is Deleted',
  name: 'iKnowThatTheOldestIsDeleted',
  type: 'boolean',
  displayOptions: { show: { numberType: ['customerno'] } },
  default: false,
  description:
    'Whether to delete by own number although it may not be unique: Mgoship deletes the oldest order that has it, while Get shows the newest',
};

export const deleteParcelOrderOperation = perItem<MgoshipClient, Lookup>({
  description: {
    name: 'Delete',
    value: 'delete',
    action: 'Delete a parcel order',
    description: 'Delete an order that is a draft or pre-advised, status 1 or 2 (删除订单)',
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
