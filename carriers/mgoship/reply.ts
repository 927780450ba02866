import { ACCOUNT_HINTS, accountRefusalIn } from '#carriers/shared/account-refusal';
import { gatewayRefusal } from '#carriers/shared/gateway-refusal';
import { defined } from '#carriers/shared/defined';
import { verdictOf, type Verdict } from '#carriers/shared/verdict';
import { JAPANESE } from './refusal-words';
import { readable, strangeReply, unreadable } from '#carriers/shared/unreadable';
import { CarrierError, errorOfStatus, type AccountRefusal, type HttpReply, type ReplyContext as Call } from '../http';
import { explanationOf } from '#carriers/shared/explanation';
import { isObject, membersOf, objectOf, opened, textOf, type JsonObject } from '#carriers/shared/json-value';

interface ReplyContext extends Call {
  /** The request, which no error repeats. */
  sent: unknown;
  /** Looks for what a write made in `data`. A refusal beside it contradicts itself. */
  isMade?: IsMade | undefined;
}

export type IsMade = (data: unknown) => boolean;

/**
 * The reply object of a call that succeeded: `status.code` is OK, whatever the HTTP status and the spelling (`mgoship.md` 4).
 * @throws CarrierError in the carrier's words; for a body without `status.code`, that of the HTTP status, or
 * `invalid-reply`. For a write `outcome-unknown`, when the reply leaves its effect open
 */
export function readReply(httpReply: HttpReply, context: ReplyContext): JsonObject {
  const reply = objectIn(httpReply);
  const code = readable(context, () => statusCodeOf(reply));
  if (reply && codeVerdict(code) === 'yes') return reply;
  if (reply && code !== undefined) throw refusalOf(reply, code, httpReply, context);
  const what = reply ? 'The reply has no status.code' : 'The reply holds no JSON object';
  throw (
    errorOfStatus(httpReply, context) ??
    gatewayRefusal(httpReply.text(), context, JAPANESE) ??
    strangeReply(httpReply, context, 'Environment') ??
    unreadable(what, context)
  );
}

/** Tells the transport that an error status holds the carrier's own answer. */
export function isAnswer(httpReply: HttpReply): boolean {
  const code = statusCodeOf(objectIn(httpReply));
  return code !== undefined && !isRateLimit(code, httpReply);
}

/** `status.msg`, the carrier's own text. */
export function statusTextOf(reply: JsonObject, sent?: unknown): string | undefined {
  return explanationOf(objectOf(reply['status'])['msg'] ?? reply['msg'], sent);
}

/** A group of fields in `data`: an object in the samples, an "Array" in the tables (`mgoship.md` 9 no. 6). */
export function groupOf(value: unknown): JsonObject {
  return objectOf(membersOf(value, GROUPS)[0]);
}

/** Fields of `data` that hold objects or lists themselves (`mgoship.md` 5.2). */
export const GROUPS: readonly string[] = ['consignee', 'declare', 'fee', 'order', 'route'];

/** `status.code`, or what stands in place of the object. */
function statusCodeOf(reply: JsonObject | undefined): string | undefined {
  const status = reply?.['status'];
  return textOf(objectOf(status)['code']) ?? textOf(opened(status));
}

function objectIn(httpReply: HttpReply): JsonObject | undefined {
  const value = httpReply.json();
  return isObject(value) ? value : undefined;
}

/** Failure is ERROR (`mgoship.md` 4). Where codes are numbers, 0 may mean either. */
function codeVerdict(code: string | undefined): Verdict {
  return /^\s*0+\s*$/.test(code ?? '') ? 'unclear' : verdictOf(code);
}

/** The refusal comes from whoever counts requests, and passes. */
function isRateLimit(code: string, { status }: HttpReply): boolean {
  return status === 429 && codeVerdict(code) === 'no';
}

/** There are no error codes and no list of texts (`mgoship.md` 4): only refusals of the account are told by their words. */
function refusalOf(reply: JsonObject, code: string, httpReply: HttpReply, context: ReplyContext): CarrierError {
  const { carrier, intent, sent, isMade } = context;
  const text = statusTextOf(reply, sent);
  const statusError = errorOfStatus(httpReply, context);
  const httpStatus = statusError ? { httpStatus: httpReply.status } : {};
  if (statusError && isRateLimit(code, httpReply)) {
    return statusError.with({ message: text ?? statusError.message, code });
  }
  const verdict = codeVerdict(code);
  const ofAccount = accountRefusalIn([text], JAPANESE);
  const facts = { code, ...httpStatus, ...defined({ ofAccount }) };
  const open =
    verdict === 'no' ? isMade?.(reply['data']) === true : ofAccount === undefined || ofAccount === 'unavailable';
  if (open && (intent === 'write' || verdict !== 'no')) {
    const what = verdict === 'no' ? 'both OK and ERROR' : 'neither OK nor ERROR';
    return unreadable(`The reply says ${what}`, context, { ...facts, ...defined({ carrierText: text }) });
  }
  return new CarrierError({
    kind: ofAccount ?? 'rejected',
    message: text ?? `${carrier} refused the request without giving a reason`,
    hint: hintOf(carrier, ofAccount),
    ...facts,
  });
}

function hintOf(carrier: string, ofAccount: AccountRefusal | undefined): string {
  if (ofAccount === 'credentials')
    return `${carrier} does not accept the account: check app ID, secret and signature template in the credential.`;
  if (ofAccount) return ACCOUNT_HINTS[ofAccount];
  return `${carrier} has no codes for refusals: its text is all there is to go by. If every operation is refused alike, check app ID, secret and signature template in the credential.`;
}
