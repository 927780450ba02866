import { CarrierError, jsonWithin, type ReplyContext } from '../http';
import { ACCOUNT_HINTS, accountRefusalIn } from './account-refusal';
import { isObject, textOf } from './json-value';
import { leavesOf } from './leaves';
import type { Vocabulary } from './refusal-words';

/**
 * Gateways and firewalls in front of a carrier refuse the account in forms of their own: a short text, or an object with a
 * message. Undefined for anything else.
 * @param said the reply or its text, which is in no form of the carrier's
 * @param more languages in which this carrier may answer
 * @returns for a write `outcome-unknown` when the server is busy: nobody knows whether it had begun
 */
export function gatewayRefusal(
  said: unknown,
  { intent }: Pick<ReplyContext, 'intent'>,
  ...more: readonly Vocabulary[]
): CarrierError | undefined {
  const words = wordsIn(typeof said === 'string' ? (jsonWithin(said) ?? said) : said);
  const ofAccount = accountRefusalIn(words, ...more);
  if (ofAccount === undefined) return undefined;
  const isOpen = intent === 'write' && ofAccount === 'unavailable';
  return new CarrierError({
    kind: isOpen ? 'outcome-unknown' : ofAccount,
    message: words.find((text) => accountRefusalIn([text], ...more) && /\p{L}/u.test(text)) ?? words.join(': '),
    hint: ACCOUNT_HINTS[ofAccount],
    ofAccount,
  });
}

/** The texts of a message. What is longer, or has more members, says something else. */
function wordsIn(said: unknown): string[] {
  if (typeof said === 'string') return said.length <= LONGEST ? [said.trim()] : [];
  const leaves = isObject(said) ? leavesOf(said) : [];
  if (leaves.length > MOST) return [];
  return leaves.flatMap(({ path, leaf }) => {
    const text = textOf(leaf);
    return text !== undefined && text.length <= LONGEST && NAMES.test(String(path.at(-1))) ? text : [];
  });
}

const LONGEST = 200;
const MOST = 12;
const NAMES = /(msg|message|err(or)?|code|desc(ription)?|detail|reason|info|title)$/i;
