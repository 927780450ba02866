import type { INodeProperties } from 'n8n-workflow';
import type { JsonObject } from '../../../carriers/json-value';
import {
  createOutboundOrder,
  outboundOrderParams,
  outboundParcelOf,
  type MgoshipClient,
} from '../../../carriers/mgoship';
import { inFormMode, inputMode, simplify } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import { inTermsOf } from '../fields/terms';
import { outboundOrderForm, outboundOrderFromForm, outboundOrderGroups } from './form';

const body: INodeProperties = {
  displayName: 'Body',
  name: 'body',
  type: 'json',
  displayOptions: { show: { inputMode: ['json'] } },
  default: '{}',
  placeholder: 'e.g. {{ $json }}',
  description: "The carrier's own params object: goods_info, receiver_info, sender_info, ship_way, storageid",
};

export const createOutboundOrderOperation = perItem<MgoshipClient, { params: JsonObject; simplified: boolean }>({
  description: {
    name: 'Create',
    value: 'create',
    action: 'Create an outbound order',
    description: 'Ship goods from a warehouse in Japan to a recipient (提交海外仓出库订单)',
    properties: [inputMode, body, ...outboundOrderForm.map(inFormMode), simplify],
  },
  read: (parameters) => ({
    params:
      parameters.text('inputMode', 'Input Mode') === 'json'
        ? outboundOrderParams(parameters.object('body', 'Body'))
        : inTermsOf(outboundOrderGroups, () => outboundOrderParams(outboundOrderFromForm(parameters))),
    simplified: parameters.flag('simplify'),
  }),
  send: async (client, { params, simplified }) => {
    const reply = await createOutboundOrder(client, params);
    return { json: simplified ? outboundParcelOf(reply, params) : reply };
  },
});
