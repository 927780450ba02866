import { strangeReply, unreadable } from '#carriers/shared/unreadable';
import { CarrierError, errorOfStatus, type HttpReply, type ReplyContext as Call } from '../http';
import { explanationOf } from '#carriers/shared/explanation';
import { isObject, numberOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { CHECK_BEFORE_SENDING_AGAIN, RESULT_CODES, type Meaning } from './codes';

export interface ReplyContext extends Call {
  /** An object without any part of the envelope is taken for what was asked for. */
  anyForm: boolean;
  /** The body of the request, which no error repeats. */
  sent: unknown;
}

/**
 * The envelope of an answer (`hge.md` 3): `{ code, success, detail, data }`. Only HTTP 2xx with `success` true and
 * `code` 200 is a success; both may be written as text, and `success` as 1.
 * @throws CarrierError in HGE's own words where it has any
 */
export function decodeReply(reply: HttpReply, context: ReplyContext): JsonObject {
  const body = reply.json();
  if (isObject(body) && isEnvelope(body, context)) {
    if (isSuccess(reply.status) && saysSuccess(body)) return body;
    throw refusal(reply, body, context);
  }
  if (context.anyForm && isSuccess(reply.status) && isObject(body) && isContent(body)) return body;
  throw withoutEnvelope(reply, body, context);
}

function isContent(body: JsonObject): boolean {
  const names = Object.keys(body);
  return names.length > 0 && !['code', 'success', 'detail'].some((name) => names.includes(name));
}

/** Tells the transport that a server fault holds the result code of an answer, which asking again does not change. */
export function isAnswer(reply: HttpReply): boolean {
  const body = reply.json();
  return isObject(body) && [301, 400, 401].includes(numberOf(body['code']) ?? 0);
}

/** No error body is documented: an explanation alone is taken for one as well, as web frameworks answer 401 and 422. */
function isEnvelope(body: JsonObject, { sent }: ReplyContext): boolean {
  return (
    body['code'] !== undefined || body['success'] !== undefined || explanationOf(body['detail'], sent) !== undefined
  );
}

function saysSuccess(body: JsonObject): boolean {
  return successOf(body) === true && numberOf(body['code']) === 200;
}

const SUCCESS_WORDS = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

function successOf(body: JsonObject): boolean | undefined {
  return SUCCESS_WORDS.get(textOf(body['success']) ?? '');
}

function refusal(reply: HttpReply, body: JsonObject, context: ReplyContext): CarrierError {
  // "Succeeded" under an HTTP status that says otherwise explains nothing.
  const text = saysSuccess(body) ? undefined : explanationOf(body['detail'], context.sent);
  const code = textOf(body['code']);
  const meaning = RESULT_CODES[numberOf(code) ?? reply.status] ?? RESULT_CODES[reply.status];
  const facts = {
    ...(code === undefined ? {} : { code }),
    ...(isSuccess(reply.status) ? {} : { httpStatus: reply.status }),
  };
  if (meaning) {
    const kind = (context.intent === 'write' ? meaning.kindOfWrite : undefined) ?? meaning.kind;
    const hint = kind === 'outcome-unknown' ? CHECK_BEFORE_SENDING_AGAIN : hintOf(meaning, context);
    return new CarrierError({ kind, message: text ?? meaning.message, ...(hint ? { hint } : {}), ...facts });
  }
  const statusError = errorOfStatus(reply, context);
  if (statusError) return statusError.with({ ...facts, message: text ?? statusError.message });
  if (successOf(body) === false) {
    return new CarrierError({
      kind: 'rejected',
      message: text ?? `${context.carrier} refused the request without giving a reason`,
      ...facts,
    });
  }
  const said = code === undefined ? '' : ` (its code is ${code})`;
  const words = text === undefined ? {} : { carrierText: text };
  return unreadable(`The reply says neither success nor failure${said}`, context, { ...words, ...hintIfLost(context) });
}

function hintOf({ hint, hintOfRead = hint }: Meaning, { intent }: ReplyContext): string | undefined {
  return intent === 'read' ? hintOfRead : hint;
}

function withoutEnvelope(reply: HttpReply, body: unknown, context: ReplyContext): CarrierError {
  const meaning = RESULT_CODES[reply.status];
  const statusError = errorOfStatus(reply, context);
  if (!statusError) {
    const what = body === undefined ? 'is not valid JSON' : 'is not in the form that HGE documents';
    const hint = hintIfLost(context);
    return (
      strangeReply(reply, context, 'Environment and Base URL', hint) ?? unreadable(`The reply ${what}`, context, hint)
    );
  }
  const hintOfCode = meaning && hintOf(meaning, context);
  const hints: Record<number, string | undefined> = {
    301: `${hintOfCode ?? ''}${redirectNote(reply)}`,
    401: hintOfCode,
    404: 'Check the path: the known ones end in a slash, which is part of them. Then check Environment and Base URL in the credential.',
  };
  const hint = hints[reply.status] ?? statusError.hint;
  const repeated = reply.status === 301;
  return statusError.with({
    ...(repeated ? { kind: 'duplicate', message: meaning?.message ?? '' } : {}),
    ...(hint ? { hint } : {}),
  });
}

/** 301 is HGE's own code, but a gateway in front of it may mean a real redirect: the user is told of both. */
function redirectNote({ headers: { location } }: HttpReply): string {
  if (location === undefined) return '';
  const place = URL.canParse(location) ? ` to ${new URL(location).host}` : '';
  return ` The answer is also a web redirect${place}, which was not followed: if the Base URL in the credential is wrong (http instead of https, another host), nothing was submitted.`;
}

function hintIfLost({ intent }: ReplyContext): { hint?: string } {
  return intent === 'write' ? { hint: CHECK_BEFORE_SENDING_AGAIN } : {};
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
