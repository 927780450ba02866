import { CarrierError, Transport, type HttpReply } from '../../http';
import { textOf } from '../../json-value';
import { baseUrlOf, DISPLAY_NAME, ownAddress } from '../base-url';
import { dataOf, type Intent } from './reply';

export interface PortalCredentials {
  baseUrl: string;
  /** Of a logged-in portal session; there is no documented way to get one (`etower.md` A.2). */
  sessionId: string;
  /** `zh_CN` or `en_US`: the language of messages. */
  language: string;
}

export interface CallSettings {
  /** One attempt, in milliseconds. */
  timeoutMs?: number;
  /** Ends waiting and reading when the execution is cancelled. */
  signal?: AbortSignal;
}

export interface PortalRequest {
  method?: 'GET' | 'POST';
  /** From the slash, percent-encoded. */
  path: string;
  query?: Record<string, string>;
  contentType?: string;
  body?: Buffer;
}

/** The only path that takes the session in the address instead of a header (A.2). */
export const TEMPLATE_PATH = '/api/shipper/v1/template/file';

/** One session of a shipper's portal (`etower.md` part A). */
export class PortalClient {
  readonly baseUrl: string;
  readonly transport: Transport;

  constructor(
    private readonly credentials: PortalCredentials,
    private readonly settings: CallSettings = {},
  ) {
    this.baseUrl = baseUrlOf(credentials.baseUrl);
    this.transport = new Transport({ carrier: DISPLAY_NAME, secrets: [credentials.sessionId.trim()] });
  }

  /**
   * Sends a request with the session.
   * @returns `data` of the envelope
   * @throws CarrierError unless `success` is true and `code` is "0", redacted
   */
  async call(request: PortalRequest, intent: Intent, ifLost?: string): Promise<unknown> {
    return this.read(request, intent, (reply) => dataOf(reply, intent), ifLost);
  }

  /** Sends a request with the session and reads its reply; errors are redacted. */
  async read<T>(
    { method = 'GET', path, query = {}, contentType, body }: PortalRequest,
    intent: Intent,
    decode: (reply: HttpReply) => T,
    ifLost?: string,
  ): Promise<T> {
    const signed = withSession(`${this.baseUrl}${path}`, this.credentials);
    const url = new URL(signed.url);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const headers = {
      Accept: 'application/json, text/plain, */*',
      'Content-Type': contentType ?? 'application/json',
      ...signed.headers,
    };
    try {
      const reply = await this.transport.send(
        { method, url: url.href, headers, ...(body === undefined ? {} : { body }) },
        { intent, ...this.settings },
      );
      return decode(reply);
    } catch (error) {
      if (!(error instanceof CarrierError)) throw error;
      const lost = error.kind === 'outcome-unknown' && ifLost !== undefined;
      throw (lost ? error.with({ hint: ifLost }) : error).withTexts((text) => this.transport.redact(text));
    }
  }
}

/**
 * Adds the session to a request that somebody else sends, such as n8n's own HTTP Request node.
 * @throws TypeError when the address is not that of the credential: the session is sent nowhere else
 */
export function signPortalRequest(
  url: string,
  credentials: PortalCredentials,
): { url: string; headers: Record<string, string> } {
  return withSession(ownAddress(url, baseUrlOf(credentials.baseUrl)).href, credentials);
}

function withSession(
  address: string,
  { sessionId, language }: PortalCredentials,
): { url: string; headers: Record<string, string> } {
  const session = { sessionId: sessionId.trim(), language: textOf(language) ?? 'en_US' };
  const url = new URL(address);
  if (!url.pathname.endsWith(TEMPLATE_PATH)) return { url: url.href, headers: session };
  for (const [name, value] of Object.entries(session)) url.searchParams.set(name, value);
  return { url: url.href, headers: {} };
}
