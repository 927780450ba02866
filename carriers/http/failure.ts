import type { Failure } from './attempt';
import type { CarrierErrorDetails, CarrierErrorKind } from './carrier-error';
import type { SendOptions } from './exchange';

export interface FailureContext {
  carrier: string;
  intent: SendOptions['intent'];
  tries: number;
  timeoutMs: number;
  maxReplyBytes: number;
}

/** Reads after any failure that may pass; writes only when surely nothing was sent. */
export function mayTryAgain(failure: Failure, intent: SendOptions['intent']): boolean {
  return !rowOf(failure).final && (intent === 'read' || !failure.sent);
}

/** What to tell the user when the last try has failed. */
export function detailsOfFailure(failure: Failure, context: FailureContext): CarrierErrorDetails {
  const { carrier, intent, tries } = context;
  const row = rowOf(failure);
  const what = fill(row.what, failure, context) + (tries > 1 ? ` (${tries} tries)` : '');
  if (intent === 'write' && failure.sent) {
    return {
      kind: 'outcome-unknown',
      message: `The request was sent to ${carrier} but no complete answer came back: ${what}.`,
      hint: `Check at ${carrier} whether it was carried out before you run this again.`,
    };
  }
  const kind = row.kind ?? 'unavailable';
  if (failure.sent) {
    return { kind, message: `No complete answer came back from ${carrier}: ${what}.`, hint: row.hint };
  }
  const throughProxy = failure.peer !== failure.host && row.hint !== CHECK_PROXY;
  const hint = throughProxy ? `${row.hint} The connection goes through a proxy. ${CHECK_PROXY}` : row.hint;
  const safe = intent === 'write' ? ' Nothing was sent, so it is safe to run this again.' : '';
  return { kind, message: `${carrier} could not be reached: ${what}.${safe}`, hint };
}

interface Row {
  codes: RegExp;
  /** Continues "could not be reached: " and "no complete answer came back: ". */
  what: string;
  hint: string;
  /** `unavailable` unless given; a write that was sent is always `outcome-unknown`. */
  kind?: CarrierErrorKind;
  /** Trying again cannot help. */
  final?: true;
}

const CHECK_ADDRESS = 'Check the address (Base URL in the credential): http or https, host name and port.';
const LATER = 'Try again later.';
const CHECK_PROXY = 'Check the environment variables HTTP_PROXY, HTTPS_PROXY and NO_PROXY of n8n.';

/** The first row that fits counts. */
const ROWS: readonly Row[] = [
  {
    codes: /^INVALID_URL$/,
    what: 'the address is not a valid http:// or https:// URL',
    hint: CHECK_ADDRESS,
    kind: 'credentials',
    final: true,
  },
  {
    codes: /^INVALID_LINK$/,
    what: 'the link is not a valid http:// or https:// URL',
    hint: 'Ask the carrier for the document.',
    kind: 'invalid-reply',
    final: true,
  },
  {
    codes: /^ERR_PRIVATE_ADDRESS$/,
    what: 'the link leads to {host}, which is not an address on the public internet',
    hint: 'Links are opened on the public internet only. Ask the carrier for the document.',
    kind: 'invalid-reply',
    final: true,
  },
  {
    codes: /^ERR_REFUSED_BY_N8N$/,
    what: "n8n's protection against forged requests does not allow connections to {host}",
    hint: 'Ask whoever runs n8n to add it to N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES.',
    final: true,
  },
  {
    codes: /^CANCELLED$/,
    what: 'the request was cancelled',
    hint: 'Run it again if you still need the answer.',
    final: true,
  },
  {
    codes: /^DEADLINE$/,
    what: '{seconds} s went by without a complete answer from {peer}',
    hint: 'Try again later, or set a longer timeout in the options.',
  },
  {
    codes: /^(REPLY_TOO_LARGE|ERR_BUFFER_TOO_LARGE)$/,
    what: 'it is larger than {size}',
    hint: 'Ask for less in one request.',
    kind: 'invalid-reply',
    final: true,
  },
  {
    codes: /^REPLY_LIMIT$/,
    what: 'it is {limit}',
    hint: 'Ask for less in one request.',
    kind: 'invalid-reply',
    final: true,
  },
  {
    codes: /^PROXY_SETTING$/,
    what: 'the proxy setting is not a valid http:// or https:// URL',
    hint: CHECK_PROXY,
    final: true,
  },
  { codes: /^PROXY_407$/, what: '{peer} wants a user name and password (HTTP 407)', hint: CHECK_PROXY, final: true },
  { codes: /^PROXY_4/, what: '{peer} does not allow connections to {host}', hint: CHECK_PROXY, final: true },
  { codes: /^PROXY_/, what: '{peer} could not connect to {host}', hint: CHECK_PROXY },
  { codes: /^ENOTFOUND$/, what: 'the name of {peer} is not known', hint: CHECK_ADDRESS },
  {
    codes: /^EAI_AGAIN$/,
    what: 'the name of {peer} could not be looked up',
    hint: 'Check the DNS of this server, or try again later.',
  },
  { codes: /^ECONNREFUSED$/, what: '{peer} refused the connection', hint: CHECK_ADDRESS },
  {
    codes: /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ENETDOWN)$/,
    what: 'there is no way to {peer} in the network',
    hint: 'Check the network and firewall of this server.',
  },
  {
    codes: /^(ETIMEDOUT|ECONNABORTED|ESOCKETTIMEDOUT)$/,
    what: '{peer} did not answer in time',
    hint: 'Try again later; if it stays so, check the network and firewall of this server.',
  },
  { codes: /^(ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, what: '{peer} closed the connection', hint: LATER },
  {
    codes: /^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/,
    what: 'the certificate of {host} is not valid at this time',
    hint: 'Check the clock of this server; if it is right, tell the carrier.',
    final: true,
  },
  {
    codes: /^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/,
    what: 'the certificate of {host} is for another host name',
    hint: CHECK_ADDRESS,
    final: true,
  },
  { codes: /^(EPROTO|ERR_SSL_)/, what: 'no secure connection to {peer} could be made', hint: CHECK_ADDRESS },
  {
    codes: /CERT|UNABLE_TO_|CRL_|^INVALID_(CA|PURPOSE)$|^PATH_LENGTH_EXCEEDED$/,
    what: 'the certificate of {host} is not trusted',
    hint: 'If a proxy or the carrier uses its own certificate authority, give it to n8n with NODE_EXTRA_CA_CERTS. For a test system there is Ignore SSL Issues in the credential.',
    final: true,
  },
  { codes: /^HPE_/, what: 'the answer is not valid HTTP', hint: CHECK_ADDRESS, kind: 'invalid-reply' },
  {
    codes: /^(Z_|ERR_.*(BROTLI|ZLIB)|ERR__ERROR)/,
    what: 'the answer could not be decompressed',
    hint: LATER,
    kind: 'invalid-reply',
  },
];

const ANY: Row = { codes: /./, what: 'the connection to {peer} broke off ({code})', hint: LATER };

function rowOf({ code }: Failure): Row {
  return ROWS.find(({ codes }) => codes.test(code)) ?? ANY;
}

function fill(
  text: string,
  { code, host, peer, limit = '' }: Failure,
  { timeoutMs, maxReplyBytes }: FailureContext,
): string {
  const values: Record<string, string> = {
    code,
    host,
    peer,
    limit,
    seconds: String(timeoutMs / 1000),
    size: size(maxReplyBytes),
  };
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

function size(bytes: number): string {
  const mebibytes = bytes / 1024 / 1024;
  return mebibytes >= 1 ? `${mebibytes} MiB` : `${bytes} bytes`;
}
