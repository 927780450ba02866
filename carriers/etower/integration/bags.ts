import { CarrierError } from '../../http';
import { detailsOf } from '#carriers/shared/details';
import { givenList, textOf, type JsonObject } from '#carriers/shared/json-value';
import { withHintIfLost } from '#carriers/shared/lost-answer';
import { present, type ParcelPiece } from '#carriers/shared/parcel';
import { orUnreadable, readable } from '#carriers/shared/unreadable';
import { CARRIER, DISPLAY_NAME } from '../account';
import type { EtowerClient } from './client';
import { judge } from './entries';
import { matchEntries } from './matching';
import { answerOf, type OrderAnswer } from './orders';
import { numberedParcel, type NumberedParcel } from './parcels';
import { partOf, type Envelope } from './reply';
import { BAG_WITH_ORDERS, HANDOVER } from './requests/bag';

/** The most bags of one call, and the most parcels of all of them together (`etower.md` B.4.15). */
export const BAGS_PER_CALL = 300;
export const PARCELS_PER_CALL = 2000;

const IF_LOST =
  'Check in the portal, or ask your logistics provider, whether the bag was taken. If it was, handing it over again is refused (951020).';

const IF_PARTIAL =
  'The bag was handed over with its other parcels: do not send it again. Put the refused parcels into a bag with another number.';

/** What became of one bag and of each parcel in it. */
export interface BagAnswer {
  bagNo: string;
  /** The bag's entry as the carrier wrote it, its parcels included. */
  raw: JsonObject;
  /** In the order of the request. */
  parcels: { number: string; result: OrderAnswer | CarrierError }[];
}

/** A bag that was handed over, or one parcel with its bag. */
export interface HandedOver extends Omit<NumberedParcel, 'parcels'> {
  bagNumber: string;
  handedOver: true;
  /** All in the bag; of one parcel its pieces. */
  parcels?: (ParcelPiece & Partial<NumberedParcel>)[];
}

/** What is said of all bags, as it will be sent. @throws RequestError that names every field that is wrong */
export function checkHandover(handover: JsonObject): JsonObject {
  return HANDOVER.check(handover);
}

/** A bag as it will be sent. @throws RequestError that names every field that is missing or wrong */
export function checkBag(bag: JsonObject): JsonObject {
  return BAG_WITH_ORDERS.check(bag);
}

export function bagNumberOf(bag: JsonObject): string {
  return textOf(bag['bagNo']) ?? '';
}

/** A parcel of a bag: its tracking number, or the reference of a new order. */
export function parcelNumberOf(parcel: JsonObject): string {
  return textOf(parcel['trackingNo']) ?? textOf(parcel['referenceNo']) ?? '';
}

/**
 * Hand over bags (B.4.15). Sent once: no way to look a bag up is documented. A parcel is handed over when neither its own
 * status, nor that of its bag, nor that of the request says otherwise.
 * @param handover what is said of all bags
 * @returns an answer for each bag, in their order
 */
export async function handOverBags(
  client: EtowerClient,
  handover: JsonObject,
  bags: readonly JsonObject[],
): Promise<BagAnswer[]> {
  const request = { path: '/services/shipper/handover', body: { ...handover, bags } };
  const envelope = await withHintIfLost(client.call(request, { intent: 'write' }), IF_LOST);
  const matched = matchEntries(bags.map(bagNumberOf), envelope.entries, 'write');
  const answers = bags.map((bag, index) => {
    const entry = matched[index]?.[0];
    const read = orUnreadable(() => readable({ intent: 'write' }, () => answerOfBag(client, bag, entry, envelope)));
    return read instanceof CarrierError ? everyParcel(bag, entry, read) : read;
  });
  const refusal = envelope.status === 'failure' ? client.refusalOf(envelope, 'write') : undefined;
  const isExplained = answers.some(({ parcels }) => parcels.some(({ result }) => result instanceof CarrierError));
  return refusal === undefined || isExplained ? answers : answers.map((answer) => refused(answer, refusal));
}

/** The answer for an item that is one parcel of the bag: the carrier's data without those of the others. */
export function ofOneParcel({ bagNo, raw, parcels }: BagAnswer, parcel: string): Told | CarrierError | undefined {
  const result = parcels.find(({ number }) => number === parcel)?.result;
  if (result === undefined || result instanceof CarrierError) return result;
  return {
    raw: { ...raw, orderResults: [result.raw] },
    parcel: { ...result.parcel, bagNumber: bagNo, handedOver: true },
  };
}

/** The answer for an item that is the bag: an error as soon as one parcel in it was refused. */
export function ofWholeBag({ bagNo, raw, parcels }: BagAnswer): Told | CarrierError {
  const refusals = parcels.flatMap(({ number, result }) =>
    result instanceof CarrierError ? { number, error: result } : [],
  );
  const [first, ...others] = refusals;
  if (first) return together([first, ...others], parcels.length);
  const taken = parcels.flatMap(({ result }) => (result instanceof CarrierError ? [] : result.parcel));
  const told = ['status', ...(bagNumberOf(raw) === bagNo ? ['bagNo'] : [])];
  const details = detailsOf(raw, told, ['errors', 'orderResults']);
  return {
    raw,
    parcel: present<HandedOver>({ carrier: CARRIER, bagNumber: bagNo, handedOver: true, parcels: taken, details }),
  };
}

function answerOfBag(
  client: EtowerClient,
  bag: JsonObject,
  entry: JsonObject | undefined,
  envelope: Envelope,
): BagAnswer {
  const parcels = givenList(bag['parcels']);
  const numbers = parcels.map(parcelNumberOf);
  const part = entry ? partOf(envelope, entry, 'orderResults') : { ...envelope, entries: [] };
  const piecesOf = (index: number): string[] => givenList(parcels[index]?.['pieces']).map(parcelNumberOf);
  const settled = judge(client, numbers, matchEntries(numbers, part.entries, 'write', piecesOf), part, 'write');
  const results = settled.map((result, index) => ({
    number: numbers[index] ?? '',
    result: withHint(answerOf(result, numberedParcel)),
  }));
  const answer = { bagNo: bagNumberOf(bag), raw: entry ?? {}, parcels: results };
  const refusal = client.refusalOf(part, 'write');
  return refusal === undefined ? takenInPart(answer) : refused(answer, refusal);
}

/** A bag that was taken with some of its parcels is not taken again: its number exists. */
function takenInPart(answer: BagAnswer): BagAnswer {
  if (answer.parcels.every(({ result }) => result instanceof CarrierError)) return answer;
  const parcels = answer.parcels.map(({ number, result }) => ({
    number,
    result: result instanceof CarrierError ? result.with({ tookEffect: true }) : result,
  }));
  return { ...answer, parcels };
}

/** The results of a bag cannot be read: its parcels may be handed over or not. */
function everyParcel(bag: JsonObject, entry: JsonObject = {}, error: CarrierError): BagAnswer {
  const parcels = givenList(bag['parcels']).map((parcel) => ({
    number: parcelNumberOf(parcel),
    result: withHint(error),
  }));
  return { bagNo: bagNumberOf(bag), raw: entry, parcels };
}

/** A parcel that was taken itself is not handed over where its bag or the whole request was refused. */
function refused(answer: BagAnswer, refusal: CarrierError): BagAnswer {
  const hint = `${DISPLAY_NAME} reports the parcel itself as taken. Check bag ${answer.bagNo} in the portal before you hand it over again.`;
  const error = refusal.with({ hint: [refusal.hint, hint].filter(Boolean).join(' ') });
  const parcels = answer.parcels.map(({ number, result }) => ({
    number,
    result: result instanceof CarrierError ? result : error,
  }));
  return { ...answer, parcels };
}

function withHint<Answer>(answer: Answer): Answer | CarrierError {
  const isLost = answer instanceof CarrierError && answer.kind === 'outcome-unknown';
  return isLost ? answer.with({ hint: IF_LOST }) : answer;
}

/** What the carrier said: its own data, and the same in neutral words. */
interface Told {
  raw: JsonObject;
  parcel: HandedOver;
}

interface Refusal {
  number: string;
  error: CarrierError;
}

/** One error for all parcels that were refused: the bag must not pass for a whole one. */
function together(refusals: readonly [Refusal, ...Refusal[]], total: number): CarrierError {
  const [{ error: first }] = refusals;
  const taken = total - refusals.length;
  if (taken === 0 && refusals.every(({ error }) => error.message === first.message)) return first;
  const named = refusals.slice(0, MOST_NAMED).map(({ number, error }) => `${number}: ${error.message}`);
  const more = refusals.length > MOST_NAMED ? `; and ${refusals.length - MOST_NAMED} more` : '';
  const isUnknown = refusals.some(({ error }) => error.kind === 'outcome-unknown');
  const codes = [...new Set(refusals.flatMap(({ error }) => error.code ?? []))].join(', ');
  return new CarrierError({
    kind: isUnknown ? 'outcome-unknown' : 'rejected',
    message: `${refusals.length} of ${total} parcels are not in the bag: ${named.join('; ')}${more}`,
    ...(isUnknown ? { hint: IF_LOST } : taken > 0 ? { hint: IF_PARTIAL } : {}),
    ...(taken > 0 ? { tookEffect: true } : {}),
    ...(codes === '' ? {} : { code: codes }),
  });
}

const MOST_NAMED = 10;
