import { attempt, HELD_BACK, type Failure, type Outcome } from './attempt';
import { CarrierError, type CarrierErrorDetails } from './carrier-error';
import type { HttpReply, HttpRequest, SendOptions } from './exchange';
import { detailsOfFailure, mayTryAgain } from './failure';
import { hiderOfPersons, type SentContent } from './personal';
import { proxySecretsFor } from './pools';
import { redactor } from './redact';
import { replyOf } from './reply';
import { jitterMs, RETRY, retryAfterMs, type RetryPolicy, statusMayTryAgain } from './retry';
import { SentRequests } from './sent-requests';
import { detailsOfStatus } from './status';
import { turnToRead } from './turn-to-read';
import { heldRequest, WouldSend } from './would-send';

const DEFAULT_TIMEOUT_MS = 60_000;
const DEFAULT_REPLY_BYTES = 32 * 1024 * 1024;
/** From here on a pause is told while it lasts. */
const LONG_PAUSE_MS = 5000;

/** Sends requests to one carrier, over connections that all transports of the process share. */
export class Transport {
  private readonly carrier: string;
  private readonly insecure: boolean;
  private readonly policy: RetryPolicy;
  private readonly persons: SentContent | undefined;
  /** Of the account, and of the proxies that have been used. */
  private readonly secrets: Set<string>;
  private hideSecrets: (text: string) => string;

  /**
   * carrier: display name used in messages. secrets: values that must never leave (tokens, keys). insecure: take any
   * certificate. persons: who may stand in a refusal although no request named them.
   */
  constructor(settings: {
    carrier: string;
    secrets: readonly string[];
    insecure?: boolean | undefined;
    persons?: SentContent;
    retry?: Partial<RetryPolicy>;
  }) {
    this.carrier = settings.carrier;
    this.insecure = settings.insecure ?? false;
    this.persons = settings.persons;
    this.policy = { ...RETRY, ...settings.retry };
    this.secrets = new Set(settings.secrets);
    this.hideSecrets = redactor(this.secrets);
    // At once too: what is asked for may be under way already, in another task.
    SentRequests.note(this.persons);
  }

  /**
   * Resolves with the reply whatever its HTTP status (after the retries); rejects only with CarrierError, its texts
   * redacted: `unavailable`, `outcome-unknown` (a write that was sent and not answered), `rate-limited` (with a
   * Retry-After too long to wait for), `invalid-reply` (too large, not HTTP, a private link), `credentials` (no valid
   * URL). `request` as a function is called before each attempt, so that signatures and timestamps are fresh; what it
   * throws is passed on. In a dry run (`SentRequests`) nothing goes out, no name is looked up and nothing is connected to:
   * what could go out is thrown as WouldSend.
   */
  async send(request: HttpRequest | (() => HttpRequest), options: SendOptions): Promise<HttpReply> {
    const isDryRun = SentRequests.areHeldBack();
    for (let tries = 1; ; tries += 1) {
      if (isOver(options)) throw this.cancelled(options.intent, tries);
      const built = typeof request === 'function' ? request() : request;
      const outcome = await this.sendOnce(built, options, isDryRun);
      if (outcome.failure?.code === HELD_BACK) {
        throw isOver(options) ? this.cancelled(options.intent, tries) : this.held(built, options);
      }
      if (options.intent === 'write' && (outcome.reply ?? outcome.failure.sent)) SentRequests.noteWrite();
      const step = outcome.failure
        ? this.afterFailure(outcome.failure, tries, options)
        : await this.afterReply(await this.readable(outcome.reply, options), tries, options);
      if (step.reply) return step.reply;
      await this.pause(step.pauseMs, options);
    }
  }

  /**
   * Replaces the secrets in `text` by `[hidden]`, also where they are encoded, or escaped for XML, JSON or URLs; those of
   * fewer than 8 characters where they stand as a whole word.
   */
  redact(text: string): string {
    return this.hideSecrets(text);
  }

  private sendOnce(request: HttpRequest, options: SendOptions, isDryRun: boolean): Promise<Outcome> {
    this.hideProxyOf(request.url);
    SentRequests.note(options.sent);
    SentRequests.note(this.persons);
    SentRequests.noteSignature(request.signature);
    return attempt(request, {
      ...limitsOf(options),
      publicOnly: options.publicOnly ?? false,
      insecure: this.insecure,
      mayGoOut: () => !isDryRun && (options.intent === 'read' || !isOver(options)),
      ...(options.intent === 'read' && options.signal ? { cancel: options.signal } : {}),
    });
  }

  private afterFailure(failure: Failure, tries: number, options: SendOptions): Step {
    const { carrier, policy } = this;
    if (tries < policy.tries && mayTryAgain(failure, options.intent)) return { pauseMs: jitterMs(policy, tries) };
    // Our own words, of which none is a secret, though a proxy's user may be called "user".
    throw new CarrierError(detailsOfFailure(failure, { ...limitsOf(options), carrier, intent: options.intent, tries }));
  }

  private async afterReply(reply: HttpReply, tries: number, options: SendOptions): Promise<Step> {
    const { carrier, policy } = this;
    const { intent } = options;
    if (reply.limit !== undefined && reply.status < 300) throw this.beyondLimit(reply.limit, tries, options);
    if (tries >= policy.tries || !statusMayTryAgain(reply.status, intent)) return { reply };
    if (await isAnswer(reply, options)) return { reply };
    const asked = retryAfterMs(reply, policy.now());
    if (asked !== undefined && asked > policy.longestRetryAfterMs) {
      throw this.error(detailsOfStatus(reply, { carrier, intent }, policy.now()));
    }
    return { pauseMs: asked ?? jitterMs(policy, tries) };
  }

  private async pause(ms: number, options: SendOptions): Promise<void> {
    const whose = {};
    if (ms >= LONG_PAUSE_MS) options.waiting?.(whose, { pauseMs: ms });
    try {
      const ends = endsOf(options);
      await this.policy.wait(ms, ends.length > 1 ? AbortSignal.any(ends) : ends[0]);
    } catch (error) {
      if (!isOver(options)) throw error;
    } finally {
      if (ms >= LONG_PAUSE_MS) options.waiting?.(whose);
    }
  }

  private beyondLimit(limit: string, tries: number, options: SendOptions): CarrierError {
    const failure: Failure = { code: 'REPLY_LIMIT', sent: true, host: '', peer: '', limit };
    return this.error(
      detailsOfFailure(failure, { ...limitsOf(options), carrier: this.carrier, intent: options.intent, tries }),
    );
  }

  private async readable(
    received: NonNullable<Outcome['reply']>,
    { intent, tell, sent }: SendOptions,
  ): Promise<HttpReply> {
    // A reply to a write is read at once: it may be the refusal after which no other write is to go out.
    if (intent === 'read') await turnToRead();
    return replyOf(received, this.hideSecrets, (notices) => {
      const printed = notices.slice(0, MOST_NOTICES).join('; ').slice(0, LONGEST_READ);
      const persons = [sent, this.persons].filter((each) => each !== undefined);
      const words = hiderOfPersons(...persons)(this.hideSecrets(printed)).slice(0, LONGEST_NOTE);
      tell?.(
        `${this.carrier} printed messages of its own program around its answer, which was read all the same: ${words}`,
      );
    });
  }

  private hideProxyOf(url: string): void {
    const unknown = proxySecretsFor(url).filter((secret) => !this.secrets.has(secret));
    if (unknown.length === 0) return;
    for (const secret of unknown) this.secrets.add(secret);
    this.hideSecrets = redactor(this.secrets);
  }

  private held(request: HttpRequest, { intent }: SendOptions): WouldSend {
    const { signature } = request;
    const hide = signature === undefined ? this.hideSecrets : redactor([...this.secrets, signature]);
    const wouldSend = new WouldSend(heldRequest(request, hide), intent);
    SentRequests.noteHeld(wouldSend);
    return wouldSend;
  }

  private cancelled(intent: SendOptions['intent'], tries: number): CarrierError {
    const sentBefore = tries > 1 && intent === 'read';
    const message = sentBefore ? `Cancelled before ${this.carrier} answered.` : 'Cancelled before it was sent.';
    return this.error({ kind: 'unavailable', message, ...(intent === 'write' ? { heldBack: true } : {}) });
  }

  private error(details: CarrierErrorDetails): CarrierError {
    return new CarrierError(details).withTexts(this.hideSecrets);
  }
}

/** Of what PHP printed, enough to know it again. */
const MOST_NOTICES = 3;
const LONGEST_NOTE = 300;
const LONGEST_READ = 10_000;

/** The reply to return, or how long to wait before the next try. */
type Step = { reply: HttpReply } | { reply?: undefined; pauseMs: number };

function isOver(options: SendOptions): boolean {
  return endsOf(options).some(({ aborted }) => aborted);
}

/** What ends a call that is not under way. */
function endsOf({ intent, signal, stop }: SendOptions): AbortSignal[] {
  return [signal, intent === 'write' ? stop : undefined].filter((each) => each !== undefined);
}

function limitsOf({ timeoutMs = DEFAULT_TIMEOUT_MS, maxReplyBytes = DEFAULT_REPLY_BYTES }: SendOptions) {
  return { timeoutMs: Math.min(timeoutMs, LONGEST_TIMER_MS), maxReplyBytes };
}

/** A timer that is set to more ends at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A reply that `isAnswer` cannot read (a gateway's page instead of the carrier's format) is no answer. */
async function isAnswer(reply: HttpReply, options: SendOptions): Promise<boolean> {
  try {
    return (await options.isAnswer?.(reply)) ?? false;
  } catch {
    return false;
  }
}
