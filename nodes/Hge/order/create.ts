import { checkOrder, createOrder, type HgeClient } from '../../../carriers/hge';
import type { JsonObject } from '../../../carriers/json-value';
import { RequestError } from '../../../carriers/request-check';
import { inFormMode, inputMode } from '#nodes/shared/fields';
import { perItem } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { bodyField, partialNotice, readBody } from '../form';
import { inFormTerms } from '../form-terms';
import { orderForm, orderFromForm, orderLabels } from './form';

export const createOrderOperation = perItem<HgeClient, JsonObject>({
  description: {
    name: 'Create',
    value: 'create',
    action: 'Create an order',
    description:
      "Send an order to HGE and return its answer as it is (下单接口). Partly documented: see the form's notice.",
    properties: [
      partialNotice(
        'up to the three addresses. Parcels, items and tax are taken from the answer of Order: Get, which returns an order as it was sent',
      ),
      inputMode,
      bodyField(
        "HGE's own order_create object: customer_order_num, service_code, shipper_info, consignee_info, parcel_list and so on",
      ),
      ...orderForm.map(inFormMode),
    ],
  },
  read: readOrder,
  send: async (client, order) => ({ json: await createOrder(client, order) }),
});

function readOrder(parameters: ItemParameters): JsonObject {
  const order = readBody(parameters, () => orderFromForm(parameters));
  try {
    return checkOrder(order);
  } catch (error) {
    const fromForm = parameters.text('inputMode') === 'form';
    throw fromForm && error instanceof RequestError ? inFormTerms(error, orderLabels) : error;
  }
}
