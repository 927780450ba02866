import { defined } from '#carriers/shared/defined';
import { gatewayRefusal } from '#carriers/shared/gateway-refusal';
import { lookUp } from '#carriers/shared/lookup';
import { strangeReply, unreadable } from '#carriers/shared/unreadable';
import {
  CarrierError,
  inSlices,
  readingAnswer,
  type CarrierErrorKind,
  type HttpReply,
  type Reading,
  type ReplyContext as Call,
  type Steps,
} from '../http';
import { isObject, membersOf, objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import { readingEnvelope, type EnvelopeContent } from './envelope-reader';
import { accountRefusalIn } from '#carriers/shared/account-refusal';
import { verdictOf } from '#carriers/shared/verdict';
import { ACCOUNT_REFUSALS, ERROR_CODES, ORDER_DOES_NOT_EXIST, REFERENCE_EXISTS, type CodeMeaning } from './codes';

export interface ReplyContext extends Call {
  /** The text of a reply that cannot be read may be shown: it holds no personal data. */
  quotable?: boolean;
}

/**
 * From the bytes to the reply object, whatever its shape (`eccang.md` 1.4).
 * It does not judge `ask`: see `failureOf`.
 * @throws CarrierError `invalid-reply`, or `outcome-unknown` for a write, whose effect such a reply leaves open
 */
export async function decodeReply(
  httpReply: Pick<HttpReply, 'content' | 'tell'>,
  context: ReplyContext,
): Promise<JsonObject> {
  const strange = strangeReply(httpReply, context, 'Base URL');
  if (strange) throw strange;
  const { value: reply, notices: printed } = await inSlices(reading(httpReply, context), httpReply.content().length);
  if (printed.length > 0) httpReply.tell(printed);
  if (!isObject(reply)) throw unreadable('The reply holds JSON, but no object', context);
  return reply;
}

/** The carrier's refusal, or undefined when the reply reports success. Also judges one entry of a batch. */
export function failureOf(reply: JsonObject, context: ReplyContext): CarrierError | undefined {
  const ask = verdictOf(reply['ask']);
  const hasProblem = hasError(reply);
  if (ask === 'yes') return hasProblem && context.intent === 'write' ? contradiction(reply, context) : undefined;
  const refusal = refusalOf(reply, context);
  const isTold = ask === 'no' || refusal.ofAccount !== undefined || (hasProblem && refusal.code !== undefined);
  if (!isTold) {
    const neither = unreadable('The reply says neither Success nor Failure', context, wordsOf(reply));
    return gatewayRefusal(reply, context) ?? neither;
  }
  // A busy server that says neither Success nor Failure may have begun.
  const isOpen = ask === 'unclear' && refusal.kind === 'unavailable' && context.intent === 'write';
  return isOpen ? refusal.with({ kind: 'outcome-unknown' }) : refusal;
}

/** Success and an error side by side: which of them holds for a write is not for us to guess. */
export function contradiction(reply: JsonObject, context: ReplyContext): CarrierError {
  return unreadable('The reply says both Success and Failure', context, wordsOf(reply));
}

function wordsOf(reply: JsonObject): { carrierText?: string; code?: string } {
  return defined({ carrierText: errorTextOf(reply), code: errorCodeOf(reply) });
}

/**
 * The refusal of one entry of a batch read, by its own `ask` or else by what `Error` says. Most entries have neither, and
 * a bare `message` may say anything.
 */
export function refusalIn(entry: JsonObject, context: ReplyContext): CarrierError | undefined {
  const ask = verdictOf(entry['ask']);
  return ask === 'no' || (ask === 'unclear' && hasError(entry)) ? refusalOf(entry, context) : undefined;
}

/** A code of nothing but zeros says that all is well, as the `Error_code` of getCargoTrackPdd does (`huahan.md` 4.2). */
function hasError(entry: JsonObject): boolean {
  const code = errorCodeOf(entry);
  if (code !== undefined) return !/^0+$/.test(code) && verdictOf(code) !== 'yes';
  return errorTextsOf(entry).some((text) => verdictOf(text) !== 'yes');
}

function refusalOf(reply: JsonObject, context: ReplyContext): CarrierError {
  const code = errorCodeOf(reply);
  const text = errorTextOf(reply);
  const meaning = meaningOf(reply);
  return new CarrierError({
    kind: meaning.kind,
    message: text ?? `${context.carrier} refused the request without giving a reason`,
    ...defined({ hint: meaning.hint, code, ofAccount: meaning.ofAccount }),
    ...(knownMeanings(code).some(({ ofWholeCall }) => ofWholeCall) ? { ofWholeCall: true } : {}),
  });
}

/** `message` plus the texts of `Error`: the carrier says that only together they are the whole message (`huahan.md` 1). */
function errorTextOf(reply: JsonObject): string | undefined {
  const message = textOf(reply['message']);
  const parts = [...(message === undefined ? [] : [message]), ...errorTextsOf(reply)];
  return parts.length > 0 ? [...new Set(parts)].join(': ') : undefined;
}

/** The texts of `Error` one by one: it is an object, a list of them (`eccang.md` 1.4 nos. 1, 3, 7), or a text. */
export function errorTextsOf(reply: JsonObject): string[] {
  return errorsIn(reply).flatMap((error) => {
    const texts = isObject(error) ? ['errMessage', 'cnMessage', 'enMessage'].map((name) => error[name]) : [error];
    return texts.flatMap((text) => textOf(text) ?? []);
  });
}

/** The first of them: nobody reads more, and an error holds them all. */
function errorsIn(reply: JsonObject): unknown[] {
  return membersOf(reply['Error']).slice(0, MOST_ERRORS);
}

const MOST_ERRORS = 50;

/** Several codes may come joined by ", " (`eccang.md` 1.4 no. 8). */
export function codesOf(code: string | undefined): string[] {
  return (code ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** All of them, joined in the carrier's own way. */
export function errorCodeOf(reply: JsonObject): string | undefined {
  const given = [...errorsIn(reply).map((error) => objectAsIs(error)['errCode']), reply['err_code']];
  const codes = given.flatMap((code) => codesOf(textOf(code)));
  return codes.length > 0 ? [...new Set(codes)].join(', ') : undefined;
}

function knownMeanings(code: string | undefined): CodeMeaning[] {
  return codesOf(code).flatMap((each) => lookUp(ERROR_CODES, each) ?? []);
}

type Meaning = Pick<CodeMeaning, 'kind' | 'ofAccount'> & { hint?: string };

/** Of several meanings the first of these kinds counts: each says more than the ones after it. */
const TELLING: readonly CarrierErrorKind[] = [
  'duplicate',
  'rate-limited',
  'unavailable',
  'credentials',
  'not-found',
  'rejected',
];

function meaningOf(reply: JsonObject): Meaning {
  const code = errorCodeOf(reply);
  const texts = errorTextsOf(reply);
  const text = errorTextOf(reply);
  // The texts of `Error` say more than the message above them.
  const ofAccount = accountRefusalIn([...codesOf(code), [...texts, textOf(reply['message']) ?? ''].join('\n')]);
  const meanings: (Meaning | undefined)[] = [
    text !== undefined && ORDER_DOES_NOT_EXIST.test(text)
      ? { kind: 'not-found', hint: 'Check the number and its type; it may belong to another account.' }
      : undefined,
    text?.includes(REFERENCE_EXISTS) ? ERROR_CODES['ORDER_REFER_ISEXISTS'] : undefined,
    ...knownMeanings(code),
    ofAccount && ACCOUNT_REFUSALS[ofAccount],
  ];
  return TELLING.flatMap((kind) => meanings.find((meaning) => meaning?.kind === kind) ?? [])[0] ?? { kind: 'rejected' };
}

/** In one go from the envelope to the value: of several long replies one is in memory as a text. */
function* reading(httpReply: Pick<HttpReply, 'content'>, context: ReplyContext): Steps<Reading> {
  const content = yield* opening(httpReply, context);
  if ('fault' in content) throw faultError(content.fault, context);
  const answer = yield* parsing(content.response, context);
  return { ...answer, notices: [...content.notices, ...answer.notices] };
}

function* opening(httpReply: Pick<HttpReply, 'content'>, context: ReplyContext): Steps<EnvelopeContent> {
  try {
    return yield* readingEnvelope(httpReply.content());
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown cause';
    throw gatewayRefusal(httpReply.content(), context) ?? unreadable(`The reply cannot be read: ${why}`, context);
  }
}

function* parsing(response: string, context: ReplyContext): Steps<Reading> {
  if (response.trim() === '') throw unreadable('The reply is empty', context);
  const reading = yield* readingAnswer(response);
  if (reading.value !== undefined) return reading;
  if (reading.limit !== undefined) throw unreadable(`The reply cannot be read: it is ${reading.limit}`, context);
  const error = gatewayRefusal(response, context) ?? unreadable('The reply holds no valid JSON', context);
  throw context.quotable && error.ofAccount === undefined ? quoting(error, response) : error;
}

/** The carrier's text as it came, so that nothing is lost. */
export function quoting({ kind, message }: CarrierError, text: string): CarrierError {
  return new CarrierError({ kind, message, carrierText: text });
}

function faultError({ code, text }: { code?: string; text: string }, context: ReplyContext): CarrierError {
  const ofAccount = accountRefusalIn([text]);
  // A fault blamed on the caller was raised before the service ran; any other may come from half-done work.
  const refused = /client|sender/i.test(code ?? '') || (ofAccount !== undefined && ofAccount !== 'unavailable');
  const kind = refused ? (ofAccount ?? 'rejected') : context.intent === 'write' ? 'outcome-unknown' : 'unavailable';
  const hint = kind === ofAccount ? ACCOUNT_REFUSALS[ofAccount].hint : undefined;
  return new CarrierError({
    kind,
    message: text,
    ...defined({ code, hint, ofAccount }),
    ...(refused ? { ofWholeCall: true } : {}),
  });
}
