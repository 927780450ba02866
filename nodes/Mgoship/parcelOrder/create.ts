import type { JsonObject } from '../../../carriers/json-value';
import { createParcelOrder, parcelOrderParams, type MgoshipClient } from '../../../carriers/mgoship';
import { simplify } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import { parcelOrderForm } from './form';

export const createParcelOrderOperation = perItem<MgoshipClient, { params: JsonObject; simplified: boolean }>({
  description: {
    name: 'Create',
    value: 'create',
    action: 'Create a parcel order',
    description: 'Send a parcel order from China to Japan and get its number (提交订单)',
    properties: [
      ...parcelOrderForm.withInputMode(
        "The carrier's own params object: consignee, declare (at most 2), order. Fields that are left out are sent empty, as in the carrier's samples.",
      ),
      simplify,
    ],
  },
  read: (parameters) => ({
    params: parcelOrderForm.read(parameters, parcelOrderParams),
    simplified: parameters.flag('simplify'),
  }),
  send: async (client, { params, simplified }) => {
    const { raw, parcel } = await createParcelOrder(client, params);
    return { json: simplified ? parcel : raw };
  },
});
