import { gatewayRefusal } from '#carriers/shared/gateway-refusal';
import { lookUp } from '#carriers/shared/lookup';
import { ACCOUNT_HINTS, accountRefusalIn } from '#carriers/shared/account-refusal';
import { defined } from '#carriers/shared/defined';
import { verdictOf, verdictOfAll, type Verdict } from '#carriers/shared/verdict';
import { strangeReply, unreadable } from '#carriers/shared/unreadable';
import { CarrierError, errorOfStatus, type HttpReply } from '../../http';
import { firstOf, isObject, membersOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { DISPLAY_NAME } from '../account';
import { CODES } from './codes';

export type Intent = 'read' | 'write';

/** How an expired session answers is not documented (A.2). */
const CHECK_SESSION =
  'The session may have expired: log in to the portal, copy the new session ID into the credential, and check its Base URL.';

/**
 * `data` of the envelope.
 * @throws CarrierError unless `success` is true and `code` is "0" (A.4)
 */
export function dataOf(reply: HttpReply, intent: Intent): unknown {
  const envelope = reply.json();
  const statusError = errorOfStatus(reply, { carrier: DISPLAY_NAME, intent });
  if (statusError) throw explained(statusError, envelope);
  if (!isObject(envelope)) throw noEnvelope(reply, intent);
  if (isSuccess(envelope)) return envelope['data'];
  const foreign = envelope['success'] === undefined ? foreignRefusal(envelope, intent) : undefined;
  throw foreign ?? refusalOf(envelope, intent);
}

/** A gateway's; what it says of the account is about the session. */
function foreignRefusal(said: unknown, intent: Intent): CarrierError | undefined {
  const refusal = gatewayRefusal(said, { intent });
  return refusal?.ofAccount === 'credentials' ? refusal.with({ hint: CHECK_SESSION }) : refusal;
}

/** Flag and code must both say so, in whatever spelling. */
export function isSuccess(envelope: JsonObject): boolean {
  return verdictOf(envelope['success']) === 'yes' && codeVerdict(envelope) === 'yes';
}

/** "0" is success, any other one a refusal. */
function codeVerdict({ code }: JsonObject): Verdict {
  if (textOf(code) === undefined) return 'unclear';
  return /^\s*0+(\.0+)?\s*$/.test(textOf(code) ?? '') || verdictOf(code) === 'yes' ? 'yes' : 'no';
}

/** The refusal that an envelope without success reports. For a write it leaves open what it contradicts itself about. */
export function refusalOf(envelope: JsonObject, intent: Intent): CarrierError {
  const code = textOf(envelope['code']);
  const known = lookUp(CODES, code?.trim());
  const text = textsOf(envelope['errors']).join('; ') || textOf(firstOf(envelope, 'message', 'msg'));
  const ofAccount = known ? undefined : accountRefusalIn([code, text]);
  const isOpen = verdictOfAll(verdictOf(envelope['success']), codeVerdict(envelope)) !== 'no';
  if (intent === 'write' && isOpen && ofAccount === undefined && verdictOf(envelope['success']) !== 'no') {
    const facts = defined({ code, carrierText: text });
    return unreadable('The reply says neither success nor refusal', { carrier: DISPLAY_NAME, intent }, facts);
  }
  const hint =
    ofAccount && ofAccount !== 'credentials' ? ACCOUNT_HINTS[ofAccount] : `If the request is right: ${CHECK_SESSION}`;
  return new CarrierError({
    kind: known?.kind ?? ofAccount ?? 'rejected',
    message: text ?? known?.meaning ?? `${DISPLAY_NAME} refused the request without giving a reason`,
    hint: known ? `${text === undefined ? '' : `${known.meaning}. `}${known.hint}` : hint,
    ...defined({ code, ofAccount }),
  });
}

/** `errors`: the shape of its elements is not documented, so texts and objects are taken. */
export function textsOf(errors: unknown): string[] {
  return membersOf(errors)
    .slice(0, MOST_ERRORS)
    .flatMap((error) => {
      const text = isObject(error) ? textOf(firstOf(error, 'errorMessage', 'message', 'msg')) : textOf(error);
      return text ?? [];
    });
}

/** Nobody reads more. */
const MOST_ERRORS = 50;

/** An answer that is no envelope; for a write it leaves open whether it took effect. */
export function noEnvelope(reply: HttpReply, intent: Intent): CarrierError {
  const context = { carrier: DISPLAY_NAME, intent };
  const facts = { hint: CHECK_SESSION };
  return (
    foreignRefusal(reply.text(), intent) ??
    strangeReply(reply, context, 'Base URL', facts) ??
    unreadable('The reply holds no valid JSON object', context, facts)
  );
}

/** A refusal by HTTP status in the portal's own words where it gives any, and what to do about the session. */
export function explained(error: CarrierError, envelope: unknown): CarrierError {
  const refusal = isObject(envelope) && 'success' in envelope ? refusalOf(envelope, 'read') : undefined;
  const isClients = error.kind === 'rejected' || (error.kind === 'invalid-reply' && (error.httpStatus ?? 0) >= 400);
  if (refusal && isClients) return refusal.with(error.httpStatus === undefined ? {} : { httpStatus: error.httpStatus });
  const words = refusal
    ? { carrierText: refusal.message, ...(refusal.code === undefined ? {} : { code: refusal.code }) }
    : {};
  const mayBeSession = error.kind === 'credentials' || (error.httpStatus ?? 0) < 400;
  return error.with({ ...words, ...(mayBeSession ? { hint: CHECK_SESSION } : {}) });
}
