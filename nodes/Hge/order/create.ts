import { CARRIER, checkOrder, createOrder, type HgeClient } from '../../../carriers/hge';
import type { JsonObject } from '#carriers/shared/json-value';
import { combineRows } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import { partialNotice } from '../partial';
import { orderForm } from './form';

export const createOrderOperation = perItem<HgeClient, JsonObject>({
  description: {
    name: 'Create',
    value: 'create',
    action: 'Create an order',
    description:
      "Send an order to HGE and return its answer as it is (下单接口). Partly documented: see the form's notice.",
    writes: true,
    warning: 'every order is a real one and may cost money',
    properties: [
      partialNotice(
        'up to the three addresses. Parcels, items and tax are taken from the answer of Order: Get, which returns an order as it was sent',
      ),
      ...orderForm.withInputMode(
        "HGE's own order_create object: customer_order_num, service_code, shipper_info, consignee_info, parcel_list and so on",
      ),
    ],
    options: [combineRows],
  },
  combines: orderForm.combines,
  read: (parameters, { defaults }) => orderForm.read(parameters, checkOrder, defaults),
  send: async (client, order) => {
    const answer = await createOrder(client, order);
    // What stands in it is not documented: beside the names that all carriers have it stays as it is.
    return { raw: answer, simplified: { carrier: CARRIER, reference: order['customer_order_num'], answer } };
  },
});
