import { CarrierError, type AccountRefusal, type CarrierErrorDetails, type CarrierErrorKind } from './carrier-error';
import type { HttpReply, SendOptions } from './exchange';
import { retryAfterMs } from './retry';

/** Of which call a reply is. */
export interface ReplyContext {
  /** Display name, for messages. */
  carrier: string;
  intent: SendOptions['intent'];
}

/** What a reply shows without being decoded. */
type Shown = Pick<HttpReply, 'status' | 'headers' | 'body' | 'text'>;

/**
 * CarrierError for an HTTP status that is no success (3xx, 4xx, 5xx) with `httpStatus`, and `retryAfterMs` if the
 * carrier named a time; undefined for 2xx. The message is ours; `carrierText` is a short reply in plain text, if it was one.
 */
export function errorOfStatus(reply: Shown, context: ReplyContext): CarrierError | undefined {
  const succeeded = reply.status >= 200 && reply.status < 300;
  return succeeded ? undefined : new CarrierError(detailsOfStatus(reply, context, Date.now()));
}

export function detailsOfStatus(reply: Shown, { carrier, intent }: ReplyContext, now: number): CarrierErrorDetails {
  const { kind, message, hint, ofAccount } = rowOf(reply.status);
  const wait = retryAfterMs(reply, now);
  const words = excerpt(reply);
  const isOpen = intent === 'write' && leavesOpen(reply.status);
  return {
    ...(isOpen
      ? {
          kind: 'outcome-unknown',
          message: isRedirect(reply.status) ? fill(message) : `${carrier} answered HTTP ${reply.status}.`,
          hint: `Check at ${carrier} whether it was carried out before you run this again.`,
        }
      : { kind, message: fill(message), hint: fill(hint) }),
    httpStatus: reply.status,
    ...(ofAccount === undefined ? {} : { ofAccount }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    ...(words === undefined ? {} : { carrierText: words }),
  };

  function fill(text: string): string {
    const place = hostOf(reply.headers.location);
    return text
      .replaceAll('{carrier}', carrier)
      .replaceAll('{status}', String(reply.status))
      .replaceAll('{place}', place === undefined ? '' : ` to ${place}`)
      .replaceAll('{wait}', wait === undefined ? '' : ` and asks to wait ${Math.ceil(wait / 1000)} s`);
  }
}

/** Servers answer 301 to 303 also after they have done what was asked; 307 and 308 ask for it to be sent elsewhere. */
function leavesOpen(status: number): boolean {
  const isAnswered = (status >= 400 && status < 500 && status !== 408) || status === 307 || status === 308;
  return !isAnswered;
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

interface Row {
  from: number;
  to: number;
  kind: CarrierErrorKind;
  message: string;
  hint: string;
  ofAccount?: AccountRefusal;
}

/** The first row that fits counts. Placeholders are filled above. */
const ROWS: readonly Row[] = [
  {
    from: 300,
    to: 399,
    kind: 'invalid-reply',
    message: '{carrier} answered HTTP {status} with a redirect{place}, which is not followed.',
    hint: 'Check the Base URL in the credential: http or https, and the host name.',
  },
  {
    from: 401,
    to: 401,
    kind: 'credentials',
    message: '{carrier} did not accept the credentials (HTTP {status}).',
    hint: 'Check the keys in the credential.',
    ofAccount: 'credentials',
  },
  {
    from: 403,
    to: 403,
    kind: 'credentials',
    message: '{carrier} does not allow this (HTTP {status}).',
    hint: 'Check the keys in the credential, and ask {carrier} whether the account and the address of this server are allowed.',
  },
  {
    from: 404,
    to: 404,
    kind: 'invalid-reply',
    message: '{carrier} answered HTTP {status}: there is nothing at this address.',
    hint: 'Check the Base URL in the credential.',
  },
  {
    from: 407,
    to: 407,
    kind: 'unavailable',
    message: '{carrier} could not be reached: the proxy wants a user name and password (HTTP {status}).',
    hint: 'Check the environment variables HTTP_PROXY, HTTPS_PROXY and NO_PROXY of n8n.',
  },
  {
    from: 429,
    to: 429,
    kind: 'rate-limited',
    message: '{carrier} says that there are too many requests (HTTP {status}){wait}.',
    hint: 'Run it again later, with fewer requests at a time or a pause between them (see the options).',
    ofAccount: 'rate-limited',
  },
  {
    from: 408,
    to: 408,
    kind: 'unavailable',
    message: '{carrier} did not receive the request in time (HTTP {status}).',
    hint: 'Try again later.',
  },
  {
    from: 400,
    to: 499,
    kind: 'rejected',
    message: '{carrier} refused the request (HTTP {status}).',
    hint: "Check the fields against the carrier's manual.",
  },
  {
    from: 500,
    to: 599,
    kind: 'unavailable',
    message: '{carrier} has a fault or is overloaded (HTTP {status}){wait}.',
    hint: 'Try again later.',
  },
];

const ANY: Omit<Row, 'from' | 'to'> = {
  kind: 'invalid-reply',
  message: '{carrier} answered HTTP {status}, which means nothing here.',
  hint: 'Check the Base URL in the credential.',
};

function rowOf(status: number): Omit<Row, 'from' | 'to'> {
  return ROWS.find(({ from, to }) => from <= status && status <= to) ?? ANY;
}

/** The host alone: path and query of a redirect may hold a session. */
function hostOf(location: string | undefined): string | undefined {
  return location !== undefined && URL.canParse(location) ? new URL(location).host : undefined;
}

const LONGEST_EXCERPT = 200;

/** A short reply in plain text is often the only explanation. Longer ones, HTML and JSON may hold anything. */
function excerpt(reply: Shown): string | undefined {
  // A proxy repeats the name and password that it was given.
  if (reply.status === 407) return undefined;
  if (!/^text\/plain\b/i.test(reply.headers['content-type'] ?? '') || reply.body.length > LONGEST_EXCERPT)
    return undefined;
  const text = reply.text().trim();
  return text === '' || text.startsWith('<') ? undefined : text;
}
