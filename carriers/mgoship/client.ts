import { CarrierError, Transport, type CallSettings } from '../http';
import { keyIn } from '#carriers/shared/account';
import { afterSending } from '#carriers/shared/after-sending';
import { objectAsIs, type JsonObject } from '#carriers/shared/json-value';
import type { OrderDefaults } from '#carriers/shared/order-defaults';
import { withTexts } from '#carriers/shared/texts-within';
import { answerToAnother, namedIn } from '#carriers/shared/whose-answer';
import { addressOf, endpointOf, MGOSHIP, type MgoshipCredentials, type Operation } from './account';
import { writeEnvelope } from './envelope';
import { isAnswer, readReply, type IsMade } from './reply';

export interface CallOptions {
  intent: 'read' | 'write';
  isMade?: IsMade;
  /** The number that a write is about. An answer with another one under this name is no answer to it. */
  number?: { name: string; sent: string };
}

/** One account at Mgoship. Every operation goes through `call`. */
export class MgoshipClient {
  readonly endpoint: URL;
  readonly transport: Transport;
  readonly defaults: OrderDefaults;
  /** Start of the run, in milliseconds of the clock. */
  readonly openedAt = Date.now();

  /** @throws CarrierError when the credential has no usable address or secret */
  constructor(
    readonly credentials: MgoshipCredentials,
    readonly settings: CallSettings = {},
  ) {
    this.endpoint = endpointOf(credentials);
    this.defaults = credentials.defaults ?? {};
    this.transport = new Transport({
      carrier: MGOSHIP.displayName,
      secrets: [keyIn('Secret', credentials.appSecret)],
      insecure: credentials.ignoreSslIssues,
      persons: () => ({ sender: this.defaults.sender }),
    });
  }

  /**
   * Calls an operation. `params` go out in the form of the samples, whatever form they have here.
   * @returns the whole reply, as the carrier sent it
   * @throws CarrierError when the call failed, the carrier refused it, or the credential cannot sign: then nothing is sent
   */
  async call(operation: Operation, params: unknown, { intent, isMade, number }: CallOptions): Promise<JsonObject> {
    const signed = writeEnvelope(operation, params, this.credentials);
    const httpReply = await this.transport.send(
      {
        method: 'POST',
        url: addressOf(this.endpoint, operation),
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
        ...signed,
      },
      { intent, isAnswer, ...this.settings, sent: () => params },
    );
    const context = { carrier: MGOSHIP.displayName, intent, sent: params, isMade };
    try {
      const names = number ? namedIn(objectAsIs(httpReply.json())['data'], number.name) : [];
      const foreign = answerToAnother(MGOSHIP.displayName, number?.sent ?? '', names);
      if (foreign) throw foreign;
      return await withTexts(readReply(httpReply, context), (text) => this.transport.redact(text));
    } catch (error) {
      throw afterSending(error, context).withTexts((text) => this.transport.redact(text));
    }
  }

  /** The carrier answered with success and nothing in it. */
  notFound(number: string): CarrierError {
    return new CarrierError({
      kind: 'not-found',
      message: `${MGOSHIP.displayName} returned nothing for ${number}`,
      hint: 'Check the number and its type; it may belong to another account.',
    });
  }
}
