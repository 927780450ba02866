export type CarrierErrorKind =
  | 'rejected'
  | 'not-found'
  | 'duplicate'
  | 'credentials'
  | 'rate-limited'
  | 'unavailable'
  | 'outcome-unknown'
  | 'invalid-reply';

/** A refusal that concerns the account or the rate, not one order. */
export type AccountRefusal = Extract<CarrierErrorKind, 'rate-limited' | 'unavailable' | 'credentials'>;

export interface CarrierErrorDetails {
  kind: CarrierErrorKind;
  /** Our sentence or the carrier's own text; for errors the carrier reported this is the carrier's text unchanged. */
  message: string;
  /** What the user can do, in English. */
  hint?: string;
  /** The carrier's code, as it wrote it. */
  code?: string;
  /** The carrier's own words, unchanged, when message is ours. */
  carrierText?: string;
  httpStatus?: number;
  retryAfterMs?: number;
  /** The call was refused whatever stands in it: no part of it would fare better. */
  ofWholeCall?: true;
  /** Nothing else that is sent for this account now would fare better, for this reason: the node stops sending. */
  ofAccount?: AccountRefusal;
  /** What was asked for is still being made: it may be there a little later. */
  notReady?: true;
  /** The write took effect but for this: sent again, it would be refused because of what it did. */
  tookEffect?: true;
  /** The run was over before this write was sent. */
  heldBack?: true;
  /** A link that could not be downloaded: kept so that nothing is lost. */
  link?: string;
}

/**
 * The one error of everything under carriers/. It never has a `cause`: the errors of the HTTP library hold the whole
 * request, and with it keys and addresses.
 */
export class CarrierError extends Error {
  override readonly name = 'CarrierError';
  declare readonly kind: CarrierErrorKind;
  declare readonly hint?: string;
  declare readonly code?: string;
  declare readonly carrierText?: string;
  declare readonly httpStatus?: number;
  declare readonly retryAfterMs?: number;
  declare readonly ofWholeCall?: true;
  declare readonly ofAccount?: AccountRefusal;
  declare readonly notReady?: true;
  declare readonly tookEffect?: true;
  declare readonly heldBack?: true;
  declare readonly link?: string;

  constructor({ message, ...facts }: CarrierErrorDetails) {
    super(message);
    Object.assign(this, facts);
  }

  /** The same error with other facts. */
  with(changes: Partial<CarrierErrorDetails>): CarrierError {
    return new CarrierError({
      ...Object.fromEntries(Object.entries(this)),
      kind: this.kind,
      message: this.message,
      ...changes,
    });
  }

  /** The same error with every text in it changed, for instance redacted. Of a text without end only the beginning stays. */
  withTexts(change: (text: string) => string): CarrierError {
    const shown = (text: string): string => beginning(change(text.slice(0, MOST_READ)));
    const { hint, code, carrierText, link } = this;
    const texts = {
      ...(hint === undefined ? {} : { hint: shown(hint) }),
      ...(code === undefined ? {} : { code: shown(code) }),
      ...(carrierText === undefined ? {} : { carrierText: shown(carrierText) }),
      ...(link === undefined ? {} : { link: shown(link) }),
    };
    return this.with({ message: shown(this.message), ...texts });
  }
}

/** Characters of a text that are looked at, and of those that are kept: every item may hold the same error. */
const MOST_READ = 64 * 1024;
const MOST_KEPT = 4000;

function beginning(text: string): string {
  return text.length <= MOST_KEPT ? text : `${text.slice(0, MOST_KEPT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
