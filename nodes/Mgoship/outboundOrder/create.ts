import type { JsonObject } from '#carriers/shared/json-value';
import {
  createOutboundOrder,
  outboundOrderParams,
  outboundParcelOf,
  type MgoshipClient,
} from '../../../carriers/mgoship';
import { perItem } from '#nodes/shared/operation';
import { outboundOrderForm } from './form';

export const createOutboundOrderOperation = perItem<MgoshipClient, { params: JsonObject }>({
  description: {
    name: 'Create',
    value: 'create',
    action: 'Create outbound order',
    description: 'Ship goods from a warehouse in Japan to a recipient (提交海外仓出库订单)',
    properties: outboundOrderForm.withInputMode(
      "The carrier's own params object: goods_info, receiver_info, sender_info, ship_way, storageid",
    ),
    simplifies: true,
    writes: true,
    warning: 'goods leave the warehouse, which costs money',
  },
  read: (parameters) => ({ params: outboundOrderForm.read(parameters, outboundOrderParams) }),
  send: async (client, { params }) => {
    const reply = await createOutboundOrder(client, params);
    return { raw: reply, simplified: outboundParcelOf(reply, params) };
  },
});
