import { gatewayRefusal } from '#carriers/shared/gateway-refusal';
import { lookUp } from '#carriers/shared/lookup';
import { readable, strangeReply, unreadable } from '#carriers/shared/unreadable';
import { errorOfStatus, type CarrierError, type HttpReply, type ReplyContext } from '../../http';
import {
  firstOf,
  isListOf,
  isObject,
  listOf,
  membersOf,
  objectAsIs,
  textOf,
  type JsonObject,
} from '#carriers/shared/json-value';
import { withTexts } from '#carriers/shared/texts-within';
import { DISPLAY_NAME } from '../account';
import { defined } from '#carriers/shared/defined';
import { verdictOf } from '#carriers/shared/verdict';
import { distinct, isProblem, problemsIn, problemsOf, refusal, type Problem } from './problems';

export type Intent = ReplyContext['intent'];

/** A reply of the integration API, opened (`etower.md` B.3). */
export interface Envelope {
  /** As the carrier sent it. */
  raw: unknown;
  status: Status;
  /** One per order. */
  entries: JsonObject[];
}

/** Fields that hold objects or lists: of the envelope, and of its entries (B.4). */
const ENVELOPE_FIELDS: readonly string[] = ['data', 'errors', 'warnings'];
const ENTRY_FIELDS: readonly string[] = [
  'destinations',
  'errors',
  'events',
  'labelContents',
  'order',
  'orderItems',
  'orderResults',
  'origins',
  'piecesResult',
  'serviceOptions',
  'warnings',
];

type Status = 'success' | 'failure' | 'partial' | 'unknown' | 'absent';

/** Every word of B.3, in lower case and without what stands between words. */
const STATUSES: Readonly<Record<string, Status>> = {
  success: 'success',
  succeeded: 'success',
  failure: 'failure',
  failed: 'failure',
  partialsuccess: 'partial',
};

/**
 * From the HTTP reply to the envelope; bare lists of the older paths (B.6) count as one without a status. What the
 * statuses mean for an order is for `failureOf` to judge.
 * @param hide replaces secrets, which the carrier could repeat
 * @throws CarrierError when the reply is no answer of the API, or refuses the request by its HTTP status
 */
export async function readEnvelope(
  reply: HttpReply,
  intent: Intent,
  hide: (text: string) => string,
): Promise<Envelope> {
  const context = { carrier: DISPLAY_NAME, intent };
  const raw = await withTexts(reply.json(), hide);
  const statusError = errorOfStatus(reply, context);
  if (statusError && !answersEachOrder(statusError, raw)) throw withCarriersWords(statusError, raw);
  if (raw === undefined) {
    throw (
      gatewayRefusal(reply.text(), context) ??
      strangeReply(reply, context, 'Region or Base URL') ??
      unreadable('The reply holds no valid JSON', context)
    );
  }
  const isBare = isListOf(raw, ENVELOPE_FIELDS);
  if (!isBare && !isObject(raw)) throw unreadable('The reply holds JSON, but no object', context);
  const { status, data, errors } = objectAsIs(raw);
  const foreign = !isBare && (status ?? data ?? errors) === undefined ? gatewayRefusal(raw, context) : undefined;
  if (foreign) throw foreign;
  return {
    raw,
    status: isBare ? 'absent' : statusOf(status),
    entries: readable(context, () => listOf(isBare ? raw : data, isBare ? ENVELOPE_FIELDS : ENTRY_FIELDS)),
  };
}

/** The part of a reply that has entries of its own, such as a bag. What it leaves unsaid of itself, the whole says. */
export function partOf(whole: Envelope, part: JsonObject, list: string): Envelope {
  const status = statusOf(part['status']);
  const isTold = status !== 'absent' || problemsOf(part).length > 0;
  return { ...(isTold ? { raw: part, status } : whole), entries: listOf(part[list], ENTRY_FIELDS) };
}

/**
 * The refusal of one entry, or undefined when it succeeded. Its own status decides, whatever the envelope says; only
 * where it has none does the envelope's, unless that is for some of the entries.
 */
export function failureOf(entry: JsonObject, envelope: Envelope, intent: Intent): CarrierError | undefined {
  if (listOf(entry['piecesResult']).length > MOST_PIECES) return tooMany('pieces of one order', intent);
  const own = statusOf(entry['status']);
  const problems = problemsOf(entry);
  const status = own !== 'absent' ? own : problems.length > 0 ? 'failure' : envelope.status;
  if (status === 'success') return failureOfPieces(entry) ?? contradictionIn(entry, intent);
  // A request refused as a whole may give its reason once, for all entries.
  if (status === 'failure') {
    const reasons = problems.length > 0 ? problems : problemsIn(objectAsIs(envelope.raw)['errors']);
    const made = listOf(entry['piecesResult']).filter(isMade);
    return made.length > 0 ? partial(made, reasons) : refusal(reasons);
  }
  if (own === 'partial') return partial(madeOf(entry), problems);
  return unreadable(
    status === 'absent' || status === 'partial'
      ? 'The reply does not say whether it succeeded'
      : `The reply has the unknown status "${textOf(entry['status']) ?? ''}"`,
    { carrier: DISPLAY_NAME, intent },
  );
}

/** Of one order. */
const MOST_PIECES = 5000;

/** More than anybody asked for: to look at each of them would keep n8n from everything else. */
export function tooMany(what: string, intent: Intent): CarrierError {
  return unreadable(`The reply holds too many ${what} to be read`, { carrier: DISPLAY_NAME, intent });
}

/** The refusal of the whole request, or undefined when the envelope reports none. */
export function failureOfEnvelope({ raw, status }: Envelope, intent: Intent): CarrierError | undefined {
  if (status === 'success' || status === 'partial') return undefined;
  const problems = problemsOf(objectAsIs(raw));
  if (status === 'failure' || problems.length > 0) return refusal(problems);
  if (status !== 'unknown') return undefined;
  return unreadable('The reply has an unknown status', { carrier: DISPLAY_NAME, intent });
}

/** Whether an entry of any endpoint says itself what became of it, in the way of those that are documented. */
export function isJudged(entry: JsonObject): boolean {
  const status = wordOf(entry['status']);
  if (status === 'absent') return problemsIn(entry['errors']).length > 0 || textOf(entry['errorCode']) !== undefined;
  return status !== 'unknown';
}

/** What the request as a whole reports, whatever its status: the reason where an order has no entry of its own. */
export function requestErrorOf({ raw }: Envelope): CarrierError | undefined {
  const problems = problemsIn(objectAsIs(raw)['errors']);
  return problems.length === 0 ? undefined : refusal(problems);
}

/** Texts of `warnings`: a list, a text, objects with a message or no more than a code, or null (B.3). */
export function warningsOf(entry: JsonObject): string[] {
  return problemsIn(entry['warnings']).flatMap(({ code, text }) => text ?? code ?? []);
}

/** A flag says the same as a word, in whatever spelling. */
function statusOf(value: unknown): Status {
  const word = wordOf(value);
  return word === 'unknown' ? OF_FLAG[verdictOf(value)] : word;
}

const OF_FLAG = { yes: 'success', no: 'failure', unclear: 'unknown' } as const;

function wordOf(value: unknown): Status {
  const text = textOf(value)
    ?.toLowerCase()
    .replace(/[\s_-]+/g, '');
  if (text === undefined) return 'absent';
  return lookUp(STATUSES, text) ?? 'unknown';
}

/** Success and errors side by side: which of them holds for a write is not for us to guess. */
function contradictionIn(entry: JsonObject, intent: Intent): CarrierError | undefined {
  const problems = problemsIn(entry['errors']).filter(isProblem);
  return intent === 'write' && problems.length > 0 ? contradiction(refusal(problems)) : undefined;
}

/** A refusal beside signs of success leaves open whether the write took effect. */
export function contradiction({ message, code }: CarrierError): CarrierError {
  const facts = { carrierText: message, ...(code === undefined ? {} : { code }) };
  return unreadable('The reply says both Success and Failure', { carrier: DISPLAY_NAME, intent: 'write' }, facts);
}

/** An order of several pieces of which some were refused must not pass for a whole one. */
function failureOfPieces(entry: JsonObject): CarrierError | undefined {
  const refused = listOf(entry['piecesResult']).filter(isRefused);
  return refused.length === 0 ? undefined : partial(madeOf(entry), refused.flatMap(problemsOf));
}

function isRefused(piece: JsonObject): boolean {
  return statusOf(piece['status']) === 'failure';
}

function isMade(piece: JsonObject): boolean {
  return statusOf(piece['status']) === 'success';
}

/** The order and its pieces without those that were refused. */
function madeOf(entry: JsonObject): JsonObject[] {
  return [entry, ...listOf(entry['piecesResult']).filter((piece) => !isRefused(piece))];
}

/** The numbers that the order and its pieces were given stand in the hint: they are shown nowhere else. */
function partial(made: readonly JsonObject[], problems: readonly Problem[]): CarrierError {
  const error = refusal(problems);
  const given = made.flatMap((part) => {
    const names = distinct([textOf(firstOf(part, 'referenceNo', 'orderId')), textOf(part['trackingNo'])]);
    return names.length === 0 ? [] : [names.join(' → ')];
  });
  const numbers = given.length === 0 ? '' : `: ${given.join(', ')}`;
  const hint = `Some pieces of this order exist at the carrier${numbers}. Look at it there before you send it again.`;
  return error.with({
    kind: 'rejected',
    message:
      problems.length === 0
        ? `Only a part succeeded; ${DISPLAY_NAME} named no reason`
        : `Only a part succeeded: ${error.message}`,
    hint: distinct([hint, error.hint]).join(' '),
  });
}

/** A 4xx whose envelope has a result for each order: that decides, as it does within HTTP 200. */
function answersEachOrder({ kind }: CarrierError, raw: unknown): boolean {
  if (kind !== 'rejected' && kind !== 'invalid-reply') return false;
  const entries = membersOf(objectAsIs(raw)['data'], ENTRY_FIELDS).map(objectAsIs);
  return entries.length > 0 && entries.every((entry) => !/absent|unknown/.test(statusOf(entry['status'])));
}

/** A 4xx may explain itself in the envelope's way; what a status means for a write stays as it is. */
function withCarriersWords(error: CarrierError, raw: unknown): CarrierError {
  const envelope = objectAsIs(raw);
  // Any server has code and message for an address that it does not know; only `errors` are eTower's.
  const isNoAddress = error.kind === 'invalid-reply';
  const problems = isNoAddress ? problemsIn(envelope['errors']) : problemsOf(envelope);
  if (problems.length === 0) return error;
  const words = refusal(problems);
  const { kind, message, hint, code, ofAccount } = words;
  const named = defined({ code, ofAccount });
  if (error.kind !== 'rejected' && !isNoAddress) return error.with({ ...named, carrierText: message });
  return error.with({ ...named, kind, message, ...(hint === undefined ? {} : { hint }) });
}
