import { ECCANG, validateOrder, validationRequestOf, type EccangClient } from '../../../carriers/eccang';
import type { JsonObject } from '#carriers/shared/json-value';
import { perItem } from '#nodes/shared/operation';
import { orderForm } from './form';

/** What the check looks at; the rest of an order is not sent (`eccang.md` 3.19). */
const form = orderForm(
  ECCANG.order.only(
    'reference_no',
    'shipping_method',
    'country_code',
    'order_weight',
    'shipping_method_no',
    'Consignee',
    'ItemArr',
  ),
);

export const validateOrderOperation = perItem<EccangClient, { order: JsonObject }>({
  description: {
    name: 'Validate',
    value: 'validate',
    action: 'Validate order',
    description:
      'Let the carrier check address and items before you create the order; what it finds is the output, and stops nothing (地址校验)',
    properties: form.withInputMode(
      "The carrier's own addressValidate object (reference_no, shipping_method, country_code, order_weight, consignee, invoice), or an order as Create takes it",
    ),
    simplifies: true,
  },
  read: (parameters) => ({ order: form.read(parameters, validationRequestOf) }),
  send: async (client, { order: checked }) => {
    const { raw, validation } = await validateOrder(client, checked);
    return { raw, simplified: validation };
  },
});
