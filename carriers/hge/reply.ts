import { strangeReply, unreadable } from '#carriers/shared/unreadable';
import {
  CarrierError,
  errorOfStatus,
  type AccountRefusal,
  type CarrierErrorDetails,
  type HttpReply,
  type ReplyContext as Call,
} from '../http';
import { explanationOf } from '#carriers/shared/explanation';
import { firstOf, isObject, numberOf, opened, textOf, type JsonObject } from '#carriers/shared/json-value';
import { leavesOf } from '#carriers/shared/leaves';
import { ACCOUNT_HINTS, accountRefusalIn } from '#carriers/shared/account-refusal';
import { gatewayRefusal } from '#carriers/shared/gateway-refusal';
import { defined } from '#carriers/shared/defined';
import { verdictOf } from '#carriers/shared/verdict';
import { KOREAN, VIETNAMESE } from './refusal-words';
import { CHECK_AFTER_REDIRECT, CHECK_BEFORE_SENDING_AGAIN, RESULT_CODES, type Meaning } from './codes';

export interface ReplyContext extends Call {
  /** An object without any part of the envelope is taken for what was asked for. */
  anyForm: boolean;
  /** The body of the request, which no error repeats. */
  sent: unknown;
}

/**
 * The envelope of an answer (`hge.md` 3): `{ code, success, detail, data }`. Only HTTP 2xx with `success` true and
 * `code` 200 is a success, in whatever spelling; see `saysSuccess`.
 * @throws CarrierError in HGE's own words where it has any
 */
export function decodeReply(reply: HttpReply, context: ReplyContext): JsonObject {
  const body = reply.json();
  if (isObject(body) && isEnvelope(body, context)) {
    if (isSuccess(reply.status) && saysSuccess(body, context)) return body;
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

/**
 * Flag and code must both say so; what contradicts itself is no success. No code, or 0, says nothing: then the number of
 * what was made must be there, or what was asked for.
 */
function saysSuccess({ success, code, data }: JsonObject, { intent, sent }: ReplyContext): boolean {
  if (verdictOf(success) !== 'yes') return false;
  if (verdictOf(code) === 'yes') return true;
  if (textOf(code) !== undefined && numberOf(code) !== 0) return false;
  if (intent === 'write') return numbersIn(data, sent).length > 0;
  return leavesOf(opened(data)).some(({ leaf }) => typeof leaf !== 'boolean' && textOf(leaf) !== undefined);
}

/** Yes and no side by side: `success` against a code of the table, or a refusal against the number of what was made. */
function contradictsItself(body: JsonObject, { intent, sent }: ReplyContext): boolean {
  const flag = verdictOf(body['success']);
  const code = numberOf(body['code']);
  // A repeat is refused, whatever `success` is about.
  const isRefused = code !== undefined && code !== 301 && RESULT_CODES[code] !== undefined;
  return intent === 'write' && (flag === 'yes' ? isRefused : flag === 'no' && numbersIn(body['data'], sent).length > 0);
}

/**
 * Numbers that HGE gave: what `data` of a write looks like is not documented, so it is what is named as one, or stands
 * alone, and was not sent to it.
 */
export function numbersIn(data: unknown, sent: unknown): string[] {
  const own = new Set(leavesOf(sent).map(({ leaf }) => textOf(leaf)?.trim()));
  return leavesOf(opened(data)).flatMap(({ path, leaf }) => {
    const name = path.findLast((part) => typeof part === 'string') ?? 'num';
    const text = textOf(leaf)?.trim() ?? '';
    return NUMBER_NAME.test(name) && /^[\w-]+$/.test(text) && /[1-9]/.test(text) && !own.has(text) ? text : [];
  });
}

const NUMBER_NAME = /(num|number|_?no|waybill|tracking|awb|id)s?$/i;

function refusal(reply: HttpReply, body: JsonObject, context: ReplyContext): CarrierError {
  // "Succeeded" under an HTTP status that says otherwise explains nothing.
  const text = saysSuccess(body, context)
    ? undefined
    : explanationOf(firstOf(body, 'detail', 'msg', 'message'), context.sent);
  const code = textOf(body['code']);
  // Beside a code of its own a redirect is no result.
  const ofStatus = reply.status === 301 ? undefined : RESULT_CODES[reply.status];
  const meaning = RESULT_CODES[numberOf(code) ?? reply.status] ?? ofStatus;
  const ofAccount = meaning?.ofAccount ?? accountRefusalIn([code, text], KOREAN, VIETNAMESE);
  const facts = defined({ code, ofAccount, httpStatus: isSuccess(reply.status) ? undefined : reply.status });
  const words = text === undefined ? {} : { carrierText: text };
  if (contradictsItself(body, context)) {
    return unreadable('The reply says both success and refusal', context, {
      ...facts,
      ...words,
      ...hintIfLost(context),
    });
  }
  // A busy server that says neither may have begun.
  const isOpen = ofAccount === 'unavailable' && verdictOf(body['success']) !== 'no' && context.intent === 'write';
  const byTable = isOpen ? undefined : byMeaning(meaning, ofAccount, context);
  if (byTable) return new CarrierError({ ...byTable, message: text ?? byTable.message, ...facts });
  const statusError = errorOfStatus(reply, context);
  if (statusError) return statusError.with({ ...facts, message: text ?? statusError.message });
  if (verdictOf(body['success']) === 'no') {
    return new CarrierError({
      kind: 'rejected',
      message: text ?? `${context.carrier} refused the request without giving a reason`,
      ...facts,
    });
  }
  const said = code === undefined ? '' : ` (its code is ${code})`;
  return unreadable(`The reply says neither success nor refusal${said}`, context, {
    ...facts,
    ...words,
    ...hintIfLost(context),
  });
}

/** By the table of codes, or by words that refuse the account: those say more than the code, unless that leaves a write open. */
function byMeaning(
  meaning: Meaning | undefined,
  ofAccount: AccountRefusal | undefined,
  context: ReplyContext,
): CarrierErrorDetails | undefined {
  const kind = (context.intent === 'write' ? meaning?.kindOfWrite : undefined) ?? meaning?.kind;
  const isSure = kind !== 'duplicate' && (kind !== 'outcome-unknown' || ofAccount !== 'unavailable');
  if (ofAccount && isSure) {
    const hint = ofAccount === 'credentials' ? RESULT_CODES[401]?.hint : undefined;
    return {
      kind: ofAccount,
      message: meaning?.message ?? `${context.carrier} gave no reason`,
      hint: hint ?? ACCOUNT_HINTS[ofAccount],
    };
  }
  if (!meaning || !kind) return undefined;
  const hint = kind === 'outcome-unknown' ? CHECK_BEFORE_SENDING_AGAIN : hintOf(meaning, context);
  return { kind, message: meaning.message, ...(hint ? { hint } : {}) };
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
    const foreign = gatewayRefusal(reply.text(), context, KOREAN, VIETNAMESE);
    if (foreign) return foreign.kind === 'outcome-unknown' ? foreign.with(hint) : foreign;
    return (
      strangeReply(reply, context, 'Environment and Base URL', hint) ?? unreadable(`The reply ${what}`, context, hint)
    );
  }
  const hintOfCode = meaning && hintOf(meaning, context);
  const hints: Record<number, string | undefined> = {
    301: `${context.intent === 'write' ? CHECK_AFTER_REDIRECT : hintOfCode}${redirectNote(reply)}`,
    401: hintOfCode,
    404: 'Check the path: the known ones end in a slash, which is part of them. Then check Environment and Base URL in the credential.',
  };
  const hint = hints[reply.status] ?? statusError.hint;
  // Without an envelope nothing shows that it is HGE's own 301: what was written may have been carried out.
  const repeated = reply.status === 301 && context.intent === 'read';
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
