import { CarrierError } from '../http';
import { defined } from '#carriers/shared/defined';
import { textOf, type JsonObject } from '#carriers/shared/json-value';
import { asAnswer, ended } from '#carriers/shared/lost-answer';
import type { Parcel } from '#carriers/shared/parcel';
import { asRecovered, differencesFrom, otherOrder, unseenOrder } from '#carriers/shared/same-order';
import type { EccangClient } from './client';
import { CONTAINERS, contentOf, entriesFor, entriesOf } from './answer';
import { findOrder, getOrder, lookUpOperation, type OrderAnswer } from './orders';
import { createdParcel, orderParcel } from './parcels';

export interface CreateOptions {
  /** When the reference exists already, look that order up instead of failing. */
  returnExisting?: boolean;
}

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
    const raw = await client.call('createOrder', order, { intent: 'write', isMade: isMadeFrom(order) });
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
    const entries = entriesFor(references, entriesOf(reply), 'reference_no');
    return orders.map((order, index) => client.judgeWrite(entries[index], referenceOf(order), isMadeFrom(order)));
  } catch (error) {
    if (!(error instanceof CarrierError) || error.kind !== 'outcome-unknown') throw error;
    return orders.map(() => error);
  }
}

/** What becomes of the orders of one call after its answer. */
class Creation {
  /** Once the account is refused, no more is looked up. */
  private refusal: CarrierError | undefined;

  constructor(
    private readonly client: EccangClient,
    private readonly options: CreateOptions,
  ) {}

  /** The carrier said that it made the order: that it gave no number and cannot find it (yet) is no error. */
  async made(order: JsonObject, raw: JsonObject): Promise<OrderAnswer> {
    const { deployment } = this.client;
    const reference = referenceOf(order);
    const content = contentOf(raw);
    const own = textOf(content['reference_no']) ?? reference;
    const parcel = createdParcel(deployment, { ...content, reference_no: own });
    if (isMadeFrom(order)(content)) return { raw, parcel };
    const found = await this.find(order).catch(asAnswer);
    const said = `${deployment.displayName} said that it created the order, but gave no number`;
    if (!(found instanceof CarrierError) && found.differences.length === 0) {
      return withNote(found.answer, `${said}: it was looked up by its reference.`);
    }
    const ask = `Ask for it with ${lookUpOperation(this.client)} in a few minutes.`;
    const why =
      found instanceof CarrierError
        ? `, and looking up reference ${reference} gave none.`
        : `. ${this.other(reference, found)}`;
    return withNote({ raw: { ...raw, reference_no: reference }, parcel }, `${said}${why} ${ask}`);
  }

  async settleFailure(order: JsonObject, failure: CarrierError): Promise<OrderAnswer> {
    const isLost = failure.kind === 'outcome-unknown';
    const isWanted = failure.kind === 'duplicate' && this.options.returnExisting === true;
    if (!isLost && !isWanted) throw failure;
    const reference = referenceOf(order);
    const found = await this.find(order).catch((error: unknown) => {
      if (isLost && error instanceof CarrierError) throw this.stillUnknown(failure, reference, error);
      throw error;
    });
    const { unseen } = found;
    if (unseen && !isLost) throw unseen;
    if (found.differences.length === 0 && !unseen) return asRecovered(found.answer, found.seen);
    throw failure.with({
      message: `${ended(failure.message)} ${this.other(reference, found)}`,
      hint: isLost
        ? this.hintIfUnknown()
        : 'Nothing was created: the carrier has this reference already, for an order that is not this one. Use another reference.',
      ...defined({ ofAccount: failure.ofAccount ?? unseen?.ofAccount }),
    });
  }

  /** The order under the reference, and how it shows that it is another one. */
  private async find(order: JsonObject): Promise<Found> {
    if (this.refusal) throw this.refusal;
    const { client } = this;
    try {
      const answer = await findOrder(client, referenceOf(order));
      const { orderNumber } = answer.parcel;
      const isNumbersOnly = client.deployment.findsOrdersWith === 'getTrackNumber' && orderNumber !== undefined;
      // Where the look-up tells numbers alone, the rest is asked by waybill number; without it nothing can be compared.
      const whole = isNumbersOnly ? await getOrder(client, orderNumber).catch(asAnswer) : answer;
      if (whole instanceof CarrierError && whole.ofAccount) this.refusal = whole;
      const seen = whole instanceof CarrierError ? orderParcel(client.deployment, answer.raw) : whole.parcel;
      const differences = differencesFrom(orderParcel(client.deployment, order), seen);
      const isUnseen = whole instanceof CarrierError && whole.kind !== 'not-found';
      return { answer, seen, differences, ...(isUnseen ? { unseen: whole } : {}) };
    } catch (error) {
      if (error instanceof CarrierError && error.ofAccount) this.refusal = error;
      throw error;
    }
  }

  private other(reference: string, { answer: { parcel }, differences, unseen }: Found): string {
    const { displayName: carrier } = this.client.deployment;
    return unseen
      ? unseenOrder(carrier, reference, parcel, unseen)
      : otherOrder(carrier, reference, parcel, differences);
  }

  private stillUnknown(lost: CarrierError, reference: string, looked: CarrierError): CarrierError {
    const { displayName } = this.client.deployment;
    const seen =
      looked.kind === 'not-found'
        ? `${displayName} does not know reference ${reference} at this moment.`
        : `Looking up reference ${reference} failed as well${looked.ofAccount ? `: ${looked.message}` : '.'}`;
    return lost.with({
      message: `${ended(lost.message)} ${seen}`,
      hint: this.hintIfUnknown(),
      ...defined({ ofAccount: lost.ofAccount ?? looked.ofAccount }),
    });
  }

  private hintIfUnknown(): string {
    return `The order may still appear. Wait a few minutes and ask for its reference with ${lookUpOperation(this.client)}; creating it again with the same reference cannot ship it twice, because the carrier refuses a reference that exists.`;
  }
}

interface Found {
  answer: OrderAnswer;
  /** All that the carrier says of it. */
  seen: Parcel;
  differences: string[];
  /** Why nothing is known of where it goes. */
  unseen?: CarrierError;
}

/** Whether the content of an answer has a number that the carrier gave: not the tracking number that was sent. */
function isMadeFrom(order: JsonObject): (content: JsonObject) => boolean {
  return (content) => {
    const tracking = textOf(content['shipping_method_no']);
    return (
      textOf(content['order_code']) !== undefined ||
      (tracking !== undefined && tracking !== textOf(order['shipping_method_no']))
    );
  };
}

function referenceOf(order: JsonObject): string {
  return textOf(order['reference_no']) ?? '';
}

function withNote({ raw, parcel }: OrderAnswer, note: string): OrderAnswer {
  const notes = [...(parcel.notes ?? []), note];
  return { raw: { ...raw, notes }, parcel: { ...parcel, notes } };
}
