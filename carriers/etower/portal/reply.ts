import { lookUp } from '#carriers/shared/lookup';
import { strangeReply, unreadable } from '#carriers/shared/unreadable';
import { CarrierError, errorOfStatus, parseJson, type CarrierErrorKind, type HttpReply } from '../../http';
import { firstOf, isObject, textOf, type JsonObject } from '../../json-value';
import { DISPLAY_NAME } from '../base-url';

export type Intent = 'read' | 'write';

/** `etower.md` A.4. The meanings stand in for the carrier's text where it gave none. */
const CODES: Readonly<Record<string, { kind: CarrierErrorKind; meaning: string; hint: string }>> = {
  '1001': {
    kind: 'rejected',
    meaning: 'A parameter is not valid (参数校验失败)',
    hint: "Check the fields against the carrier's manual.",
  },
  '1002': {
    kind: 'not-found',
    meaning: 'The order does not exist (订单不存在)',
    hint: 'Check the UUID; the order may be deleted.',
  },
  '1003': {
    kind: 'rejected',
    meaning: 'This session may not see the order (无权限访问该订单)',
    hint: 'A session sees the orders of its own shipper only. Use a session of the shipper who created the order.',
  },
  '1004': {
    kind: 'rejected',
    meaning: 'The UUID has the wrong format (订单UUID格式错误)',
    hint: 'A UUID has 32 hexadecimal digits in groups of 8-4-4-4-12.',
  },
};

/** How an expired session answers is not documented (A.2). */
const CHECK_SESSION =
  'The session may have expired: log in to the portal, copy the new session ID into the credential, and check its Base URL.';

/**
 * `data` of the envelope.
 * @throws CarrierError unless `success` is true and `code` is "0" (A.4)
 */
export function dataOf(reply: HttpReply, intent: Intent): unknown {
  const text = reply.text();
  const envelope = parsed(text);
  const statusError = errorOfStatus(reply, { carrier: DISPLAY_NAME, intent });
  if (statusError) throw explained(statusError, envelope);
  if (!isObject(envelope)) throw noEnvelope(text, intent);
  if (isSuccess(envelope)) return envelope['data'];
  throw refusalOf(envelope);
}

export function isSuccess(envelope: JsonObject): boolean {
  return envelope['success'] === true && textOf(envelope['code']) === '0';
}

/** The refusal that an envelope without success reports. */
export function refusalOf(envelope: JsonObject): CarrierError {
  const code = textOf(envelope['code']);
  const known = lookUp(CODES, code);
  const text = textsOf(envelope['errors']).join('; ') || textOf(envelope['message']);
  return new CarrierError({
    kind: known?.kind ?? 'rejected',
    message: text ?? known?.meaning ?? `${DISPLAY_NAME} refused the request without giving a reason`,
    hint: known
      ? `${text === undefined ? '' : `${known.meaning}. `}${known.hint}`
      : `If the request is right: ${CHECK_SESSION}`,
    ...(code === undefined ? {} : { code }),
  });
}

/** `errors`: the shape of its elements is not documented, so texts and objects are taken. */
export function textsOf(errors: unknown): string[] {
  return [errors].flat().flatMap((error: unknown) => {
    const text = isObject(error) ? textOf(firstOf(error, 'errorMessage', 'message', 'msg')) : textOf(error);
    return text ?? [];
  });
}

/** An answer that is no envelope; for a write it leaves open whether it took effect. */
export function noEnvelope(text: string, intent: Intent): CarrierError {
  const context = { carrier: DISPLAY_NAME, intent };
  const facts = { hint: CHECK_SESSION };
  return (
    strangeReply(text, context, 'Base URL', facts) ?? unreadable('The reply holds no valid JSON object', context, facts)
  );
}

/** A refusal by HTTP status in the portal's own words where it gives any, and what to do about the session. */
export function explained(error: CarrierError, envelope: unknown): CarrierError {
  const refusal = isObject(envelope) && 'success' in envelope ? refusalOf(envelope) : undefined;
  const isClients = error.kind === 'rejected' || (error.kind === 'invalid-reply' && (error.httpStatus ?? 0) >= 400);
  if (refusal && isClients) return refusal.with(error.httpStatus === undefined ? {} : { httpStatus: error.httpStatus });
  const words = refusal
    ? { carrierText: refusal.message, ...(refusal.code === undefined ? {} : { code: refusal.code }) }
    : {};
  const mayBeSession = error.kind === 'credentials' || (error.httpStatus ?? 0) < 400;
  return error.with({ ...words, ...(mayBeSession ? { hint: CHECK_SESSION } : {}) });
}

/** Undefined when it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
