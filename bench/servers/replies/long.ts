/** Replies of 5 MB. */
import type { Answer } from '.';
import type { ReplyName } from '../../case';

const LENGTH = 5_000_000;

const RECORDS = recordsWith(() => '"12.5"');
/** Digits that a number of JavaScript does not hold. */
const LONG_NUMBERS = recordsWith((index) => `9007199254740993${index % 10}`);

/** The JSON in each reply, which `JSON.parse` reads too. */
export const LONG_JSON: Record<ReplyName, string> = {
  json: RECORDS,
  longNumbers: LONG_NUMBERS,
  xml: RECORDS,
  xmlEscapedQuotes: RECORDS,
  xmlCdata: RECORDS,
};

/** The reply as it comes. */
export const LONG_TEXT: Record<ReplyName, () => string> = {
  json: () => RECORDS,
  longNumbers: () => LONG_NUMBERS,
  xml: () => inEnvelope(escaped(RECORDS)),
  xmlEscapedQuotes: () => inEnvelope(escaped(RECORDS).replaceAll('"', '&quot;')),
  xmlCdata: () => inEnvelope(`<![CDATA[${RECORDS}]]>`),
};

export function isReplyName(name: string): name is ReplyName {
  return name in LONG_TEXT;
}

export function longReply(name: string): Answer {
  if (!isReplyName(name)) return { type: 'text/plain', body: 'Unknown reply' };
  return { type: name.startsWith('xml') ? 'text/xml' : 'application/json', body: LONG_TEXT[name]() };
}

/** In one object that eTower and Eccang alike take for an answer. */
function recordsWith(fee: (index: number) => string): string {
  const records: string[] = [];
  for (let characters = 0, index = 0; characters < LENGTH; index += 1) {
    const record = `{"orderId":"A${index}","reference_no":"R${index}","trackingNo":"T${index}","status":"Success","fee":${fee(index)},"name":"somebody & there","note":null}`;
    characters += record.length + 1;
    records.push(record);
  }
  return `{"ask":"Success","status":"Success","message":"Success","errors":null,"data":[${records.join(',')}]}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function inEnvelope(response: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="http://www.example.org/Ec/"><SOAP-ENV:Body><ns1:callServiceResponse><response>${response}</response></ns1:callServiceResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>`;
}
