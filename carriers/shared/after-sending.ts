import { CarrierError, type ReplyContext } from '../http';

/**
 * The one rule for what goes wrong after a request was sent, through which every error of a reader passes: a write is
 * known to have failed only where the carrier refused it. Whatever cannot be read or shaped, a mistake of ours too,
 * leaves open whether it took effect.
 * @param error anything that was thrown
 */
export function afterSending(error: unknown, { carrier, intent }: ReplyContext): CarrierError {
  const known = error instanceof CarrierError ? error : unexpected(error, carrier);
  return intent === 'write' && leavesOpen(known) ? known.with({ kind: 'outcome-unknown' }) : known;
}

/** By its name alone: the message of an error may quote what was read. */
function unexpected(error: unknown, carrier: string): CarrierError {
  const name = error instanceof Error ? error.name : typeof error;
  return new CarrierError({ kind: 'invalid-reply', message: `${carrier}: The reply cannot be read (${name}).` });
}

/** Not what the HTTP status says, which `errorOfStatus` has judged, nor a file behind a link. */
function leavesOpen({ kind, httpStatus, link, ofAccount, message, carrierText = '' }: CarrierError): boolean {
  if (kind === 'invalid-reply') return httpStatus === undefined && link === undefined;
  // Even with a flag of failure: the carrier gave up waiting for something that may go on.
  const isBusy = (kind === 'unavailable' || kind === 'rate-limited') && ofAccount === kind;
  return isBusy && TIMED_OUT.test(`${message} ${carrierText}`);
}

/** In the languages in which carriers answer; common wordings, none in a reference. */
const TIMED_OUT = /超[时時]|逾[时時]|time(?:d)?[ -]?out|시간\s*초과|타임\s*아웃|タイムアウト|(?:quá|hết) thời gian/i;
