import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { CarrierError } from '../../carriers/http';
import { RequestError } from '#carriers/shared/request-check';

/**
 * The one way from any error to what n8n shows: message, description and item. The carrier's words stay as they are.
 * Message, description and httpCode are always given, because n8n otherwise looks for them in the body and may replace
 * the carrier's text by a sentence of its own.
 */
export function nodeErrorOf(node: INode, error: unknown, itemIndex: number): NodeApiError | NodeOperationError {
  if (error instanceof NodeApiError || error instanceof NodeOperationError) {
    error.context['itemIndex'] = itemIndex;
    return error;
  }
  if (error instanceof CarrierError) return carrierErrorOf(node, error, itemIndex);
  if (error instanceof RequestError) return requestErrorOf(node, error, itemIndex);
  const message = error instanceof Error ? error.message : 'The operation could not be finished, for an unknown reason';
  return saying(message, new NodeOperationError(node, message, { itemIndex }));
}

/** n8n reads the name of a system error into any text that holds its letters (codeNotFound) and puts its own sentence. */
function saying<E extends Error>(message: string, shown: E): E {
  shown.message = message;
  return shown;
}

function carrierErrorOf(node: INode, error: CarrierError, itemIndex: number): NodeApiError {
  const httpCode = String(error.httpStatus ?? error.code ?? '');
  const description = descriptionOf(error);
  const message = messageOf(error);
  return saying(message, new NodeApiError(node, { message }, { message, description, httpCode, itemIndex }));
}

/** Where only the message is seen, as on the regular output, it must not pass for a failure. */
function messageOf({ kind, message }: CarrierError): string {
  return kind === 'outcome-unknown' ? sentences(message, 'It may or may not have been carried out.') : message;
}

function descriptionOf({ kind, hint, code, carrierText, retryAfterMs, link }: CarrierError): string {
  const parts = [
    carrierText,
    hint ?? DEFAULT_HINTS[kind],
    code && `Carrier's code: ${code}.`,
    retryAfterMs && `The carrier asks to wait ${Math.ceil(retryAfterMs / 1000)} seconds.`,
    link && `Link: ${link}`,
  ];
  return sentences(...parts);
}

/** One after the other, those that there are. The last one gets no full stop: it would become part of a link. */
export function sentences(...parts: (string | number | undefined)[]): string {
  const texts = parts.flatMap((part) => (part ? [String(part)] : []));
  return texts.map((text, index) => (index < texts.length - 1 ? ended(text) : text)).join(' ');
}

/** With a full stop, unless there is an end mark, which quotation marks and brackets may follow. */
function ended(sentence: string): string {
  return /[.!?:;…。！？：；]["'”’」』）)\]]*\s*$/.test(sentence) ? sentence : `${sentence.trimEnd()}.`;
}

const DEFAULT_HINTS: Record<CarrierError['kind'], string> = {
  rejected: 'The carrier refused the request. Correct what its message names and run again.',
  'not-found': 'Check the number; it may belong to another account.',
  duplicate: 'An order with this reference exists already.',
  credentials: 'Check the credential of this node.',
  'rate-limited': 'The carrier takes no more calls now. Lower Concurrency or raise Pause Between Requests in Options.',
  unavailable: 'The carrier could not be reached. Try again later.',
  'outcome-unknown': 'The request may have taken effect. Check at the carrier before you run it again.',
  'invalid-reply': 'The answer could not be understood. Check the address in the credential.',
};

function requestErrorOf(node: INode, error: RequestError, itemIndex: number): NodeOperationError {
  const description = 'Nothing was sent for this item. Fill in or correct the named fields and run again.';
  return saying(error.message, new NodeOperationError(node, error.message, { itemIndex, description }));
}
