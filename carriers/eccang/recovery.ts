import { CarrierError } from '../http';
import { defined } from '#carriers/shared/defined';
import { textOf, type JsonObject } from '#carriers/shared/json-value';
import { asAnswer, ended } from '#carriers/shared/lost-answer';
import { ageOf } from '#carriers/shared/order-age';
import {
  asRecovered,
  doubtAbout,
  TAKE_EXISTING,
  undatedNote,
  unseenOrder,
  type Sighting,
} from '#carriers/shared/same-order';
import { sameNumber } from '#carriers/shared/whose-answer';
import { momentOf } from '#carriers/shared/written-time';
import type { EccangClient } from './client';
import { contentOf } from './answer';
import { findOrder, getOrder, lookUpOperation, type OrderAnswer } from './orders';
import { createdParcel, orderParcel } from './parcels';

export interface CreateOptions {
  /** When the reference exists already, look that order up instead of failing. */
  returnExisting?: boolean;
}

/** What becomes of the orders of one call after its answer. */
export class Creation {
  /** Once the account is refused, no more is looked up. */
  private refusal: CarrierError | undefined;
  /** Milliseconds of the clock. */
  private readonly sentAt = Date.now();

  constructor(
    private readonly client: EccangClient,
    private readonly options: CreateOptions,
  ) {}

  /** The carrier said that it made the order: that it gave no number and cannot find it (yet) is no error. */
  async made(order: JsonObject, raw: JsonObject): Promise<OrderAnswer> {
    const { deployment } = this.client;
    const reference = referenceOf(order);
    const content = contentOf(raw);
    const parcel = createdParcel(deployment, {
      ...content,
      reference_no: textOf(content['reference_no']) ?? reference,
    });
    if (isMadeFrom(order)(content)) return { raw, parcel };
    const found = await this.find(order).catch(asAnswer);
    const doubt = found instanceof CarrierError ? undefined : doubtAbout(found, false);
    const said = `${deployment.displayName} said that it created the order, but gave no number`;
    if (!(found instanceof CarrierError) && doubt === undefined) {
      return withNote(found.answer, `${said}: it was looked up by its reference.`);
    }
    const ask = `Ask for it with ${lookUpOperation(this.client)} in a few minutes.`;
    const why = doubt === undefined ? `, and looking up reference ${reference} gave none.` : `. ${doubt}`;
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
    const isNew = isLost && this.options.returnExisting !== true;
    const doubt = unseen ? unseenOrder(found.carrier, reference, found.found, unseen) : doubtAbout(found, isNew);
    if (doubt === undefined) return asRecovered(found.answer, found.seen, ...(isNew ? undatedNote(found) : []));
    throw failure.with({
      message: `${ended(failure.message)} ${doubt}`,
      hint: isLost
        ? [this.hintIfUnknown(), ...(unseen || doubtAbout(found, false) ? [] : [TAKE_EXISTING])].join(' ')
        : 'Nothing was created: the carrier has this reference already, for an order that is not this one. Use another reference.',
      ...defined({ ofAccount: failure.ofAccount ?? unseen?.ofAccount }),
    });
  }

  /** The order under the reference. */
  private async find(order: JsonObject): Promise<Found> {
    if (this.refusal) throw this.refusal;
    const { client } = this;
    const { deployment } = client;
    try {
      const reference = referenceOf(order);
      const answer = await findOrder(client, reference);
      const whole = await this.detailsOf(answer, reference);
      if (whole instanceof CarrierError && whole.ofAccount) this.refusal = whole;
      const isKnown = !(whole instanceof CarrierError);
      return {
        ...{
          carrier: deployment.displayName,
          reference,
          sent: orderParcel(deployment, order),
          found: answer.parcel,
          answer,
        },
        seen: isKnown ? whole.parcel : orderParcel(deployment, answer.raw),
        age: ageOf([momentOf(isKnown ? whole.raw['modify_date'] : undefined)], this.sentAt),
        ...(isKnown || whole.kind === 'not-found' ? {} : { unseen: whole }),
      };
    } catch (error) {
      if (error instanceof CarrierError && error.ofAccount) this.refusal = error;
      throw error;
    }
  }

  /** Where the look-up tells numbers alone, the rest is asked by waybill number; without it nothing can be compared. */
  private async detailsOf(answer: OrderAnswer, reference: string): Promise<OrderAnswer | CarrierError> {
    const { client } = this;
    const { orderNumber } = answer.parcel;
    if (client.deployment.findsOrdersWith !== 'getTrackNumber' || orderNumber === undefined) return answer;
    const whole = await getOrder(client, orderNumber).catch(asAnswer);
    if (whole instanceof CarrierError) return whole;
    const names = [whole.raw['shipper_hawbcode'], whole.raw['reference_no']];
    const isOwn = sameNumber(names[0], orderNumber) || sameNumber(names[1], reference);
    return isOwn || names.every((name) => textOf(name) === undefined) ? whole : client.notFound(orderNumber);
  }

  private stillUnknown(lost: CarrierError, reference: string, looked: CarrierError): CarrierError {
    const { displayName } = this.client.deployment;
    const seen =
      looked.kind === 'not-found'
        ? `${displayName} does not know reference ${reference} at this moment.`
        : `Reference ${reference} could not be looked up either${looked.ofAccount ? `: ${looked.message}` : '.'}`;
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

interface Found extends Sighting {
  answer: OrderAnswer;
  /** Why nothing is known of where it goes. */
  unseen?: CarrierError;
}

/** Whether the content of an answer has a number that the carrier gave: not the tracking number that was sent. */
export function isMadeFrom(order: JsonObject): (content: JsonObject) => boolean {
  return (content) => {
    const tracking = textOf(content['shipping_method_no']);
    return (
      textOf(content['order_code']) !== undefined ||
      (tracking !== undefined && tracking !== textOf(order['shipping_method_no']))
    );
  };
}

export function referenceOf(order: JsonObject): string {
  return textOf(order['reference_no']) ?? '';
}

function withNote({ raw, parcel }: OrderAnswer, note: string): OrderAnswer {
  const notes = [...(parcel.notes ?? []), note];
  return { raw: { ...raw, notes }, parcel: { ...parcel, notes } };
}
