import type { JsonObject } from '#carriers/shared/json-value';
import { createParcelOrder, parcelOrderParams, type MgoshipClient } from '../../../carriers/mgoship';
import { combineRows } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import { parcelOrderForm } from './form';

export const createParcelOrderOperation = perItem<MgoshipClient, { params: JsonObject }>({
  description: {
    name: 'Create',
    value: 'create',
    action: 'Create parcel order',
    description: 'Send a parcel order from China to Japan and get its number (提交订单)',
    properties: parcelOrderForm.withInputMode(
      "The carrier's own params object: consignee, declare (at most 2), order. Fields that are left out are sent empty, as in the carrier's samples.",
    ),
    simplifies: true,
    writes: true,
    warning: 'every order is a real one and may cost money',
    options: [combineRows],
  },
  combines: parcelOrderForm.combines,
  read: (parameters, { defaults }) => ({ params: parcelOrderForm.read(parameters, parcelOrderParams, defaults) }),
  send: async (client, { params }) => {
    const { raw, parcel } = await createParcelOrder(client, params);
    return { raw, simplified: parcel };
  },
});
