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
import { combineRows, ifReferenceExists } from '#nodes/shared/fields';
import { outputsOf } from '#nodes/shared/by-number';
import { inBulk, type Operation } from '#nodes/shared/operation';
import { orderForm } from './form';
import { checkRequired, sendInBatches } from '../fields/order';

const BODY =
  "The carrier's own createOrder object: reference_no, shipping_method, country_code, order_weight, Consignee, Shipper, ItemArr";

/** More than a client sends in one call was never seen (`huahan.md` 3.2). */
const ORDERS_PER_BATCH = 5;

interface Request {
  order: JsonObject;
  returnExisting: boolean;
  batch: boolean;
  /** What the product demands is checked too: errors in the words of this item's input. */
  inWords?: ((error: RequestError) => RequestError) | undefined;
}

/** Order: Create for one deployment, whose table the form shows. */
export function createOrderOperation(
  deployment: EccangDeployment,
  { hasFieldRules }: { /** The deployment has getFieldRule. */ hasFieldRules: boolean },
): Operation<EccangClient> {
  const form = orderForm(deployment.order, deployment.orderMapping);
  return inBulk<EccangClient, Request>({
    description: {
      name: 'Create',
      value: 'create',
      action: 'Create order',
      description: 'Send an order to the carrier and get its waybill and tracking number (创建订单)',
      properties: form.withInputMode(BODY),
      simplifies: true,
      writes: true,
      warning: 'every order is a real one and may cost money',
      options: [combineRows, ifReferenceExists, sendInBatches, ...(hasFieldRules ? [checkRequired] : [])],
    },
    read: (parameters, { defaults }) => {
      const check = (order: JsonObject): JsonObject => checkOrder(deployment, order);
      const { request, inWords } = form.readWithWords(parameters, check, defaults);
      return {
        order: request,
        returnExisting: parameters.optionalText('options.ifReferenceExists') === 'return',
        batch: parameters.flag('options.sendInBatches'),
        inWords: parameters.flag('options.checkRequiredFields') ? inWords : undefined,
      };
    },
    combines: form.combines,
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
      return outputsOf(answers);
    },
  });
}

async function checkProducts(client: EccangClient, requests: readonly Request[]): Promise<(Error | undefined)[]> {
  const asked = requests.filter(({ inWords }) => inWords !== undefined);
  const problems = await checkRequiredFields(
    client,
    asked.map(({ order }) => order),
  );
  return requests.map((request) => {
    const problem = problems[asked.indexOf(request)];
    return problem instanceof RequestError && request.inWords ? request.inWords(problem) : problem;
  });
}
