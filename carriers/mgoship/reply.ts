import { strangeReply, unreadable } from '#carriers/shared/unreadable';
import { CarrierError, errorOfStatus, type HttpReply, type ReplyContext as Call } from '../http';
import { explanationOf } from '#carriers/shared/explanation';
import { isObject, membersOf, objectOf, textOf, type JsonObject } from '#carriers/shared/json-value';

interface ReplyContext extends Call {
  /** The request, which no error repeats. */
  sent: unknown;
}

/**
 * The reply object of a call that succeeded: `status.code` is OK, whatever the HTTP status (`mgoship.md` 4).
 * @throws CarrierError `rejected` (HTTP 429: `rate-limited`) in the carrier's words; for a body without `status.code`,
 * that of the HTTP status, or `invalid-reply`. For a write `outcome-unknown`, when the reply leaves its effect open
 */
export function readReply(httpReply: HttpReply, context: ReplyContext): JsonObject {
  const reply = objectIn(httpReply);
  const code = statusCodeOf(reply);
  if (reply && code === 'OK') return reply;
  if (reply && code !== undefined) throw refusalOf(reply, code, httpReply, context);
  const what = reply ? 'The reply has no status.code' : 'The reply holds no JSON object';
  throw (
    errorOfStatus(httpReply, context) ?? strangeReply(httpReply, context, 'Environment') ?? unreadable(what, context)
  );
}

/** Tells the transport that an error status holds the carrier's own answer. */
export function isAnswer(httpReply: HttpReply): boolean {
  const code = statusCodeOf(objectIn(httpReply));
  return code !== undefined && !isRateLimit(code, httpReply);
}

/** `status.msg`, the carrier's own text. */
export function statusTextOf(reply: JsonObject, sent?: unknown): string | undefined {
  return explanationOf(objectOf(reply['status'])['msg'], sent);
}

/** A group of fields in `data`: an object in the samples, an "Array" in the tables (`mgoship.md` 9 no. 6). */
export function groupOf(value: unknown): JsonObject {
  return objectOf(membersOf(value, GROUPS)[0]);
}

/** Fields of `data` that hold objects or lists themselves (`mgoship.md` 5.2). */
const GROUPS: readonly string[] = ['consignee', 'declare', 'fee', 'order', 'route'];

function statusCodeOf(reply: JsonObject | undefined): string | undefined {
  return textOf(objectOf(reply?.['status'])['code']);
}

function objectIn(httpReply: HttpReply): JsonObject | undefined {
  const value = httpReply.json();
  return isObject(value) ? value : undefined;
}

/** Failure is ERROR (`mgoship.md` 4); any other code may be a success that is written in another way. */
const FAILURE = 'ERROR';

/** The refusal comes from whoever counts requests, and passes. */
function isRateLimit(code: string, { status }: HttpReply): boolean {
  return status === 429 && code === FAILURE;
}

/** There are no error codes and no list of texts (`mgoship.md` 4), so every refusal is of one kind. */
function refusalOf(reply: JsonObject, code: string, httpReply: HttpReply, context: ReplyContext): CarrierError {
  const { carrier, intent, sent } = context;
  const text = statusTextOf(reply, sent);
  const statusError = errorOfStatus(httpReply, context);
  const httpStatus = statusError ? { httpStatus: httpReply.status } : {};
  if (statusError && isRateLimit(code, httpReply)) {
    return statusError.with({ message: text ?? statusError.message, code });
  }
  if (intent === 'write' && code !== FAILURE) {
    const words = text === undefined ? {} : { carrierText: text };
    return unreadable('The reply says neither OK nor ERROR', context, { code, ...words, ...httpStatus });
  }
  return new CarrierError({
    kind: 'rejected',
    message: text ?? `${carrier} refused the request without giving a reason`,
    hint: `${carrier} has no error codes: its text is all there is to go by. If every operation is refused alike, check app ID, secret and signature template in the credential.`,
    code,
    ...httpStatus,
  });
}
