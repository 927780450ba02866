import { deleteInboundOrder, MGOSHIP, statusTextOf, type MgoshipClient } from '../../../carriers/mgoship';
import { present } from '#carriers/shared/parcel';
import { perItem } from '#nodes/shared/operation';
import { inboundOrderNumber } from '../fields/numbers';

export const deleteInboundOrderOperation = perItem<MgoshipClient, string>({
  description: {
    name: 'Delete',
    value: 'delete',
    action: 'Delete inbound order',
    description:
      'Delete an order that is placed (1), or approved (2) where you arrange the first leg yourself (删除订单)',
    writes: true,
    warning: 'what is deleted is gone for good',
    properties: [inboundOrderNumber],
  },
  read: (parameters) => parameters.text('number'),
  send: async (client, number) => {
    const reply = await deleteInboundOrder(client, number);
    return { json: present({ carrier: MGOSHIP.carrier, number, deleted: true, message: statusTextOf(reply) }) };
  },
});
