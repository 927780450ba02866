import fc from 'fast-check';
import { choosing } from './disturbances';
import { answerCalls, outcome, REPLIES } from './documented-replies';
import { deepJson, hostileJson, hostileText, isPolluted, planted } from './hostile';
import { always } from './property';

answerCalls();

const status = fc.oneof(
  { weight: 6, arbitrary: fc.constant(200) },
  { weight: 1, arbitrary: fc.constantFrom(201, 204, 301, 400, 401, 403, 404, 409, 422, 429, 500, 503) },
);
const reply = fc.constantFrom(...REPLIES);
const numbers = fc.array(fc.nat(9999), { minLength: 6, maxLength: 20 });

const anyJson = fc.oneof({ weight: 30, arbitrary: hostileJson }, { weight: 1, arbitrary: deepJson });

it('whatever stands in an answer of any operation, it is read, or refused with a CarrierError', async () => {
  await always(
    fc.asyncProperty(reply, anyJson, numbers, status, async (documented, json, chosen, code) => {
      const choose = choosing(chosen);
      const framed = documented.framed(planted(documented.value, json, choose), choose);
      const found = await outcome(documented, { status: code, headers: {}, body: Buffer.from(framed) });
      expect({ found, isPolluted: isPolluted() }).not.toMatchObject({ isPolluted: true });
    }),
  );
});

const PIECES = [
  '<a:Envelope xmlns:a="x"><a:Body><b:callServiceResponse xmlns:b="y"><response>',
  '</response></b:callServiceResponse></a:Body></a:Envelope>',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE x>',
  '&#0;',
  '{"code":200,"success":true,"data":',
  '{"success":true,"code":"0","data":',
  '{"status":"Success","errors":null,"data":[',
  '{"status":{"code":"OK"},"data":',
  '{"ask":"Success","data":',
  ']}',
  '}',
  '"',
  '\ufeff',
  '\r\n',
  '<br />\n<b>Notice</b>: x in <b>a.php</b> on line <b>1</b><br />\n',
  '%PDF-1.4\n',
  'PK\x03\x04',
];

it('whatever bytes come as an answer of any operation, they are read, or refused with a CarrierError', async () => {
  const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), hostileText), { maxLength: 8 });
  const bytes = fc.oneof(
    texts.map((parts) => Buffer.from(parts.join(''))),
    fc.uint8Array({ maxLength: 40 }).map((each) => Buffer.from(each)),
  );
  const type = fc.constantFrom(
    '',
    'application/json',
    'text/xml; charset=gbk',
    'text/html; charset=utf-16',
    'a;charset=\0',
  );
  await always(
    fc.asyncProperty(reply, bytes, type, status, async (documented, body, contentType, code) => {
      await outcome(documented, { status: code, headers: { 'content-type': contentType }, body });
    }),
  );
});
