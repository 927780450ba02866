import fc from 'fast-check';
import { always } from '../property';
import { SaxesParser } from 'saxes';
import { writeEnvelope } from '../../../carriers/eccang/envelope';
import { readingEnvelope } from '../../../carriers/eccang/envelope-reader';
import { atOnce } from '../../../carriers/http/slices';

/** What a strict XML parser that is not ours finds in the elements of the envelope. */
function elementsOf(xml: string): Record<string, string> {
  const elements: Record<string, string> = {};
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => open.push(name));
  parser.on('text', (text) => {
    const name = open.at(-1) ?? '';
    elements[name] = (elements[name] ?? '') + text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return elements;
}

/** XML has no way to write these; tokens of carriers do not hold them. */
const xmlText = fc.string({ unit: 'grapheme' }).filter((text) => !/[\p{Cc}\uFFFE\uFFFF]/u.test(text));

it('whatever is sent arrives as it was, by a strict parser', () => {
  always(
    fc.property(fc.jsonValue(), xmlText, xmlText, (params, appToken, appKey) => {
      const elements = elementsOf(writeEnvelope({ params, appToken, appKey, service: 'createOrder' }));
      expect(JSON.parse(elements['paramsJson'] ?? '')).toEqual(JSON.parse(JSON.stringify(params)));
      expect(elements['appToken'] ?? '').toBe(appToken);
      expect(elements['appKey'] ?? '').toBe(appKey);
    }),
  );
});

it('text of any kind survives inside the parameters', () => {
  always(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const elements = elementsOf(writeEnvelope({ params: { text }, appToken: 'a', appKey: 'b', service: 's' }));
      expect(JSON.parse(elements['paramsJson'] ?? '')).toEqual({ text });
    }),
  );
});

it('a reply with any JSON object is read as it was sent, escaped or in CDATA', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('&#0;', 'a&#x1F;', ']]>', '<![CDATA[', '&amp;#0;', '&#65;'));
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  always(
    fc.property(fc.dictionary(text, fc.oneof(text, fc.jsonValue())), fc.boolean(), (reply, cdata) => {
      const json = JSON.stringify(reply).replace(/[\uFFFE\uFFFF]/g, '');
      const inside = cdata ? `<![CDATA[${json.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : escaped(json);
      const xml = `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="x"><s:Body><n:callServiceResponse xmlns:n="y"><response>${inside}</response></n:callServiceResponse></s:Body></s:Envelope>`;
      expect(atOnce(readingEnvelope(xml))).toEqual({ response: json, notices: [] });
    }),
  );
});
