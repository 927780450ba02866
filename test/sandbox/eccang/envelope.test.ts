import { documented } from '../../documented';
import { asObject, exampleJson, sandboxOfThisFile } from '../wire';
import { accounts, call, created, envelopeXml, order, postXml, readAnswer, withCredentials } from './wire';

const sandbox = sandboxOfThisFile();

const good = () => envelopeXml('eccang', 'getShippingMethod', {});

describe('envelope', () => {
  it('the documented bare envelope is answered in the documented form', async () => {
    const response = await postXml(
      sandbox,
      'eccang',
      withCredentials('eccang', documented('eccang', 'envelope.request.xml')),
    );
    const xml = await response.text();
    const frame = /^<\?xml[^]*<response>|<\/response>[^]*$/g;
    const squeeze = (text: string) => text.replace(/\s+</g, '<').trim();
    expect(squeeze((xml.match(frame) ?? []).join('…'))).toBe(
      squeeze((documented('eccang', 'envelope.response.xml').match(frame) ?? []).join('…')),
    );
  });

  it.each(['cancelOrder.request.xml', 'getLabelUrl.request.xml'])('%s, with CDATA, reaches its order', async (file) => {
    await call(sandbox, 'eccang', 'createOrder', order('eccang', 'CR36600006'));
    const answer = await readAnswer(
      await postXml(sandbox, 'eccang', withCredentials('eccang', documented('eccang', file))),
    );
    expect(answer).toMatchObject({ ask: 'Success', reference_no: 'CR36600006' });
  });

  it('entities in the JSON are decoded and come back escaped', async () => {
    const street = 'A & B <Street> "1"';
    const changes = { Consignee: { ...consignee(), consignee_street: street } };
    const { waybill } = await created(sandbox, 'eccang', 'ENTITIES-1', changes);
    const response = await postXml(sandbox, 'eccang', envelopeXml('eccang', 'getOrder', { reference_no: waybill }));
    const raw = await response.clone().text();
    expect(raw).toContain('A &amp; B &lt;Street&gt;');
    expect(await readAnswer(response)).toMatchObject({ data: { Consignee: { consignee_street: street } } });
  });

  it('the order of the fields does not matter and paramsJson may be missing or empty', async () => {
    const { appToken, appKey } = accounts.eccang;
    const others = `<appToken>${appToken}</appToken><appKey>${appKey}</appKey><service>getShippingMethod</service>`;
    for (const fields of [others, `${others}<paramsJson/>`, `${others}<paramsJson> {} </paramsJson>`]) {
      const xml = good().replace(/<paramsJson>[^]*<\/service>/, () => fields);
      expect(await readAnswer(await postXml(sandbox, 'eccang', xml))).toMatchObject({ ask: 'Success' });
    }
  });

  it.each<[string, (xml: string) => string | Buffer]>([
    ['unescaped &', (xml) => xml.replace('{}', '{"a":"x & y"}')],
    ['unescaped <', (xml) => xml.replace('{}', '{"a":"x < y"}')],
    ['whitespace before the declaration', (xml) => `\n${xml}`],
    ['byte order mark before the declaration', (xml) => `\uFEFF${xml}`],
    ['no declaration', (xml) => xml.replace(/^<\?xml[^>]*>\s*/, '')],
    ['another encoding', (xml) => xml.replace('UTF-8', 'GBK')],
    ['bytes that are not UTF-8', (xml) => Buffer.from(xml.replace('{}', '{"a":"é"}'), 'latin1')],
    ['DTD', (xml) => xml.replace('<SOAP-ENV:Envelope', '<!DOCTYPE x [<!ENTITY e "x">]><SOAP-ENV:Envelope')],
    [
      'another envelope namespace',
      (xml) => xml.replace('schemas.xmlsoap.org/soap/envelope/', 'www.w3.org/2003/05/soap-envelope'),
    ],
    ['another operation namespace', (xml) => xml.replace('http://www.example.org/Ec/', 'http://www.example.org/')],
    ['prefixed field', (xml) => xml.replaceAll('service>', 'ns1:service>')],
    ['field that is not documented', (xml) => xml.replace('<paramsJson>', '<language>en_US</language><paramsJson>')],
    ['field given twice', (xml) => xml.replace('<paramsJson>', '<service>getOrder</service><paramsJson>')],
    ['empty body', () => ''],
    ['JSON instead of XML', () => '{"service":"getOrder"}'],
    ['unclosed element', (xml) => xml.slice(0, -20)],
  ])('%s is a SOAP fault with HTTP 500', async (_case, spoil) => {
    const response = await postXml(sandbox, 'eccang', spoil(good()));
    expect(response.status).toBe(500);
    expect(await response.text()).toMatch(/<SOAP-ENV:Fault>\s*<faultcode>SOAP-ENV:Client/);
  });

  it('only POST, only the documented path', async () => {
    const address = sandbox.addresses.eccang ?? '';
    expect((await fetch(address)).status).toBe(405);
    expect((await fetch(address.replace('web-service', 'other'), { method: 'POST', body: good() })).status).toBe(404);
  });
});

describe('protocol failures are HTTP 200 with err_code at top level and no Error', () => {
  const { appToken, appKey } = accounts.eccang;
  it.each<[string, (xml: string) => string]>([
    ['50001', (xml) => xml.replace(appToken, 'wrong-token')],
    ['50001', (xml) => xml.replace(appKey, 'wrong-key')],
    ['50001', (xml) => xml.replace(appToken, accounts.huahan.appToken).replace(appKey, accounts.huahan.appKey)],
    ['50002', (xml) => xml.replace(appToken, '')],
    ['50002', (xml) => xml.replace(/<appToken>.*<\/appToken>/, '')],
    ['50003', (xml) => xml.replace(appKey, '')],
    ['50004', (xml) => xml.replace('getShippingMethod', '')],
    ['50005', (xml) => xml.replace('getShippingMethod', 'getshippingmethod')],
    ['50005', (xml) => xml.replace('getShippingMethod', 'constructor')],
    ['50005', (xml) => xml.replace('getShippingMethod', 'getPrintTemplateName')],
    ['50006', (xml) => xml.replace('{}', '{"a":')],
    ['50006', (xml) => xml.replace('{}', 'undefined')],
  ])('%s', async (code, spoil) => {
    const answer = await readAnswer(await postXml(sandbox, 'eccang', spoil(good())));
    expect(answer).toMatchObject({ ask: 'Failure', err_code: code, message: expect.any(String) });
    expect(answer).not.toHaveProperty('Error');
  });

  it.each([
    'getReceivingExpense',
    'getFieldRule',
    'addressValidate',
    'getCountry',
    'getExtraService',
    'getLabelByTemplate',
  ])('Huahan does not know %s', async (service) => {
    expect(await call(sandbox, 'huahan', service, {})).toMatchObject({ ask: 'Failure', err_code: '50005' });
  });
});

function consignee() {
  return asObject(exampleJson('eccang', 'createOrder.request.json').Consignee);
}
