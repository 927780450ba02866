import { ECCANG, EccangClient, getOrder, listProducts } from '../../../carriers/eccang';
import { documented, documentedJson } from '../../documented';
import { requests } from '../carrier';
import { carrier, enveloped, paramsOf } from './wire';

describe('envelope', () => {
  it('is the documented one, byte for byte', async () => {
    await listProducts((await carrier(ECCANG, documented('eccang', 'envelope.response.xml'))).client);
    expect(requests()[0]?.body).toBe(documented('eccang', 'envelope.request.xml'));
    expect(requests()[0]?.path).toBe('/default/svc/web-service');
    expect(requests()[0]?.method).toBe('POST');
    expect(requests()[0]?.headers['content-type']).toBe('application/xml');
  });

  it.each([
    '/default/svc/wsdl',
    '/default/svc/web-service',
    '/default/svc/web-service/',
    '/default/svc/wsdl?wsdl',
    '/',
    '',
  ])('goes to the web service when the base URL ends in "%s"', async (pasted) => {
    const { server } = await carrier(ECCANG, documented('eccang', 'envelope.response.xml'));
    await listProducts(
      new EccangClient(ECCANG, { baseUrl: ` ${server.url}${pasted} `, appToken: 'APP_TOKEN', appKey: 'APP_KEY' }),
    );
    expect(server.received[0]?.path).toBe('/default/svc/web-service');
  });

  it('escapes every character that XML reserves, in parameters and credentials', async () => {
    const { server } = await carrier(ECCANG, enveloped({ ask: 'Success' }));
    const own = new EccangClient(ECCANG, { baseUrl: server.url, appToken: `t<&>"'`, appKey: ']]>key' });
    const params = { note: `<a> & "b" 'c' ]]> \u{1F4E6} 手机壳 \uFFFE \u0001` };
    await own.call('anyService', params, { intent: 'read' });
    const body = server.received[0]?.body ?? '';
    expect(body).toContain('<appToken>t&lt;&amp;&gt;&quot;&apos;</appToken>');
    expect(body).toContain('<appKey>]]&gt;key</appKey>');
    expect(body).not.toContain('\uFFFE');
    expect(JSON.parse(paramsOf(body))).toEqual(params);
  });
});

describe('documented replies', () => {
  it('the whole-message SOAP example with CDATA in reply', async () => {
    const cdata = documented('eccang', 'cancelOrder.response.xml').replace(
      /<response>(.*)<\/response>/s,
      '<response><![CDATA[$1]]></response>',
    );
    const { client: own } = await carrier(ECCANG, cdata);
    expect(await own.call('cancelOrder', { reference_no: 'CR36600006' }, { intent: 'write' })).toEqual(
      documentedJson('eccang', 'cancelOrder.response.json'),
    );
  });
});

describe('digits', () => {
  it('keeps numbers that JavaScript would round as text', async () => {
    const { client: own } = await carrier(
      ECCANG,
      documented('eccang', 'envelope.response.xml').replace(
        '"data":[]',
        '"data":{"shipper_hawbcode":12345678901234567890,"order_weight":0.175}',
      ),
    );
    const { raw, parcel } = await getOrder(own, 'X');
    expect(raw).toEqual({ shipper_hawbcode: '12345678901234567890', order_weight: 0.175 });
    expect(parcel.orderNumber).toBe('12345678901234567890');
  });
});

it('a document type inside the data is data', async () => {
  const html = '<!DOCTYPE html><p>&amp;</p>';
  const body = documented('eccang', 'envelope.response.xml').replace(
    /<response>.*<\/response>/s,
    () => `<response><![CDATA[${JSON.stringify({ ask: 'Success', note: html })}]]></response>`,
  );
  const { client } = await carrier(ECCANG, body);
  expect(await client.call('x', {}, { intent: 'write' })).toMatchObject({ note: html });
});

it.each([0, 1, 2, 3])('in CDATA the number of a character is text, wherever CDATA ends (%s)', async (shift) => {
  const note = `&#0;${'x'.repeat(16 * 1024 - 600)}`;
  const json = JSON.stringify({ ask: 'Success', note });
  const before = documented('eccang', 'envelope.response.xml');
  const head = before.slice(before.indexOf('<SOAP-ENV:Envelope'), before.indexOf('<response>'));
  // The marks of its end stand at the end of the 16 KiB that are read at a stretch.
  const filled = 16 * 1024 - head.length - json.length - '<response><![CDATA['.length - shift;
  const body = before.replace(
    /<response>.*<\/response>/s,
    () => `<response><![CDATA[${' '.repeat(filled)}${json}]]>&#0;</response>`,
  );
  const { client } = await carrier(ECCANG, body);
  expect(await client.call('x', {}, { intent: 'write' })).toMatchObject({ note });
});
