import type { INodeProperties } from 'n8n-workflow';
import type { JsonObject } from '../../../carriers/json-value';
import { createParcelOrder, parcelOrderParams, type MgoshipClient } from '../../../carriers/mgoship';
import { inFormMode, inputMode, simplify } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import { inTermsOf } from '../fields/terms';
import { parcelOrderForm, parcelOrderFromForm, parcelOrderGroups } from './form';

const body: INodeProperties = {
  displayName: 'Body',
  name: 'body',
  type: 'json',
  displayOptions: { show: { inputMode: ['json'] } },
  default: '{}',
  placeholder: 'e.g. {{ $json }}',
  description:
    "The carrier's own params object: consignee, declare (at most 2), order. Fields that are left out are sent empty, as in the carrier's samples.",
};

export const createParcelOrderOperation = perItem<MgoshipClient, { params: JsonObject; simplified: boolean }>({
  description: {
    name: 'Create',
    value: 'create',
    action: 'Create a parcel order',
    description: 'Send a parcel order from China to Japan and get its number (提交订单)',
    properties: [inputMode, body, ...parcelOrderForm.map(inFormMode), simplify],
  },
  read: (parameters) => ({
    params:
      parameters.text('inputMode', 'Input Mode') === 'json'
        ? parcelOrderParams(parameters.object('body', 'Body'))
        : inTermsOf(parcelOrderGroups, () => parcelOrderParams(parcelOrderFromForm(parameters))),
    simplified: parameters.flag('simplify'),
  }),
  send: async (client, { params, simplified }) => {
    const { raw, parcel } = await createParcelOrder(client, params);
    return { json: simplified ? parcel : raw };
  },
});
