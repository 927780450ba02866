import type { AccountRefusal, CarrierErrorKind } from '../http';
import { textOf, type JsonObject } from '#carriers/shared/json-value';

export interface Meaning {
  kind: CarrierErrorKind;
  /** Instead of `kind` when the request may have changed something. */
  kindOfWrite?: CarrierErrorKind;
  /** Only when HGE gives no text of its own. */
  message: string;
  hint?: string;
  /** Instead of `hint` when nothing was submitted. */
  hintOfRead?: string;
  /** Nothing else would pass either. */
  ofAccount?: AccountRefusal;
}

/**
 * `hge.md` 4. Whether these are HTTP statuses, values of `code` or both is not stated, so each is looked up by both.
 */
export const RESULT_CODES: Record<number, Meaning> = {
  301: {
    kind: 'duplicate',
    message: 'HGE says that this is a repeated request.',
    hint: 'Already submitted: HGE has had this request before (重复请求) and did not take it a second time. Use Order: Get to see what it has; sending it again changes nothing.',
    hintOfRead: 'HGE took this query for a repeat of an earlier one (重复请求). Wait a moment and run it again.',
  },
  400: { kind: 'rejected', message: 'HGE says that the data sent to it are wrong.' },
  401: {
    kind: 'credentials',
    message: 'HGE did not accept the credentials.',
    hint: 'Check three things in the credential: API Key, API Secret and API Token. They belong to one environment (Test or Production). If all three are right: the clock of this server must be right, because the time is signed; and the option Also Send Authorization Header may be needed.',
    ofAccount: 'credentials',
  },
  500: {
    kind: 'unavailable',
    kindOfWrite: 'outcome-unknown',
    message: 'HGE could not finish the request, because its server has a fault.',
    hint: 'Try again later.',
  },
};

/** What the sender of a write is told when nobody knows whether it took effect. */
export const CHECK_BEFORE_SENDING_AGAIN =
  "Check at HGE whether this was carried out. Look in HGE's portal, or use Order: Get, before you run it again.";

/** HTTP 301 without an answer of HGE's: what it says of a write is not known. */
export const CHECK_AFTER_REDIRECT = `${CHECK_BEFORE_SENDING_AGAIN} HGE also answers 301 to a repeated request (重复请求), which it does not take a second time.`;

/** The same with the number by which to look for what was sent. */
export function checkByNumber(body: JsonObject, name: 'customer_order_num' | 'reference_num'): string {
  const number = textOf(body[name]);
  return number === undefined ? CHECK_BEFORE_SENDING_AGAIN : `${CHECK_BEFORE_SENDING_AGAIN} Its ${name} is ${number}.`;
}
