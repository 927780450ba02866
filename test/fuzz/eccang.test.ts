import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { readEnvelope, writeEnvelope } from '../../carriers/eccang/envelope';
import { createdParcel, numberedParcel, orderParcel } from '../../carriers/eccang/parcels';
import { decodeReply, failureOf } from '../../carriers/eccang/reply';
import { trackedParcel } from '../../carriers/eccang/tracking';
import { CarrierError } from '../../carriers/http';
import { isObject } from '../../carriers/json-value';
import { fileNameOf } from '../../carriers/label-file';
import { checkRequest, RequestError } from '../../carriers/request-check';
import { ECCANG } from '../../carriers/eccang';
import { HUAHAN } from '../../carriers/huahan';

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
const context = { carrier: 'Eccang TMS', intent: 'read' } as const;

test('whatever is sent arrives as it was, by a strict parser', () => {
  fc.assert(
    fc.property(fc.jsonValue(), xmlText, xmlText, (params, appToken, appKey) => {
      const elements = elementsOf(writeEnvelope({ params, appToken, appKey, service: 'createOrder' }));
      expect(JSON.parse(elements['paramsJson'] ?? '')).toEqual(JSON.parse(JSON.stringify(params)));
      expect(elements['appToken'] ?? '').toBe(appToken);
      expect(elements['appKey'] ?? '').toBe(appKey);
    }),
  );
});

test('text of any kind survives inside the parameters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const elements = elementsOf(writeEnvelope({ params: { text }, appToken: 'a', appKey: 'b', service: 's' }));
      expect(JSON.parse(elements['paramsJson'] ?? '')).toEqual({ text });
    }),
  );
});

test('a reply with any JSON object is read as it was sent, escaped or in CDATA', () => {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (reply, cdata) => {
      const json = JSON.stringify(reply).replace(/[\uFFFE\uFFFF]/g, '');
      const inside = cdata ? `<![CDATA[${json.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : escaped(json);
      const xml = `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="x"><s:Body><n:callServiceResponse xmlns:n="y"><response>${inside}</response></n:callServiceResponse></s:Body></s:Envelope>`;
      expect(readEnvelope(xml)).toEqual({ response: json });
    }),
  );
});

test('no reply makes the decoder fail in any other way than with a CarrierError', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '&',
    '<![CDATA[',
    ']]>',
    '</response>',
    '<response>',
    '{"ask":"Success"}',
    '<?xml version="1.0"?>',
    '<a:Envelope>',
    '<a:Body>',
    '&amp;',
    '"',
    '\u0000',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (text) => {
        try {
          failureOf(decodeReply(text, context), context);
        } catch (error) {
          expect(error).toBeInstanceOf(CarrierError);
        }
      },
    ),
  );
});

test('whatever a carrier writes into its objects, a parcel comes out', () => {
  const names = [
    'reference_no',
    'order_code',
    'status',
    'volume',
    'ItemArr',
    'Consignee',
    'Detail',
    'Status',
    'Occur_date',
    'Occur_time_zone',
    'Code',
    'order_weight',
    'Error',
    'ask',
    'message',
  ];
  const loose = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.constantFrom(null, '', 'AF', 'C', 'constructor', '__proto__'),
      tie('object'),
      fc.array(tie('object'), { maxLength: 3 }),
    ),
    object: fc.dictionary(fc.constantFrom(...names), tie('value')),
  })).object;
  fc.assert(
    fc.property(loose, (value) => {
      const object = isObject(value) ? value : {};
      for (const read of [createdParcel, orderParcel, numberedParcel, trackedParcel]) {
        const parcel = read('eccang', object);
        expect(parcel.carrier).toBe('eccang');
        expect(Object.values(parcel)).not.toContain('');
      }
      failureOf(object, context);
    }),
  );
});

test('an order of any shape is passed unchanged or refused by field', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(ECCANG, HUAHAN), (order, { order: { schema } }) => {
      try {
        expect(checkRequest(schema, order)).toBe(order);
      } catch (error) {
        expect(error).toBeInstanceOf(RequestError);
        expect(error).toHaveProperty('problems.0.problem', expect.stringMatching(/^\S/));
      }
    }),
  );
});

test('a file name is never a path and never empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (stem) => {
      expect(fileNameOf(stem, 'pdf')).toMatch(/^[^./\\\s][^/\\\s]*\.pdf$/u);
    }),
  );
});
