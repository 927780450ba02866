import type { INodeProperties } from 'n8n-workflow';
import {
  checkOrder,
  checkRequiredFields,
  createOrder,
  createOrders,
  type EccangClient,
  type EccangDeployment,
} from '../../../carriers/eccang';
import type { JsonObject } from '../../../carriers/json-value';
import { RequestError } from '../../../carriers/request-check';
import { inFormMode, inputMode, simplify } from '#nodes/shared/fields';
import { inBulk, type Operation } from '#nodes/shared/operation';
import type { ItemParameters } from '#nodes/shared/parameters';
import { checkedForm, inFormTerms, orderForm } from './form';

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
  simplified: boolean;
  returnExisting: boolean;
  batch: boolean;
  checkFields: boolean;
}

export interface CreateSettings {
  /** Fields of the form that differ from the family's. */
  fields?: readonly INodeProperties[];
  /** The deployment has getFieldRule. */
  hasFieldRules: boolean;
}

/** Order: Create for one deployment, whose fields the form shows. */
export function createOrderOperation(
  deployment: EccangDeployment,
  { fields = [], hasFieldRules }: CreateSettings,
): Operation<EccangClient> {
  const form = orderForm(deployment.order.fields, fields).map(inFormMode);
  return inBulk<EccangClient, Request>({
    description: {
      name: 'Create',
      value: 'create',
      action: 'Create an order',
      description: 'Send an order to the carrier and get its waybill and tracking number (创建订单)',
      properties: [inputMode, body, ...form, simplify],
      options: [ifReferenceExists, sendInBatches, ...(hasFieldRules ? [checkRequired] : [])],
    },
    read: (parameters) => ({
      ...readOrder(parameters, deployment),
      simplified: parameters.flag('simplify'),
      returnExisting: parameters.optionalText('options.ifReferenceExists', ifReferenceExists.displayName) === 'return',
      batch: parameters.flag('options.sendInBatches'),
      checkFields: parameters.flag('options.checkRequiredFields'),
    }),
    perCall: (_, { batch }) => (batch ? ORDERS_PER_BATCH : 1),
    key: ({ batch, returnExisting }) => `${batch} ${returnExisting}`,
    ...(hasFieldRules ? { check: checkProducts } : {}),
    send: async (client, requests) => {
      const orders = requests.map(({ order }) => order);
      const [first] = requests;
      const settings = { returnExisting: first?.returnExisting ?? false };
      const answers = first?.batch
        ? await createOrders(client, orders, settings)
        : await Promise.all(orders.map((order) => createOrder(client, order, settings)));
      return answers.map((answer, index) => {
        if (answer instanceof Error) return answer;
        return { json: requests[index]?.simplified ? answer.parcel : answer.raw };
      });
    },
  });
}

async function checkProducts(client: EccangClient, requests: readonly Request[]): Promise<(Error | undefined)[]> {
  const asked = requests.filter(({ checkFields }) => checkFields);
  const problems = await checkRequiredFields(
    client,
    asked.map(({ order }) => order),
  );
  return requests.map((request) => {
    const problem = problems[asked.indexOf(request)];
    return problem instanceof RequestError && request.inForm ? inFormTerms(problem) : problem;
  });
}

function readOrder(parameters: ItemParameters, deployment: EccangDeployment): Pick<Request, 'order' | 'inForm'> {
  if (parameters.text('inputMode', 'Input Mode') === 'json') {
    return { order: checkOrder(deployment, parameters.object('body', 'Body')), inForm: false };
  }
  const order = checkedForm(parameters, deployment.order.fields, (given) => checkOrder(deployment, given));
  return { order, inForm: true };
}
