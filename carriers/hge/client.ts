import { Transport, type CallSettings } from '../http';
import { afterSending } from '#carriers/shared/after-sending';
import { objectAsIs, textOf, type JsonObject } from '#carriers/shared/json-value';
import type { OrderDefaults } from '#carriers/shared/order-defaults';
import { withTexts } from '#carriers/shared/texts-within';
import { answerToAnother, namedIn } from '#carriers/shared/whose-answer';
import { baseUrlOf, DISPLAY_NAME, type HgeCredentials } from './account';
import { decodeReply, isAnswer } from './reply';
import { secretsOf, signedHeaders } from './sign';

export interface HgeRequest {
  method: 'GET' | 'POST';
  /** As `endpointOf` made it. */
  url: URL;
  /** Sent as compact JSON. Absent for GET. */
  body?: unknown;
}

interface CallKind {
  intent: 'read' | 'write';
  /** The form of the answer is not known: JSON without an envelope is an answer as well. */
  anyForm?: boolean;
  /** The field of the body that holds the own number. An answer with another one in it is no answer to the request. */
  number?: 'customer_order_num' | 'reference_num';
}

/** One account in one environment of HGE. Every request goes through `call`. */
export class HgeClient {
  readonly base: URL;
  private readonly transport: Transport;
  readonly defaults: OrderDefaults;

  /** @throws CarrierError when the credential has no usable address or keys */
  constructor(
    private readonly credentials: HgeCredentials,
    private readonly settings: CallSettings = {},
  ) {
    this.base = baseUrlOf(credentials);
    this.defaults = credentials.defaults ?? {};
    this.transport = new Transport({
      carrier: DISPLAY_NAME,
      secrets: secretsOf(credentials),
      insecure: credentials.ignoreSslIssues,
      persons: () => ({ sender: this.defaults.sender }),
    });
  }

  /**
   * Sends one signed request. The body is written once: the text that is signed is the text that is sent, and each
   * attempt has its own time and signature.
   * @returns the envelope `{ code, success, detail, data }` of a success, as HGE sent it; with `anyForm` also an object without envelope
   * @throws CarrierError when the call failed or HGE refused it
   */
  async call({ method, url, body }: HgeRequest, { intent, anyForm = false, number }: CallKind): Promise<JsonObject> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const reply = await this.transport.send(
      () => {
        const headers = signedHeaders(this.credentials, text);
        const { signature } = headers;
        return { method, url: url.href, headers, signature, ...(text === '' ? {} : { body: text }) };
      },
      { intent, isAnswer, ...this.settings, sent: () => body },
    );
    const context = { carrier: DISPLAY_NAME, intent, anyForm, sent: body };
    try {
      const own = number === undefined ? '' : (textOf(objectAsIs(body)[number]) ?? '');
      const names = number === undefined ? [] : namedIn(objectAsIs(reply.json())['data'], number);
      const foreign = answerToAnother(DISPLAY_NAME, own, names);
      if (foreign) throw foreign;
      // Hidden in each text by itself, because a secret of digits would otherwise cut numbers out of the JSON.
      return await withTexts(decodeReply(reply, context), (each) => this.transport.redact(each));
    } catch (error) {
      throw afterSending(error, context).withTexts((each) => this.transport.redact(each));
    }
  }
}
