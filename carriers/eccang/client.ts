import {
  CarrierError,
  errorOfStatus,
  inSlices,
  oneAtATime,
  Transport,
  type CallSettings,
  type HttpReply,
} from '../http';
import { afterSending } from '#carriers/shared/after-sending';
import { accountRefusalIn } from '#carriers/shared/account-refusal';
import { membersOf, type JsonObject } from '#carriers/shared/json-value';
import type { OrderDefaults } from '#carriers/shared/order-defaults';
import { withTexts } from '#carriers/shared/texts-within';
import { readable } from '#carriers/shared/unreadable';
import { answerToAnother } from '#carriers/shared/whose-answer';
import type { EccangDeployment } from './deployment';
import { endpointOf, keysOf, type EccangCredentials } from './account';
import { contentOf, entriesOf, hasWordsOnly } from './answer';
import { writeEnvelope } from './envelope';
import { holdsEnvelope, readingEnvelope } from './envelope-reader';
import { contradiction, decodeReply, failureOf, refusalIn, type ReplyContext } from './reply';

export interface CallOptions {
  intent: 'read' | 'write';
  /**
   * Members that hold the answers of a batch: they are judged, not the `ask` above them (`eccang.md` 1.4 no. 5). Of a
   * method that is not named as a batch only entries with an `ask` of their own or with something in one of the fields
   * `answeredBy` are answers: a refusal may echo what it refuses.
   */
  answersIn?: readonly string[];
  answeredBy?: readonly string[];
  /** A refusal that is an answer, such as the findings of a validation. */
  accepts?: (refusal: CarrierError) => boolean;
  /** Looks for what a write made in the content of its answer. A refusal beside it contradicts itself. */
  isMade?: IsMade;
  /** The number that a write is about. A reply that repeats another one is no answer to it. */
  number?: string;
  /** The reply holds no personal data: when it cannot be read, its text goes into the error. */
  quotable?: boolean;
}

type IsMade = (content: JsonObject) => boolean;

/** One account at one Eccang host. Every method goes through `call`. */
export class EccangClient {
  readonly endpoint: URL;
  private readonly keys: { appToken: string; appKey: string };
  readonly transport: Transport;
  readonly defaults: OrderDefaults;
  /** Start of the run, in milliseconds of the clock. */
  readonly openedAt = Date.now();

  /** @throws CarrierError when the credential has no usable address or keys */
  constructor(
    readonly deployment: EccangDeployment,
    readonly credentials: EccangCredentials,
    readonly settings: CallSettings = {},
  ) {
    this.endpoint = endpointOf(credentials.baseUrl);
    this.keys = keysOf(credentials);
    this.defaults = credentials.defaults ?? {};
    this.transport = new Transport({
      carrier: deployment.displayName,
      secrets: Object.values(this.keys),
      insecure: credentials.ignoreSslIssues,
      persons: () => ({ sender: this.defaults.sender }),
    });
  }

  /**
   * Calls a service by its name.
   * @returns the reply object inside the envelope, as the carrier sent it
   * @throws CarrierError when the call failed or the carrier refused it
   */
  async call(service: string, params: unknown, options: CallOptions): Promise<JsonObject> {
    const exclusive = this.deployment.tracking.oneCallAtATime && service.startsWith('getCargoTrack');
    const send = () => this.send(service, params, options);
    return exclusive ? oneAtATime(`tracking ${this.endpoint.href}`, send) : send();
  }

  private async send(service: string, params: unknown, options: CallOptions): Promise<JsonObject> {
    const { intent } = options;
    const context: ReplyContext = { carrier: this.deployment.displayName, intent, quotable: options.quotable ?? false };
    const body = writeEnvelope({ params, ...this.keys, service });
    const httpReply = await this.transport.send(
      { method: 'POST', url: this.endpoint.href, headers: { 'Content-Type': 'application/xml' }, body },
      { intent, ...this.settings, isAnswer, sent: () => params },
    );
    try {
      // The carrier could repeat what was sent to it.
      return await withTexts(await read(httpReply, context, options, service), (text) => this.transport.redact(text));
    } catch (error) {
      throw this.redacted(afterSending(error, context));
    }
  }

  /** An entry of the answer to a batch that changes something, or its refusal; without one it may have taken effect. */
  judgeWrite(entry: JsonObject | undefined, number: string, isMade?: IsMade): JsonObject | CarrierError {
    const { displayName } = this.deployment;
    if (!entry) {
      return new CarrierError({
        kind: 'outcome-unknown',
        message: `${displayName} gave no result for ${number} in its answer.`,
      });
    }
    const context: ReplyContext = { carrier: displayName, intent: 'write' };
    const failure = unlessMade(failureOf(entry, context), entry, context, isMade);
    return failure ? this.redacted(afterSending(failure, context)) : entry;
  }

  /** An entry of the answer to a batch read, or its refusal; without an answer of its own, what `reply` says of all. */
  judgeRead(
    entry: JsonObject | undefined,
    number: string,
    reply: JsonObject,
    answeredBy: readonly string[],
  ): JsonObject | CarrierError {
    const refusal = entry && this.refusalIn(entry);
    if (refusal) return refusal;
    const isOwn = entry !== undefined && isOwnAnswer(entry, answeredBy);
    return (isOwn ? undefined : this.refusalIn(reply)) ?? entry ?? this.notFound(number);
  }

  /** The carrier's refusal in an entry of a batch read, whatever stands above it (`eccang.md` 1.4 no. 5). */
  refusalIn(entry: JsonObject): CarrierError | undefined {
    const refusal = refusalIn(entry, { carrier: this.deployment.displayName, intent: 'read' });
    return refusal && this.redacted(refusal);
  }

  /** Not found in the carrier's answer: nothing about this number came back. */
  notFound(number: string): CarrierError {
    return new CarrierError({
      kind: 'not-found',
      message: `${this.deployment.displayName} returned nothing for ${number}`,
      hint: 'Check the number; it may belong to another account, or be too new to be known yet.',
    });
  }

  private redacted(error: CarrierError): CarrierError {
    return error.withTexts((text) => this.transport.redact(text));
  }
}

/** A fault that blames the caller or the account, sent with HTTP 500, will not change when it is tried again. */
async function isAnswer(httpReply: HttpReply): Promise<boolean> {
  const content = await inSlices(readingEnvelope(httpReply.content()), httpReply.body.length);
  if ('response' in content) return true;
  const { code = '', text } = content.fault;
  return /client|sender/i.test(code) || accountRefusalIn([text]) !== undefined;
}

async function read(
  httpReply: HttpReply,
  context: ReplyContext,
  { answersIn = [], answeredBy = [], accepts, isMade, number = '' }: CallOptions,
  service: string,
): Promise<JsonObject> {
  // A SOAP fault travels with HTTP 500: its text says more than the status does.
  const statusError = errorOfStatus(httpReply, context);
  if (statusError && !holdsEnvelope(httpReply)) throw statusError;
  const reply = await decodeReply(httpReply, context);
  const foreign = number === '' ? undefined : answerToAnother(context.carrier, number, numbersIn(reply, context));
  if (foreign) throw foreign;
  const failure = unlessMade(failureOf(reply, context), reply, context, isMade);
  const isRefused = failure !== undefined && hasWordsOnly(reply);
  const answers = isRefused ? [] : readable(context, () => entriesOf(reply, answersIn));
  const isBatch = BATCH.test(service) && failure?.ofAccount === undefined;
  const isAnswered = answers.some((entry) => isBatch || isOwnAnswer(entry, answeredBy));
  if (failure && !isAnswered && !accepts?.(failure)) throw failure;
  return reply;
}

/** Where a reply repeats the number it is about (`eccang.md` 3.1, 3.11, 3.12). */
function numbersIn(reply: JsonObject, context: ReplyContext): unknown[] {
  return [readable(context, () => contentOf(reply))['reference_no'], reply['reference_no']];
}

/** A duplicate may name the order that exists; any other refusal beside what was made leaves open which of them holds. */
function unlessMade(
  failure: CarrierError | undefined,
  reply: JsonObject,
  context: ReplyContext,
  isMade: IsMade | undefined,
): CarrierError | undefined {
  if (!isMade) return failure;
  const content = readable(context, () => contentOf(reply));
  const isRefusal = failure && failure.kind !== 'duplicate' && failure.kind !== 'outcome-unknown';
  return isRefusal && isMade(content) ? contradiction(reply, context) : failure;
}

function isOwnAnswer(entry: JsonObject, answeredBy: readonly string[]): boolean {
  return entry['ask'] !== undefined || answeredBy.some((field) => membersOf(entry[field]).length > 0);
}

/** Methods whose entries are answers even without an `ask` (`eccang.md` 3.2, 3.5, 3.13; `huahan.md` 3.12, 3.13). */
const BATCH = /^(batch|modifyOrderWeight$)/;
