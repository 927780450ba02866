import { CarrierError, type ReplyContext } from '../http';
import { ACCOUNT_HINTS } from './account-refusal';

/** What to do about an outcome that is not known, where a carrier's room has nothing better to say. */
export const CHECK_FIRST = 'Check at the carrier whether it was carried out before you run this again.';

/**
 * The one rule for what goes wrong after a request was sent, through which every error of a reader passes: a write is
 * known to have failed only where the carrier refused it. Whatever cannot be read or shaped, a mistake of ours too,
 * leaves open whether it took effect.
 * @param error anything that was thrown
 */
export function afterSending(error: unknown, { carrier, intent }: ReplyContext): CarrierError {
  const known = error instanceof CarrierError ? error : unexpected(error, carrier);
  if (intent === 'read') return known;
  if (known.kind === 'outcome-unknown') return withoutAdvice(known);
  if (known.kind === 'invalid-reply') return isJudged(known) ? known : known.with({ kind: 'outcome-unknown' });
  return saysTimedOut(known) ? known.with({ kind: 'outcome-unknown', hint: CHECK_FIRST }) : known;
}

/** By its name alone: the message of an error may quote what was read. */
function unexpected(error: unknown, carrier: string): CarrierError {
  const name = error instanceof Error ? error.name : typeof error;
  return new CarrierError({ kind: 'invalid-reply', message: `${carrier}: The reply cannot be read (${name}).` });
}

/** By the HTTP status, in `errorOfStatus`; or it is about a file behind a link. */
function isJudged({ httpStatus, link }: CarrierError): boolean {
  return httpStatus !== undefined || link !== undefined;
}

/** A busy carrier that may have begun: to run it again later would do it twice. */
function withoutAdvice(error: CarrierError): CarrierError {
  return error.hint === ACCOUNT_HINTS.unavailable ? error.with({ hint: CHECK_FIRST }) : error;
}

/** Even with a flag of failure: the carrier gave up waiting for something that may go on. */
function saysTimedOut({ kind, message, carrierText = '' }: CarrierError): boolean {
  return (kind === 'unavailable' || kind === 'rate-limited') && TIMED_OUT.test(`${message} ${carrierText}`);
}

/** In the languages in which carriers answer; common wordings, none in a reference. */
const TIMED_OUT = /超[时時]|逾[时時]|time(?:d)?[ -]?out|시간이?\s*초과|타임\s*아웃|タイムアウト|(?:quá|hết) thời gian/i;
