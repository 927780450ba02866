/** The one way to a carrier over HTTP: pooling, timeouts, retries, limits and redaction. Knows no carrier and no n8n. */
export { CarrierError, type AccountRefusal, type CarrierErrorDetails, type CarrierErrorKind } from './carrier-error';
export {
  LABEL_REPLY_BYTES,
  type CallSettings,
  type HttpReply,
  type HttpRequest,
  type SendOptions,
  type Listing,
  type Pause,
  type Underway,
  type Waiting,
} from './exchange';
export { jsonWithin, lineOfMistake, parseJson, readingAnswer, readJson, type Reading } from './json';
export { keepOpened } from './opened-texts';
export { oneAtATime } from './one-at-a-time';
export { isOnlyNotices, noticesIn } from './php-notices';
export { isPrivateHost } from './private-addresses';
export type { RetryPolicy } from './retry';
export { SentRequests } from './sent-requests';
export { errorOfStatus, type ReplyContext } from './status';
export { atOnce, eachInSlices, inSlices, type Steps } from './slices';
export { Transport } from './transport';
export { WouldSend, type HeldRequest } from './would-send';
