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
