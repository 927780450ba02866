import type { SentContent } from './personal';

/** Largest reply to a request for labels, in bytes (64 MiB): a merged PDF of many parcels, base64 in JSON. */
export const LABEL_REPLY_BYTES = 64 * 1024 * 1024;

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  /** Sent byte for byte; a string as UTF-8. A content type is sent only if `headers` has one. */
  body?: string | Buffer;
  /** What proves who sends it, as it stands in the headers or the body: nobody else is to see it, who could send it again. */
  signature?: string | undefined;
}

/** What holds for all calls of a run. */
export interface CallSettings {
  /** One whole attempt, connect to last byte, in milliseconds. Default 60,000. */
  timeoutMs?: number;
  /** Ends waiting and reads when the run is cancelled. A write already under way is not cut off. */
  signal?: AbortSignal;
  /** Holds back the writes that have not been sent when the run stops at an error. All else goes on. */
  stop?: AbortSignal;
  /** Is told what the user should know although the call succeeded. The same may be told several times. */
  tell?: (note: string) => void;
  /**
   * Is told of waiting before each pause, of a list after each page, of a call before a long pause, and without a state
   * once that is over. `whose` tells several apart.
   */
  waiting?: (whose: object, state?: Underway) => void;
}

/** What a run waits for at the carrier. */
export interface Waiting {
  /** How many of it are not there yet. */
  count: number;
  /** What it is, as one: `label`. */
  what: string;
  /** How often it was asked for. */
  asked: number;
  /** Milliseconds between two questions. */
  intervalMs: number;
}

/** A call that is to be tried again. */
export interface Pause {
  /** Milliseconds until then. */
  pauseMs: number;
}

/** What a call is at that has no answer yet. */
export type Underway = Waiting | Listing | Pause;

/** How far a list is that comes page by page. */
export interface Listing {
  /** Records so far. */
  listed: number;
  /** Absent where the carrier does not tell how many there are. */
  ofRecords?: number;
}

export interface SendOptions extends CallSettings {
  /**
   * `write`: creates, submits or changes something. It is sent once, unless it surely was not sent, or 429.
   * `read` (also a POST that reads): 3 tries.
   */
  intent: 'read' | 'write';
  /** What the request says: no error repeats its names, addresses and numbers of persons. */
  sent?: SentContent | undefined;
  /** Bytes after decompression. Default 32 MiB (labels: LABEL_REPLY_BYTES). */
  maxReplyBytes?: number;
  /** Says that a 5xx reply holds the carrier's business answer, so that it is not tried again. */
  isAnswer?: (reply: HttpReply) => boolean | Promise<boolean>;
  /** Refuse to connect to private, loopback, link-local addresses (after DNS). For links that a carrier hands out. */
  publicOnly?: boolean;
}

export interface HttpReply {
  status: number;
  /** Names in lower case; a header sent several times is joined with ", ". */
  headers: Record<string, string>;
  body: Buffer;
  /** Why the JSON in it is not read, though it is JSON: it is "nested more than 500 levels deep". */
  limit?: string;
  /** The body in its charset, for messages: secrets replaced, and empty when it is no text. */
  text(): string;
  /**
   * The same with every secret in it, for decoders: in a text without them digits of a number might be missing.
   * @throws SyntaxError when the bytes are no text in their charset
   */
  content(): string;
  /** The JSON in the body, with every secret in it; undefined when there is none. */
  json(): unknown;
  /** Passes on what PHP printed around an answer that was read all the same. */
  tell(notices: readonly string[]): void;
}
