import { deleteOrder, type EtowerClient } from '../../../carriers/etower';
import { perItem } from '#nodes/shared/operation';
import { referenceOrOrderId } from '../fields/numbers';
import { readNumber, type NumberRequest } from '#nodes/shared/by-number';

export const deleteOneOrder = perItem<EtowerClient, NumberRequest>({
  description: {
    name: 'Delete',
    value: 'delete',
    action: 'Delete order',
    description:
      "Delete an order for good; its label must not be used any more. With a master's reference all pieces go. Not possible once it was forecast or closed with Manifest: Send or Close (删除运输订单).",
    properties: [referenceOrOrderId],
    simplifies: true,
    writes: true,
    warning: 'what is deleted is gone for good',
  },
  read: (parameters) => {
    const request = readNumber(parameters);
    // The number is part of the address, where these are steps between folders.
    if (/^\.{1,2}$/.test(request.number)) {
      throw parameters.problem('Number is no number of an order', 'Enter a reference number or an order ID.');
    }
    return request;
  },
  send: async (client, { number }) => {
    const { raw, parcel } = await deleteOrder(client, number);
    return { raw, simplified: { ...parcel, deleted: true } };
  },
});
