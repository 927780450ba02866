import type { INodeProperties } from 'n8n-workflow';
import { checkOrder, createOrder, type EccangClient, type EccangDeployment } from '../../../carriers/eccang';
import type { JsonObject } from '../../../carriers/json-value';
import { RequestError } from '../../../carriers/request-check';
import { inputMode, simplify } from '../../shared/fields';
import { perItem, type Operation } from '../../shared/operation';
import type { ItemParameters } from '../../shared/parameters';
import { inFormTerms, orderForm, orderFromForm } from './form';

const body: INodeProperties = {
  displayName: 'Body',
  name: 'body',
  type: 'json',
  displayOptions: { show: { inputMode: ['json'] } },
  default: '{}',
  placeholder: 'e.g. {{ $json }}',
  description:
    "The carrier's own createOrder object: reference_no, shipping_method, country_code, order_weight, Consignee, Shipper, ItemArr",
};

const ifReferenceExists: INodeProperties = {
  displayName: 'If Reference Exists',
  name: 'ifReferenceExists',
  type: 'options',
  options: [
    { name: 'Fail', value: 'fail', description: "Show the carrier's message" },
    {
      name: 'Return Existing Order',
      value: 'return',
      description: 'Look the order up and output it with "recovered: true"',
    },
  ],
  default: 'fail',
  description: 'What to do when the carrier already has an order with this reference, e.g. when a workflow runs again',
};

/** Order: Create for one deployment, whose fields the form shows. */
export function createOrderOperation(
  deployment: EccangDeployment,
  overrides: readonly INodeProperties[] = [],
): Operation<EccangClient> {
  const form = orderForm(deployment.order.fields, overrides).map(inFormMode);
  return perItem({
    description: {
      name: 'Create',
      value: 'create',
      action: 'Create an order',
      description: 'Send an order to the carrier and get its waybill and tracking number (创建订单)',
      properties: [inputMode, body, ...form, simplify],
      options: [ifReferenceExists],
    },
    read: (parameters) => ({
      order: readOrder(parameters, deployment),
      simplified: parameters.flag('simplify'),
      returnExisting: parameters.optionalText('options.ifReferenceExists', 'If Reference Exists') === 'return',
    }),
    send: async (client, { order, simplified, returnExisting }) => {
      const { raw, parcel } = await createOrder(client, order, { returnExisting });
      return { json: simplified ? parcel : raw };
    },
  });
}

function readOrder(parameters: ItemParameters, deployment: EccangDeployment): JsonObject {
  if (parameters.text('inputMode', 'Input Mode') === 'json') {
    return checkOrder(deployment, parameters.object('body', 'Body'));
  }
  try {
    return checkOrder(deployment, orderFromForm(parameters, deployment.order.fields));
  } catch (error) {
    throw error instanceof RequestError ? inFormTerms(error) : error;
  }
}

function inFormMode(field: INodeProperties): INodeProperties {
  return { ...field, displayOptions: { show: { ...field.displayOptions?.show, inputMode: ['form'] } } };
}
