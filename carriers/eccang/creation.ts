import { CarrierError } from '../http';
import type { JsonObject } from '#carriers/shared/json-value';
import { asAnswer } from '#carriers/shared/lost-answer';
import type { EccangClient } from './client';
import { CONTAINERS, outcomesFor, entriesOf } from './answer';
import type { OrderAnswer } from './orders';
import { Creation, isMadeFrom, referenceOf, type CreateOptions } from './recovery';

/**
 * createOrder (`eccang.md` 3.1, `huahan.md` 3.1). Sent once: when the answer is lost, the order is looked up by its
 * reference and returned with `recovered: true`, unless it is another one or may be one. When the answer holds no number, the order is
 * looked up as well.
 * @param order as `checkOrder` passed it
 * @throws CarrierError `duplicate`, `outcome-unknown`, …
 */
export async function createOrder(
  client: EccangClient,
  order: JsonObject,
  options: CreateOptions = {},
): Promise<OrderAnswer> {
  const creation = new Creation(client, options);
  try {
    const raw = await client.call('createOrder', order, {
      intent: 'write',
      number: referenceOf(order),
      isMade: isMadeFrom(order),
    });
    return await creation.made(order, raw);
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error;
    return creation.settleFailure(order, error);
  }
}

/**
 * batchCreateOrder (`eccang.md` 3.2, `huahan.md` 3.2): several orders in one call, each with its own answer. When the
 * answer of the call is lost, every order is looked up by its reference.
 * @returns one answer or error per order, in their order
 */
export async function createOrders(
  client: EccangClient,
  orders: readonly JsonObject[],
  options: CreateOptions = {},
): Promise<(OrderAnswer | CarrierError)[]> {
  const creation = new Creation(client, options);
  const outcomes = await batch(client, orders);
  const answers: (OrderAnswer | CarrierError)[] = [];
  for (const [index, order] of orders.entries()) {
    const outcome = outcomes[index];
    const settled =
      outcome instanceof CarrierError ? creation.settleFailure(order, outcome) : creation.made(order, outcome ?? {});
    answers.push(await settled.catch(asAnswer));
  }
  return answers;
}

async function batch(client: EccangClient, orders: readonly JsonObject[]): Promise<(JsonObject | CarrierError)[]> {
  try {
    const reply = await client.call('batchCreateOrder', orders, { intent: 'write', answersIn: CONTAINERS });
    const references = orders.map(referenceOf);
    const entries = outcomesFor(references, entriesOf(reply), 'reference_no');
    return orders.map((order, index) => client.judgeWrite(entries[index], referenceOf(order), isMadeFrom(order)));
  } catch (error) {
    if (!(error instanceof CarrierError) || error.kind !== 'outcome-unknown') throw error;
    return orders.map(() => error);
  }
}
