import { Transport, type CallSettings, type HttpReply } from '../../http';
import { afterSending } from '#carriers/shared/after-sending';
import { keyIn } from '#carriers/shared/account';
import { withTexts } from '#carriers/shared/texts-within';
import { baseUrlOf, DISPLAY_NAME } from '../account';
import type { PortalCredentials } from './account';
import { dataOf, type Intent } from './reply';
import { withSession } from './sign';

export interface PortalRequest {
  method?: 'GET' | 'POST';
  /** From the slash, percent-encoded. */
  path: string;
  query?: Record<string, string>;
  contentType?: string;
  body?: Buffer;
  /** What it says of persons. */
  sent?: () => unknown;
}

/** One session of a shipper's portal (`etower.md` part A). */
export class PortalClient {
  readonly baseUrl: string;
  readonly transport: Transport;

  /** @throws CarrierError when the credential has no usable address or session */
  constructor(
    private readonly credentials: PortalCredentials,
    private readonly settings: CallSettings = {},
  ) {
    this.baseUrl = baseUrlOf(credentials.baseUrl);
    this.transport = new Transport({
      carrier: DISPLAY_NAME,
      secrets: [keyIn('Session ID', credentials.sessionId)],
      insecure: credentials.ignoreSslIssues,
    });
  }

  /**
   * Sends a request with the session.
   * @returns `data` of the envelope
   * @throws CarrierError unless `success` is true and `code` is "0", redacted
   */
  async call(request: PortalRequest, intent: Intent): Promise<unknown> {
    const hide = (text: string): string => this.transport.redact(text);
    return this.read(request, intent, (reply) => withTexts(dataOf(reply, intent), hide));
  }

  /** Sends a request with the session and reads its reply; errors are redacted. */
  async read<T>(
    { method = 'GET', path, query = {}, contentType, body, sent }: PortalRequest,
    intent: Intent,
    decode: (reply: HttpReply) => T | Promise<T>,
  ): Promise<T> {
    const signed = withSession(`${this.baseUrl}${path}`, this.credentials);
    const url = new URL(signed.url);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const headers = {
      Accept: 'application/json, text/plain, */*',
      'Content-Type': contentType ?? 'application/json',
      ...signed.headers,
    };
    const reply = await this.transport.send(
      { method, url: url.href, headers, ...(body === undefined ? {} : { body }) },
      { intent, ...this.settings, sent },
    );
    try {
      return await decode(reply);
    } catch (error) {
      throw afterSending(error, { carrier: DISPLAY_NAME, intent }).withTexts((text) => this.transport.redact(text));
    }
  }
}
