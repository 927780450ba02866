/** Replies of 5 MB. */
import type { Answer } from './answer';
import type { ReplyName } from '../../case';

const LENGTH = 5_000_000;

const records = (): string => listed((index) => record(index, '"12.5"'));
/** Digits that a number of JavaScript does not hold. */
const longNumbers = (): string => listed((index) => record(index, `9007199254740993${index % 10}`));
const oneLongNumber = (): string => records().replace('"12.5"', '90071992547409931');
/** Notices as pages, with quotes in them. */
const longTexts = (): string => listed((index) => JSON.stringify({ orderId: `A${index}`, notice: NOTICE }));
const NOTICE = '<p class="notice">at "noon"</p>'.repeat(200);

const quoted = (json: string): string => inEnvelope(escaped(json).replaceAll('"', '&quot;'));

/** The JSON in each reply, which `JSON.parse` reads too, and the reply as it comes with it. Made when it is asked for. */
export const LONG_REPLIES: Record<ReplyName, { json: () => string; wrap: (json: string) => string }> = {
  json: { json: records, wrap: String },
  oneLongNumber: { json: oneLongNumber, wrap: String },
  longNumbers: { json: longNumbers, wrap: String },
  longTexts: { json: longTexts, wrap: String },
  xml: { json: records, wrap: (json) => inEnvelope(escaped(json)) },
  xmlEscapedQuotes: { json: records, wrap: quoted },
  xmlLongTexts: { json: longTexts, wrap: quoted },
  xmlCdata: { json: records, wrap: (json) => inEnvelope(`<![CDATA[${json}]]>`) },
};

const made = new Map<ReplyName, string>();

export function longText(name: ReplyName): string {
  const { json, wrap } = LONG_REPLIES[name];
  const text = made.get(name) ?? wrap(json());
  made.set(name, text);
  return text;
}

export function isReplyName(name: string): name is ReplyName {
  return name in LONG_REPLIES;
}

export function longReply(name: string): Answer {
  if (!isReplyName(name)) return { type: 'text/plain', body: 'Unknown reply' };
  return { type: name.startsWith('xml') ? 'text/xml' : 'application/json', body: longText(name) };
}

function record(index: number, fee: string): string {
  return `{"orderId":"A${index}","reference_no":"R${index}","trackingNo":"T${index}","status":"Success","fee":${fee},"name":"somebody & there","note":null}`;
}

/** In one object that eTower and Eccang alike take for an answer. */
function listed(entry: (index: number) => string): string {
  const entries: string[] = [];
  for (let characters = 0, index = 0; characters < LENGTH; index += 1) {
    const next = entry(index);
    characters += next.length + 1;
    entries.push(next);
  }
  return `{"ask":"Success","status":"Success","message":"Success","errors":null,"data":[${entries.join(',')}]}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function inEnvelope(response: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="http://www.example.org/Ec/"><SOAP-ENV:Body><ns1:callServiceResponse><response>${response}</response></ns1:callServiceResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>`;
}
