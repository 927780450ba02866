import { SaxesParser, type SaxesTagNS } from 'saxes';

/** The four texts of one `callService` envelope (`eccang.md` 1.2); an absent element reads as ''. */
export interface ServiceCall {
  paramsJson: string;
  appToken: string;
  appKey: string;
  service: string;
}

/** The body is no envelope the carrier's SOAP server would take. */
export class MalformedEnvelope extends Error {}

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const operation = 'http://www.example.org/Ec/';

/** What each level of nesting may hold. The order of the fields is free (inferred, `eccang.md` 1.2). */
const levels = [
  { namespace: soap, names: ['Envelope'] },
  { namespace: soap, names: ['Body'] },
  { namespace: operation, names: ['callService'] },
  { namespace: '', names: ['paramsJson', 'appToken', 'appKey', 'service'] },
] as const;

/** Reads a request strictly: UTF-8, well-formed, namespaces as documented, no DTD. Throws `MalformedEnvelope`. */
export function readEnvelope(body: Buffer): ServiceCall {
  const xml = decode(body);
  // Whitespace before the declaration makes the real server fail (`eccang.md` 1.1).
  if (!/^<\?xml[ \t\r\n]/.test(xml))
    throw new MalformedEnvelope('The XML declaration must be the first bytes of the body');
  const found = new Map<string, string>();
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', (error) => {
    throw new MalformedEnvelope(error.message);
  });
  parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
    if (encoding.toUpperCase() !== 'UTF-8') throw new MalformedEnvelope(`Encoding ${encoding} is not supported`);
  });
  parser.on('doctype', () => {
    throw new MalformedEnvelope('DTD is not supported by SOAP');
  });
  parser.on('opentag', (tag) => {
    const name = nameAt(open.length, tag);
    if (found.has(name)) throw new MalformedEnvelope(`Element ${name} occurs twice`);
    found.set(name, '');
    open.push(name);
  });
  parser.on('closetag', () => void open.pop());
  const collect = (text: string) => {
    const name = open.at(-1);
    if (open.length === levels.length && name !== undefined) found.set(name, `${found.get(name) ?? ''}${text}`);
    else if (text.trim() !== '') throw new MalformedEnvelope(`Text outside a field: ${text.trim().slice(0, 20)}`);
  };
  parser.on('text', collect);
  parser.on('cdata', collect);
  parser.write(xml).close();
  if (!found.has('callService')) throw new MalformedEnvelope('The Body holds no callService');
  const field = (name: string) => found.get(name) ?? '';
  return {
    paramsJson: field('paramsJson'),
    appToken: field('appToken'),
    appKey: field('appKey'),
    service: field('service'),
  };
}

/** The documented answer: one JSON text inside `response`, escaped. */
export function writeEnvelope(json: string): string {
  return envelope(`        <ns1:callServiceResponse>
            <response>${escape(json)}</response>
        </ns1:callServiceResponse>`);
}

/** The JSON text in an answer of `writeEnvelope`, or undefined when the XML holds none. */
export function openEnvelope(xml: string): string | undefined {
  const [, escaped] = /<response>([^<]*)<\/response>/.exec(xml) ?? [];
  return escaped?.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

export function writeFault(message: string): string {
  return envelope(`        <SOAP-ENV:Fault>
            <faultcode>SOAP-ENV:Client</faultcode>
            <faultstring>${escape(message)}</faultstring>
        </SOAP-ENV:Fault>`);
}

function envelope(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="${soap}" xmlns:ns1="${operation}">
    <SOAP-ENV:Body>
${content}
    </SOAP-ENV:Body>
</SOAP-ENV:Envelope>
`;
}

function nameAt(depth: number, { uri, local, name }: SaxesTagNS): string {
  const level = levels[depth];
  const allowed: readonly string[] = level?.names ?? [];
  if (!level || uri !== level.namespace || !allowed.includes(local)) {
    throw new MalformedEnvelope(`Unexpected element ${name} in namespace "${uri}"`);
  }
  return local;
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new MalformedEnvelope('The body is not UTF-8');
  }
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
