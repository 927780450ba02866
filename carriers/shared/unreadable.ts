import { CarrierError, type CarrierErrorDetails, type ReplyContext } from '../http';

type Facts = Partial<Omit<CarrierErrorDetails, 'kind' | 'message'>>;

/** A reply that nobody can read leaves open whether a write took effect. */
export function unreadable(what: string, { carrier, intent }: ReplyContext, facts: Facts = {}): CarrierError {
  return new CarrierError({
    kind: intent === 'write' ? 'outcome-unknown' : 'invalid-reply',
    message: `${carrier}: ${what}.`,
    ...facts,
  });
}

/**
 * The error for a reply that no API sends: an empty one, or a web page. Undefined for any other.
 * @param setting of the credential that leads to a web page when it is wrong
 */
export function strangeReply(
  text: string,
  context: ReplyContext,
  setting: string,
  facts: Facts = {},
): CarrierError | undefined {
  if (text.trim() === '') return unreadable('The reply is empty', context, facts);
  if (!WEB_PAGE.test(text)) return undefined;
  const hint = `Check the ${setting} in the credential; a firewall or a maintenance page may also answer this way.`;
  return unreadable('A web page came instead of a reply', context, { hint, ...facts });
}

const WEB_PAGE = /^\s*<(!doctype html|html|head|body|title|h\d)\b/i;
