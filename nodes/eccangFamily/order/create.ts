import type { INodeProperties } from 'n8n-workflow';
import {
  checkOrder,
  checkRequiredFields,
  createOrder,
  createOrders,
  type EccangClient,
  type EccangDeployment,
} from '../../../carriers/eccang';
import type { JsonObject } from '#carriers/shared/json-value';
import { RequestError } from '#carriers/shared/request-check';
import { outputsOf } from '#nodes/shared/by-number';
import { isJsonMode, type RequestForm } from '#nodes/shared/form/request-form';
import { inBulk, type Operation } from '#nodes/shared/operation';
import { orderForm } from './form';

const BODY =
  "The carrier's own createOrder object: reference_no, shipping_method, country_code, order_weight, Consignee, Shipper, ItemArr";

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

const sendInBatches: INodeProperties = {
  displayName: 'Send Five per Call',
  name: 'sendInBatches',
  type: 'boolean',
  default: false,
  description:
    'Whether to send up to five orders in one call (batchCreateOrder). Only part of that method is documented; every order still gets its own result.',
};

const checkRequired: INodeProperties = {
  displayName: "Check Product's Required Fields",
  name: 'checkRequiredFields',
  type: 'boolean',
  default: false,
  description:
    'Whether to ask the carrier which fields the product demands, once per product and country, and to report what is missing before anything is sent (getFieldRule)',
};

/** More than a client sends in one call was never seen (`huahan.md` 3.2). */
const ORDERS_PER_BATCH = 5;

interface Request {
  order: JsonObject;
  inForm: boolean;
  returnExisting: boolean;
  batch: boolean;
  checkFields: boolean;
}

/** Order: Create for one deployment, whose table the form shows. */
export function createOrderOperation(
  deployment: EccangDeployment,
  { hasFieldRules }: { /** The deployment has getFieldRule. */ hasFieldRules: boolean },
): Operation<EccangClient> {
  const form = orderForm(deployment.order);
  return inBulk<EccangClient, Request>({
    description: {
      name: 'Create',
      value: 'create',
      action: 'Create an order',
      description: 'Send an order to the carrier and get its waybill and tracking number (创建订单)',
      properties: [...form.withInputMode(BODY)],
      simplifies: true,
      options: [ifReferenceExists, sendInBatches, ...(hasFieldRules ? [checkRequired] : [])],
    },
    read: (parameters) => ({
      order: form.read(parameters, (order) => checkOrder(deployment, order)),
      inForm: !isJsonMode(parameters),
      returnExisting: parameters.optionalText('options.ifReferenceExists') === 'return',
      batch: parameters.flag('options.sendInBatches'),
      checkFields: parameters.flag('options.checkRequiredFields'),
    }),
    perCall: (_, { batch }) => (batch ? ORDERS_PER_BATCH : 1),
    key: ({ batch, returnExisting }) => `${batch} ${returnExisting}`,
    ...(hasFieldRules ? { check: (client, requests) => checkProducts(client, requests, form) } : {}),
    send: async (client, requests) => {
      const orders = requests.map(({ order }) => order);
      const [first] = requests;
      const settings = { returnExisting: first?.returnExisting ?? false };
      const answers = first?.batch
        ? await createOrders(client, orders, settings)
        : await Promise.all(orders.map((order) => createOrder(client, order, settings)));
      return outputsOf(answers);
    },
  });
}

async function checkProducts(
  client: EccangClient,
  requests: readonly Request[],
  form: RequestForm,
): Promise<(Error | undefined)[]> {
  const asked = requests.filter(({ checkFields }) => checkFields);
  const problems = await checkRequiredFields(
    client,
    asked.map(({ order }) => order),
  );
  return requests.map((request) => {
    const problem = problems[asked.indexOf(request)];
    return problem instanceof RequestError && request.inForm ? form.labelled(problem) : problem;
  });
}
