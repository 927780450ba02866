import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
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
export type EnvelopeContent = { response: string } | { fault: { code?: string; text: string } };

/**
 * Opens a reply envelope, whatever its prefixes, with escaped text or CDATA.
 * @throws SyntaxError when it is no complete XML, has a DTD, or is no SOAP envelope
 */
export function readEnvelope(text: string): EnvelopeContent {
  // Entities of a DTD could read files or grow without bound; a carrier has no reason to send one.
  const prolog = text.slice(0, Math.max(0, text.search(/<[A-Za-z_]/)));
  if (/<!DOCTYPE/i.test(prolog)) throw new SyntaxError('the reply has a document type declaration');
  const document: unknown = parser.parse(wellFormed(text.trim()));
  const body = childOf(childOf(document, 'Envelope'), 'Body');
  if (!body) throw new SyntaxError('the reply is not a SOAP envelope');
  const fault = body['Fault'];
  if (isObject(fault)) return { fault: faultOf(fault) };
  const answer = childOf(body, 'callServiceResponse');
  const response = answer?.['response'];
  if (typeof response !== 'string') throw new SyntaxError('the reply has no response element');
  return { response };
}

/** The parser itself would read a reply that breaks off as if it were whole. */
function wellFormed(xml: string): string {
  try {
    SyntaxValidator.validate(xml);
    return xml;
  } catch {
    throw new SyntaxError('the reply is not complete XML');
  }
}

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
