import { defined } from '#carriers/shared/defined';
import { asAnswer, ended } from '#carriers/shared/lost-answer';
import { textOf, type JsonObject } from '#carriers/shared/json-value';
import type { Parcel } from '#carriers/shared/parcel';
import { ageOf } from '#carriers/shared/order-age';
import { asRecovered, doubtAbout, TAKE_EXISTING, undatedNote, unseenOrder } from '#carriers/shared/same-order';
import { CarrierError } from '../../http';
import { DISPLAY_NAME } from '../account';
import type { EtowerClient } from './client';
import { detailsOf, timesOf } from './found-orders';
import { getTrackingNumbers, type OrderAnswer } from './orders';
import { sentParcel } from './parcels';

/** An order and what to do when its reference exists. */
export interface NewOrder {
  /** As `checkOrder` passed it. */
  order: JsonObject;
  returnExisting: boolean;
}

type Answer = OrderAnswer | CarrierError;

export function referenceOf(order: JsonObject): string {
  return textOf(order['referenceNo']) ?? '';
}

/**
 * Looks up the orders whose answer was lost or gave no number, and those that exist where the user wants them returned:
 * all of a call at once, first their numbers and by these where they go and since when they are known.
 * @param sentAt milliseconds of the clock
 * @returns the answers with those in place of the open ones
 */
export async function settleOpen(
  client: EtowerClient,
  orders: readonly NewOrder[],
  answers: readonly Answer[],
  sentAt: number,
): Promise<Answer[]> {
  const open = orders.filter((order, index) => isOpen(answers[index], order));
  if (open.length === 0) return [...answers];
  const references = open.map(({ order }) => referenceOf(order));
  const found = await getTrackingNumbers(client, references).catch((error: unknown) => {
    const refusal = asAnswer(error);
    return open.map((): Answer => refusal);
  });
  const seen = await detailsOf(client, found);
  const isAnyNew = answers.some((answer, index) => mustBeNew(answer, orders[index]));
  const times = isAnyNew ? await timesOf(client, found, seen) : [];
  return answers.map((answer, index) => {
    const order = orders[index];
    const place = order === undefined ? -1 : open.indexOf(order);
    const result = found[place];
    if (order === undefined || result === undefined) return answer;
    const reference = referenceOf(order.order);
    if (result instanceof CarrierError) return unfound(answer, reference, result);
    const detail = seen[place] ?? result.parcel;
    if (detail instanceof CarrierError) {
      return answer instanceof CarrierError
        ? unfound(answer, reference, detail, result.parcel)
        : takenFor(answer, result, reference, result.parcel);
    }
    const sighting = {
      ...{ carrier: DISPLAY_NAME, reference, sent: sentParcel(order.order), found: result.parcel, seen: detail },
      age: ageOf(times[place] ?? [], sentAt),
    };
    const isNew = mustBeNew(answer, order);
    const doubt = doubtAbout(sighting, isNew);
    return doubt === undefined
      ? takenFor(answer, result, reference, detail, isNew ? undatedNote(sighting) : [])
      : another(answer, doubt, doubtAbout(sighting, false) === undefined);
  });
}

/** The answer is lost, and an order that was there before is not wanted. */
function mustBeNew(answer: Answer, order: NewOrder | undefined): boolean {
  return answer instanceof CarrierError && answer.kind === 'outcome-unknown' && order?.returnExisting !== true;
}

function isOpen(answer: Answer | undefined, order: NewOrder): boolean {
  if (!(answer instanceof CarrierError)) return answer !== undefined && !hasNumber(answer) && !hasLabel(answer);
  return answer.kind === 'outcome-unknown' || (answer.kind === 'duplicate' && order.returnExisting);
}

/** One of its own, or of its pieces. */
function hasNumber({ parcel }: OrderAnswer): boolean {
  return [parcel, ...(parcel.pieces ?? [])].some(
    ({ orderNumber, trackingNumber }) => (orderNumber ?? trackingNumber) !== undefined,
  );
}

/** A label shows the number (B.4.2). */
function hasLabel({ raw: { labelContent, labelContents } }: OrderAnswer): boolean {
  return [labelContent, labelContents].flat().some((content: unknown) => textOf(content) !== undefined);
}

/** The order that was found, in place of the answer. */
function takenFor(
  answer: Answer,
  { raw, parcel }: OrderAnswer,
  reference: string,
  seen: Parcel,
  notes: readonly string[] = [],
): OrderAnswer {
  const found = { raw: { referenceNo: reference, ...raw }, parcel: { ...parcel, reference } };
  if (answer instanceof CarrierError) return asRecovered(found, seen, ...notes);
  const note = hasNumber(found)
    ? 'it was looked up by its reference.'
    : 'the look-up by its reference gave none either.';
  return withNote(found, answer, `${NO_NUMBER}: ${note}`);
}

const NO_NUMBER = `${DISPLAY_NAME} said that it created the order, but gave no number`;
const ASK_LATER = 'Wait a few minutes and check with Order: Get Tracking Number';

/**
 * There is an order under the reference, but another one, or one that may be older.
 * @param isWanted by whoever wants an existing order returned
 */
function another(answer: Answer, seen: string, isWanted: boolean): Answer {
  if (!(answer instanceof CarrierError)) return withNote(answer, answer, `${NO_NUMBER}. ${seen} ${ASK_LATER}.`);
  const hint =
    answer.kind === 'duplicate'
      ? 'Nothing was created: the carrier has this reference already, for an order that is not this one. Use another reference.'
      : isWanted
        ? `${HINT_IF_UNKNOWN} ${TAKE_EXISTING}`
        : HINT_IF_UNKNOWN;
  return answer.with({ message: `${ended(answer.message)} ${seen}`, hint });
}

/** @param found the order that has the reference, where only its details could not be asked for */
function unfound(answer: Answer, reference: string, looked: CarrierError, found?: Parcel): Answer {
  if (!(answer instanceof CarrierError)) {
    return withNote(answer, answer, `${NO_NUMBER}, and looking up reference ${reference} gave none. ${ASK_LATER}.`);
  }
  const ofAccount = answer.ofAccount ?? looked.ofAccount;
  if (answer.kind === 'duplicate') return answer.with(defined({ ofAccount }));
  const now =
    looked.kind === 'not-found'
      ? `${DISPLAY_NAME} does not know reference ${reference} at this moment.`
      : `Reference ${reference} could not be looked up either${looked.ofAccount ? `: ${looked.message}` : '.'}`;
  const seen = found ? unseenOrder(DISPLAY_NAME, reference, found, looked) : now;
  return answer.with({
    message: `${ended(answer.message)} ${seen}`,
    hint: HINT_IF_UNKNOWN,
    ...defined({ ofAccount }),
  });
}

const HINT_IF_UNKNOWN = `The order may still appear. ${ASK_LATER}; creating it again with the same reference is refused (110003) when it exists.`;

/** A success without a number bears at least its reference, and says what is missing. */
function withNote({ raw, parcel }: OrderAnswer, said: OrderAnswer, note: string): OrderAnswer {
  const notes = [...(said.parcel.notes ?? []), note];
  const reference = said.parcel.reference ?? '';
  return { raw: { referenceNo: reference, ...raw, notes }, parcel: { ...parcel, notes } };
}
