import type { AccountRefusal, CarrierErrorKind } from '../http';
import { ACCOUNT_HINTS } from '#carriers/shared/account-refusal';

export interface CodeMeaning {
  kind: CarrierErrorKind;
  hint: string;
  /** Says nothing of the orders or numbers in the call. */
  ofWholeCall?: true;
  /** Says that nothing else would pass either. */
  ofAccount?: AccountRefusal;
}

const CHECK_CREDENTIALS =
  'Check App Token and App Key in the credential: the carrier issues the pair in its customer portal (API settings), and it belongs to one host.';

/** `eccang.md` 1.6. The vendor's full list is not public; a code that is not here is `rejected`. */
export const ERROR_CODES: Record<string, CodeMeaning> = {
  '50001': { kind: 'credentials', hint: CHECK_CREDENTIALS, ofAccount: 'credentials' },
  '50002': { kind: 'credentials', hint: 'App Token is empty in the credential.', ofAccount: 'credentials' },
  '50003': { kind: 'credentials', hint: 'App Key is empty in the credential.', ofAccount: 'credentials' },
  '50004': { kind: 'rejected', hint: 'No service was named.', ofWholeCall: true },
  '50005': {
    kind: 'rejected',
    hint: 'This carrier does not offer the service. Names are case-sensitive; ask the carrier which it has.',
    ofWholeCall: true,
  },
  '50006': { kind: 'rejected', hint: 'The carrier could not read the parameters as JSON.', ofWholeCall: true },
  '5000': { kind: 'rejected', hint: 'A mandatory field is empty, or the order does not exist.' },
  '50010': { kind: 'not-found', hint: 'Check the number; it may belong to another account.' },
  '50016': { kind: 'rejected', hint: 'The number is empty.' },
  '50048': {
    kind: 'rejected',
    hint: 'The message lists all that is wrong with the order or address, separated by ";".',
  },
  ORDER_REFER_ISEXISTS: {
    kind: 'duplicate',
    hint: 'An order with this reference exists already. Set the option "If Reference Exists" to return it.',
  },
};

/** Refusals of the account by their words (`refusal-words.ts`): `eccang.md` has a code for none but the credentials. */
export const ACCOUNT_REFUSALS: Record<AccountRefusal, CodeMeaning> = {
  'rate-limited': meaningOf('rate-limited', ACCOUNT_HINTS['rate-limited']),
  unavailable: meaningOf('unavailable', ACCOUNT_HINTS.unavailable),
  credentials: meaningOf('credentials', `${CHECK_CREDENTIALS} The carrier may also allow known addresses only.`),
};

function meaningOf(ofAccount: AccountRefusal, hint: string): CodeMeaning {
  return { kind: ofAccount, hint, ofAccount };
}

/** Said with ORDER_REFER_ISEXISTS, and where codes may be empty (`eccang.md` 1.4 no. 8), without it. */
export const REFERENCE_EXISTS = '参考单号已存在';

/** Said with code 5000 and also without any code (`eccang.md` 1.4 no. 4, 3.8), or with the number inside (`huahan.md` 3.17). */
export const ORDER_DOES_NOT_EXIST = /订单(号[\w-]*)?不存在/;
