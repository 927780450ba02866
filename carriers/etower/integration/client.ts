import { type CarrierError, Transport, type CallSettings, type HttpReply } from '../../http';
import { afterSending } from '#carriers/shared/after-sending';
import type { OrderDefaults } from '#carriers/shared/order-defaults';
import { readable } from '#carriers/shared/unreadable';
import { DISPLAY_NAME } from '../account';
import { integrationBaseUrl, keysOf, type EtowerCredentials } from './account';
import { failureOf, failureOfEnvelope, readEnvelope, type Envelope, type Intent } from './reply';
import { signatureIn, signedHeaders } from './sign';

export interface ApiRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** From the slash, percent-encoded. */
  path: string;
  body?: unknown;
}

export interface CallOptions {
  intent: Intent;
  maxReplyBytes?: number;
}

/** The server refuses requests whose date is further from its clock (`etower.md` B.2). */
const CLOCK_WINDOW_MS = 15 * 60_000;

/** One account of the integration API (`etower.md` part B). */
export class EtowerClient {
  readonly baseUrl: string;
  readonly transport: Transport;
  readonly defaults: OrderDefaults;
  /** Start of the run, in milliseconds of the clock. */
  readonly openedAt = Date.now();
  /** Set once requests had to be signed with eTower's clock instead of ours: what the user should know of it. */
  private clockNote: string | undefined;
  /** How far eTower's clock is ahead of ours. */
  private clockAheadMs = 0;

  /** @throws CarrierError when the credential has no usable address or keys */
  constructor(
    readonly credentials: EtowerCredentials,
    readonly settings: CallSettings = {},
  ) {
    this.baseUrl = integrationBaseUrl(credentials);
    this.defaults = credentials.defaults ?? {};
    this.transport = new Transport({
      carrier: DISPLAY_NAME,
      secrets: Object.values(keysOf(credentials)),
      insecure: credentials.ignoreSslIssues,
      persons: () => ({ sender: this.defaults.sender }),
    });
  }

  /**
   * Sends a signed request.
   * @returns the envelope; its entries have not been judged
   * @throws CarrierError when there is no envelope, redacted
   */
  async call(request: ApiRequest, options: CallOptions): Promise<Envelope> {
    const { intent } = options;
    const reply = await this.send(request, options);
    try {
      return await readEnvelope(reply, intent, (text) => this.transport.redact(text));
    } catch (error) {
      const failure = afterSending(error, { carrier: DISPLAY_NAME, intent });
      throw this.redacted(reply.status === 401 ? this.unauthorized(failure) : failure);
    }
  }

  /** The refusal of one entry or, without one, of the whole request; redacted. */
  refusalOf(envelope: Envelope, intent: Intent, entry?: Envelope['entries'][number]): CarrierError | undefined {
    const failure = readable({ intent }, () =>
      entry ? failureOf(entry, envelope, intent) : failureOfEnvelope(envelope, intent),
    );
    return failure && this.redacted(afterSending(failure, { carrier: DISPLAY_NAME, intent }));
  }

  /** A 401 says that nothing was done, so that a write may be sent once more too. */
  private async send(request: ApiRequest, options: CallOptions): Promise<HttpReply> {
    const usedMs = this.clockAheadMs;
    const reply = await this.sendSigned(request, options);
    const theirs = reply.status === 401 ? Date.parse(reply.headers['date'] ?? '') : NaN;
    const aheadMs = theirs - Date.now();
    // Compared with what was signed: another call may have found out about the clock meanwhile.
    if (Number.isNaN(theirs) || Math.abs(aheadMs - usedMs) <= CLOCK_WINDOW_MS) return reply;
    this.clockAheadMs = aheadMs;
    this.clockNote = clockNote(this.clockAheadMs);
    this.settings.tell?.(this.clockNote);
    return this.sendSigned(request, options);
  }

  private sendSigned({ method = 'POST', path, body }: ApiRequest, options: CallOptions): Promise<HttpReply> {
    // The URL is built once: the same bytes are signed and sent.
    const url = new URL(this.baseUrl + path).href;
    return this.transport.send(
      () => {
        const signed = signedHeaders({ method, url }, this.credentials, Date.now() + this.clockAheadMs);
        return {
          method,
          url,
          headers: { ...signed, 'Content-Type': 'application/json' },
          signature: signatureIn(signed.Authorization),
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        };
      },
      {
        intent: options.intent,
        ...this.settings,
        sent: () => body,
        ...(options.maxReplyBytes === undefined ? {} : { maxReplyBytes: options.maxReplyBytes }),
      },
    );
  }

  private redacted(error: CarrierError): CarrierError {
    return error.withTexts((text) => this.transport.redact(text));
  }

  private unauthorized(error: CarrierError): CarrierError {
    const hint = 'Check Token, Key and Region in the credential: a pair of token and key belongs to one host.';
    return error.with({ hint: this.clockNote === undefined ? hint : `${hint} ${this.clockNote}` });
  }
}

function clockNote(aheadMs: number): string {
  const minutes = Math.round(Math.abs(aheadMs) / 60_000).toLocaleString('en');
  return `The clock of this server is ${minutes} minutes ${aheadMs > 0 ? 'behind' : 'ahead of'} ${DISPLAY_NAME}'s, which refuses more than 15. The requests were signed with ${DISPLAY_NAME}'s time; set the clock of this server.`;
}
