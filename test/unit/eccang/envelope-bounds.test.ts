import { readingEnvelope } from '../../../carriers/eccang/envelope-reader';
import { atOnce } from '../../../carriers/http';

const read = (xml: string) => atOnce(readingEnvelope(xml));
const envelope = (inside: string) =>
  `<s:Envelope xmlns:s="x"><s:Body><n:callServiceResponse xmlns:n="y"><response>${inside}</response></n:callServiceResponse></s:Body></s:Envelope>`;

const LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

it.each([
  ['before it', `${LAUGHS}${envelope('&b;')}`],
  ['behind a comment', `<!-- <a> -->${LAUGHS}${envelope('&b;')}`],
  ['behind a comment with an envelope', `<!-- <Envelope > -->${LAUGHS}${envelope('&b;')}`],
  ['behind the declaration', `<?xml version="1.0"?>\n<!-- x -->\n${LAUGHS.toLowerCase()}${envelope('&b;')}`],
  ['in it', envelope(LAUGHS)],
  ['behind it', `${envelope('{}')}${LAUGHS}`],
])('a document type is refused %s', (_, xml) => {
  expect(() => read(xml)).toThrow(SyntaxError);
});

it('one in the words of a reply is no document type', () => {
  const page = '{"message":"<!DOCTYPE html>"}';
  expect(read(envelope(`<![CDATA[${page}]]>`))).toEqual({ response: page, notices: [] });
});

it.each([
  ['100,000 levels', envelope('<a>'.repeat(100_000) + '</a>'.repeat(100_000)), 'more than 50 levels deep'],
  ['a million elements', envelope('<q/>'.repeat(1_000_000)), 'too many elements'],
  ['a million attributes', envelope(`<q ${'a="b" '.repeat(1_000_000)}/>`), 'not complete XML'],
  ['a name without end', `<Envelope ${'a'.repeat(5_000_000)}`, 'not complete XML'],
  ['a comment without end', `<!-- ${envelope('{}')}`, 'not a SOAP envelope'],
])('%s are an error', (_, xml, words) => {
  expect(() => read(xml)).toThrow(words);
});

it.each([
  ['escaped', (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')],
  ['in CDATA', (text: string) => `<![CDATA[${text}]]>`],
  ['in CDATA that begins anew', (text: string) => text.replace(/.{1,999}/gsu, '<![CDATA[$&]]>')],
  ['in numbers', (text: string) => text.replace(/["&<]/g, (mark) => `&#x${mark.charCodeAt(0).toString(16)};`)],
])('a long reply is read whole: %s', (_, written) => {
  const text = JSON.stringify({ ask: 'Success', data: `"中文 & <b>😀`.repeat(50_000) });
  expect(read(envelope(written(text)))).toEqual({ response: text, notices: [] });
});

it('names of entities that nobody knows stay as they stand', () => {
  expect(read(envelope('&constructor; &__proto__; &nbsp;&#0;&#x4e2d;&euro;'))).toEqual({
    response: '&constructor; &__proto__; \u00a0中€',
    notices: [],
  });
});
