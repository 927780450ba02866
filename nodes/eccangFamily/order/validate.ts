import type { INodeProperties } from 'n8n-workflow';
import { ECCANG, validateOrder, validationRequestOf, type EccangClient } from '../../../carriers/eccang';
import type { JsonObject } from '../../../carriers/json-value';
import { inFormMode, inputMode, simplify } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { checkedForm, orderForm } from './form';

const body: INodeProperties = {
  displayName: 'Body',
  name: 'body',
  type: 'json',
  displayOptions: { show: { inputMode: ['json'] } },
  default: '{}',
  placeholder: 'e.g. {{ $json }}',
  description:
    "The carrier's own addressValidate object (reference_no, shipping_method, country_code, order_weight, consignee, invoice), or an order as Create takes it",
};

/** What the check looks at; the rest of an order is not sent (`eccang.md` 3.19). */
const { order, consignee, item } = ECCANG.order.fields;
const CHECKED = {
  order: Object.fromEntries(
    ['reference_no', 'shipping_method', 'country_code', 'order_weight', 'shipping_method_no'].flatMap((name) => {
      const field = order[name];
      return field ? [[name, field]] : [];
    }),
  ),
  consignee,
  shipper: {},
  item,
};

export const validateOrderOperation = perItem<EccangClient, { order: JsonObject; simplified: boolean }>({
  description: {
    name: 'Validate',
    value: 'validate',
    action: 'Validate an order',
    description:
      'Let the carrier check address and items before you create the order; findings are output, not errors (地址校验)',
    properties: [
      inputMode,
      body,
      ...orderForm(CHECKED)
        .filter(({ name }) => !['shipper', 'customs'].includes(name))
        .map(inFormMode),
      simplify,
    ],
  },
  read: (parameters) => ({
    order: readOrder(parameters),
    simplified: parameters.flag('simplify'),
  }),
  send: async (client, { order: checked, simplified }) => {
    const { raw, validation } = await validateOrder(client, checked);
    return { json: simplified ? validation : raw };
  },
});

function readOrder(parameters: ItemParameters): JsonObject {
  if (parameters.text('inputMode', 'Input Mode') === 'json')
    return validationRequestOf(parameters.object('body', 'Body'));
  return checkedForm(parameters, CHECKED, validationRequestOf);
}
