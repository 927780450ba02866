import { CarrierError, type CarrierErrorDetails, type HttpReply, type ReplyContext } from '../http';
import { CHECK_FIRST } from './after-sending';

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
 * What a reader makes of a part of a reply.
 * @throws CarrierError what the reader throws; for a write `outcome-unknown` when the part cannot be read
 */
export function readable<T>({ intent }: Pick<ReplyContext, 'intent'>, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw intent === 'write' && error instanceof CarrierError ? error.with({ kind: 'outcome-unknown' }) : error;
  }
}

/**
 * The same where a reply holds several: one that cannot be read is an error of its own, and the others are answers.
 */
export function orUnreadable<T>(read: () => T): T | CarrierError {
  try {
    return read();
  } catch (error) {
    if (error instanceof CarrierError) return error;
    throw error;
  }
}

/**
 * The error for a reply that no API sends: none at all, bytes that are no text, or a web page. Undefined for any other.
 * @param setting of the credential that leads to a web page when it is wrong
 */
export function strangeReply(
  reply: Pick<HttpReply, 'content'>,
  context: ReplyContext,
  setting: string,
  facts: Facts = {},
): CarrierError | undefined {
  let text: string;
  try {
    text = reply.content();
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'cannot be read';
    return unreadable(`The reply ${why}`, context, facts);
  }
  if (text.trim() === '') return unreadable('The reply is empty', context, facts);
  if (!WEB_PAGE.test(text)) return undefined;
  const where = `Check the ${setting} in the credential; a firewall or a maintenance page may also answer this way.`;
  const hint = context.intent === 'write' ? `${CHECK_FIRST} ${where}` : where;
  return unreadable('A web page came instead of a reply', context, { hint, ...facts });
}

const WEB_PAGE = /^\s*<(!doctype html|html|head|body|title|h\d)\b/i;
