import { isOnlyNotices, noticesIn, type HttpReply, type Steps } from '../http';
import { defined } from '#carriers/shared/defined';
import { textOf } from '#carriers/shared/json-value';
import { readingElements, type Elements } from './elements';

/** What an envelope held: the JSON text of `<response>`, or the fault in the server's words. */
export type EnvelopeContent = ({ response: string } | { fault: { code?: string; text: string } }) & {
  /** What PHP printed before or after the envelope. */
  notices: readonly string[];
};

/**
 * Opens a reply envelope, whatever its prefixes, with escaped text or CDATA, messages of PHP around it or in it, and
 * characters that XML forbids, which are dropped. In steps.
 * @throws SyntaxError when it is no complete XML, has a DTD, or is no SOAP envelope
 */
export function* readingEnvelope(text: string): Steps<EnvelopeContent> {
  const { xml, notices } = envelopeIn(text);
  const elements = yield* readingElements(xml, PATHS);
  const content = contentOf(elements) ?? contentOf(yield* readingElements(xml, PATHS, withEscapedTags));
  if (content) return { ...content, notices };
  throw new SyntaxError(elements ? 'the reply has no response element' : 'the reply is not complete XML');
}

/** False for bytes that are no text, too: what they mean is told by the status, or else by who reads them. */
export function holdsEnvelope(reply: Pick<HttpReply, 'content'>): boolean {
  try {
    return reply.content().includes('Envelope');
  } catch {
    return false;
  }
}

/** The element alone: what else stands in the text may be an XML declaration, comments, and what PHP prints. */
function envelopeIn(text: string): { xml: string; notices: string[] } {
  const { start, words: before } = prologOf(text);
  if (start < 0 || !isOnlyNotices(before)) throw new SyntaxError('the reply is not a SOAP envelope');
  const last = [...text.matchAll(/<\/(?:[\w.-]{1,99}:)?Envelope\s*>/g)].at(-1);
  const end = last === undefined ? text.length : last.index + last[0].length;
  const { start: second, words: after } = prologOf(text.slice(end));
  if (second >= 0 || !isOnlyNotices(after)) throw new SyntaxError('something stands behind the SOAP envelope');
  return { xml: text.slice(start, end), notices: noticesIn(`${before}\n${after}`) };
}

/** Where an envelope begins, or -1, and what stands before it but for declarations and comments. */
function prologOf(text: string): { start: number; words: string } {
  const words: string[] = [];
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(/<!--|<\?|<!DOCTYPE|<(?:[\w.-]{1,99}:)?Envelope[\s>]/gi)) {
    if (index < from) continue;
    words.push(text.slice(from, index));
    const closing = CLOSING[mark];
    // Entities of a DTD could read files or grow without bound; a carrier has no reason to send one.
    if (/doctype/i.test(mark)) throw new SyntaxError('the reply has a document type declaration');
    if (closing === undefined) return { start: index, words: words.join('') };
    const end = text.indexOf(closing, index + mark.length);
    if (end < 0) return { start: -1, words: text };
    from = end + closing.length;
  }
  return { start: -1, words: words.join('') + text.slice(from) };
}

const CLOSING: Readonly<Record<string, string>> = { '<!--': '-->', '<?': '?>' };

/** The tags in which PHP prints its messages: inside `<response>` they are no elements. */
function withEscapedTags(xml: string): string {
  return xml.replace(/<(\/?(?:br|b|a|i|font|pre|span|table|tbody|tr|t[hd])(?![\w:.-])[^<>]*)>/g, '&lt;$1&gt;');
}

const FAULT = 'Envelope/Body/Fault';
const RESPONSE = 'Envelope/Body/callServiceResponse/response';

/** SOAP 1.1 names (`faultcode`, `faultstring`) and those of 1.2 (`Code/Value`, `Reason/Text`). */
const CODES = [`${FAULT}/faultcode`, `${FAULT}/Code/Value`] as const;
const TEXTS = [`${FAULT}/faultstring`, `${FAULT}/Reason/Text`] as const;

const PATHS: readonly string[] = [FAULT, RESPONSE, ...CODES, ...TEXTS];

type Content = { response: string } | { fault: { code?: string; text: string } };

function contentOf(elements: Elements | undefined): Content | undefined {
  if (elements?.has(FAULT) && elements.get(FAULT) === undefined) {
    const textIn = (paths: readonly string[]): string | undefined =>
      paths.map((path) => textOf(elements.get(path))).find((text) => text !== undefined);
    const code = textIn(CODES);
    return { fault: { text: textIn(TEXTS) ?? 'SOAP fault without text', ...defined({ code }) } };
  }
  const response = elements?.get(RESPONSE);
  return response === undefined ? undefined : { response };
}
