import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { isOnlyNotices, noticesIn } from '../http';
import { isObject, textOf, type JsonObject } from '#carriers/shared/json-value';

export interface Envelope {
  /** Business parameters: an object, or a list for some methods (`eccang.md` 1.2). */
  params: unknown;
  appToken: string;
  appKey: string;
  /** Method name, case-sensitive. */
  service: string;
}

/** SOAP 1.1 as `eccang.md` 1.2 documents it: this order of elements, and the namespace that looks like a placeholder. */
export function writeEnvelope({ params, appToken, appKey, service }: Envelope): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="http://www.example.org/Ec/">
    <SOAP-ENV:Body>
        <ns1:callService>
            <paramsJson>${escapeXml(JSON.stringify(params))}</paramsJson>
            <appToken>${escapeXml(appToken)}</appToken>
            <appKey>${escapeXml(appKey)}</appKey>
            <service>${escapeXml(service)}</service>
        </ns1:callService>
    </SOAP-ENV:Body>
</SOAP-ENV:Envelope>
`;
}

/** What an envelope held: the JSON text of `<response>`, or the fault in the server's words. */
export type EnvelopeContent = ({ response: string } | { fault: { code?: string; text: string } }) & {
  /** What PHP printed before or after the envelope. */
  notices: readonly string[];
};

/**
 * Opens a reply envelope, whatever its prefixes, with escaped text or CDATA, messages of PHP around it or in it, and
 * characters that XML forbids, which are dropped.
 * @throws SyntaxError when it is no complete XML, has a DTD, or is no SOAP envelope
 */
export function readEnvelope(text: string): EnvelopeContent {
  const { xml, notices } = envelopeIn(text);
  const content = contentOf(xml) ?? contentOf(withEscapedTags(xml));
  if (content) return { ...content, notices };
  throw new SyntaxError(isWellFormed(xml) ? 'the reply has no response element' : 'the reply is not complete XML');
}

/** The element alone: what else stands in the text may be an XML declaration, comments, and what PHP prints. */
function envelopeIn(text: string): { xml: string; notices: string[] } {
  const start = text.search(/<([\w.-]+:)?Envelope[\s>]/);
  const prolog = text.slice(0, start < 0 ? undefined : start);
  // Entities of a DTD could read files or grow without bound; a carrier has no reason to send one.
  if (/<!DOCTYPE/i.test(prolog)) throw new SyntaxError('the reply has a document type declaration');
  const before = prolog.replace(NO_CONTENT, '');
  if (start < 0 || !isOnlyNotices(before)) throw new SyntaxError('the reply is not a SOAP envelope');
  const last = [...text.matchAll(/<\/([\w.-]+:)?Envelope\s*>/g)].at(-1);
  const end = last === undefined ? text.length : last.index + last[0].length;
  const after = text.slice(end).replace(NO_CONTENT, '');
  if (!isOnlyNotices(after)) throw new SyntaxError('something stands behind the SOAP envelope');
  return { xml: legal(text.slice(start, end)), notices: noticesIn(`${before}\n${after}`) };
}

/** Declarations and comments. */
const NO_CONTENT = /<\?[^]*?\?>|<!--[^]*?-->/g;

function contentOf(xml: string): { response: string } | { fault: { code?: string; text: string } } | undefined {
  if (!isWellFormed(xml)) return undefined;
  const document: unknown = parser.parse(xml);
  const body = childOf(childOf(document, 'Envelope'), 'Body');
  const fault = body?.['Fault'];
  if (isObject(fault)) return { fault: faultOf(fault) };
  const response = childOf(body, 'callServiceResponse')?.['response'];
  return typeof response === 'string' ? { response } : undefined;
}

/** The parser itself would read a reply that breaks off as if it were whole. */
function isWellFormed(xml: string): boolean {
  try {
    SyntaxValidator.validate(xml);
    return true;
  } catch {
    return false;
  }
}

/** The tags in which PHP prints its messages: inside `<response>` they are no elements. */
function withEscapedTags(xml: string): string {
  return xml.replace(/<(\/?(?:br|b|a|i|font|pre|span|table|tbody|tr|t[hd])(?![\w:.-])[^>]*)>/g, '&lt;$1&gt;');
}

/** Without the characters that XML 1.0 forbids, written as they are or by number. */
function legal(xml: string): string {
  return xml.replace(FORBIDDEN, (found, hexadecimal?: string, decimal?: string) => {
    if (hexadecimal === undefined && decimal === undefined) return '';
    const code = hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16);
    return code <= 0x10ffff && String.fromCodePoint(code).search(FORBIDDEN) < 0 ? found : '';
  });
}

const FORBIDDEN = /[^\P{Cc}\t\n\r\x7f-\x9f]|\p{Cs}|[\uFFFE\uFFFF]|&#[xX]([\da-fA-F]+);|&#(\d+);/gu;

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  // Only with this set does the library decode numeric entities such as &#20013; too.
  htmlEntities: true,
});

function childOf(parent: unknown, name: string): JsonObject | undefined {
  const child = isObject(parent) ? parent[name] : undefined;
  return isObject(child) ? child : undefined;
}

/** SOAP 1.1 names (`faultcode`, `faultstring`) and those of 1.2 (`Code/Value`, `Reason/Text`). */
function faultOf(fault: JsonObject): { code?: string; text: string } {
  const code = textOf(fault['faultcode']) ?? textOf(childOf(fault, 'Code')?.['Value']);
  const text = textOf(fault['faultstring']) ?? textOf(childOf(fault, 'Reason')?.['Text']) ?? 'SOAP fault without text';
  return code === undefined ? { text } : { code, text };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** `]]>` is safe because `>` is escaped. Inside JSON, control characters are already `\u` escapes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character).replace(NOT_XML, asJsonEscape);
}

/** Two code points that JSON leaves as they are and XML 1.0 forbids. */
const NOT_XML = /[\uFFFE\uFFFF]/g;

function asJsonEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16)}`;
}
