import { encode } from 'iconv-lite';
import type { Answer } from './loopback';

/** PHP's messages as a server shows them: in HTML, and as a log does. */
export const NOTICE =
  '<br />\n<b>Notice</b>:  Undefined index: sku in <b>/srv/www/app/Order.php</b> on line <b>12</b><br />\n';
export const WARNING =
  'PHP Warning:  Trying to access array offset on value of type null in /srv/www/a.php on line 7\n';

/** Entries of a list as PHP writes it when some of its numbers are missing, or names stand in their place. */
export function withGaps(entries: readonly unknown[]): object {
  return Object.fromEntries(entries.map((entry, at) => [at * 2, entry]));
}
export function byName(entries: readonly unknown[]): object {
  return Object.fromEntries(entries.map((entry, at) => [`entry${at}`, entry]));
}

/** A body in a charset, which the header names so. */
export function inCharset(text: string, name: string, encoding = name): Answer {
  return { headers: { 'Content-Type': `text/html; charset=${name}` }, body: encode(text, encoding) };
}

/**
 * An answer in JSON as servers may send it: what is around it and in it changes nothing of what it says.
 * @param framed puts JSON into what the carrier sends
 */
export function disturbed(json: unknown, framed: (json: string) => string): readonly (readonly [string, Answer])[] {
  const text = JSON.stringify(json);
  const whole = framed(text);
  const inFirstText = (inserted: string): string => text.replace(/":"(?=[^"])/, `":"${inserted}`);
  return [
    ['GBK', inCharset(whole, 'GBK')],
    ['GB2312 in quotation marks', inCharset(whole, '"gb2312"', 'gbk')],
    ['UTF-16', inCharset(`\ufeff${whole}`, 'utf-16', 'utf16le')],
    ['UTF-8 under a name for all files', { headers: { 'Content-Type': 'text/html; charset=ISO-8859-1' }, body: whole }],
    ['a mark', { body: `\ufeff${whole}` }],
    ['marks outside and inside', { body: `\ufeff\n\ufeff${framed(`\ufeff ${text}`)}` }],
    ['a notice before', { body: NOTICE + whole }],
    ['a warning before a mark', { body: `${WARNING}\ufeff${whole}` }],
    ['a notice after', { body: `${whole}\n${NOTICE}` }],
    ['a notice inside', { body: framed(NOTICE + text) }],
    ['a control character', { body: framed(inFirstText('\u0001')) }],
    ['the JSON in a text', { body: framed(JSON.stringify(text)) }],
  ];
}

/** What is no whole answer, or no text: each is an error. */
export function unreadableAnswers(
  json: unknown,
  framed: (json: string) => string,
): readonly (readonly [string, Answer])[] {
  const whole = framed(JSON.stringify(json));
  return [
    ['a web page that holds the answer', { body: `<!DOCTYPE html><html><body><pre>${whole}</pre></body></html>` }],
    ['a notice before a part of an answer', { body: NOTICE + whole.slice(0, -12) }],
    ['a notice alone', { body: NOTICE }],
    ['other text before the answer', { body: `Debug: 1\n${whole}` }],
    [
      'bytes that are no text in the charset',
      {
        headers: { 'Content-Type': 'text/html; charset=GBK' },
        body: Buffer.concat([Buffer.from(whole), Buffer.from([0xff])]),
      },
    ],
    ['bytes that are no text at all', { body: Buffer.concat([encode(whole, 'gbk'), Buffer.from([0xd6])]) }],
  ];
}
