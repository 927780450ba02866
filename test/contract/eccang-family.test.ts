import {
  createOrder,
  checkOrder,
  ECCANG,
  EccangClient,
  getLabelLink,
  getOrder,
  listProducts,
  trackParcels,
} from '../../carriers/eccang';
import type { EccangDeployment } from '../../carriers/eccang';
import { HUAHAN } from '../../carriers/huahan';
import { documented, documentedJson } from '../documented';
import { carrier, enveloped, object, paramsOf } from './eccang-carrier';
import type { Answer, Loopback } from './loopback';

let server: Loopback;

/** The client of a carrier that answers with these bodies, one after the other. */
async function client(deployment: EccangDeployment, ...answers: (string | Answer)[]): Promise<EccangClient> {
  const scripted = await carrier(deployment, ...answers);
  server = scripted.server;
  return scripted.client;
}

function sentParams(call = 0): string {
  return paramsOf(server.received[call]?.body ?? '');
}

describe('envelope', () => {
  it('is the documented one, byte for byte', async () => {
    await listProducts(await client(ECCANG, documented('eccang', 'envelope.response.xml')));
    expect(server.received[0]?.body).toBe(documented('eccang', 'envelope.request.xml'));
    expect(server.received[0]?.path).toBe('/default/svc/web-service');
    expect(server.received[0]?.method).toBe('POST');
    expect(server.received[0]?.headers['content-type']).toBe('application/xml');
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

describe('documented requests', () => {
  it.each([
    ['eccang', ECCANG],
    ['huahan', HUAHAN],
  ])('%s createOrder goes out as it was given', async (carrier, deployment) => {
    const order = object(documentedJson(carrier, 'createOrder.request.json'));
    const own = await client(deployment, enveloped(documentedJson(carrier, 'createOrder.response.json')));
    await createOrder(own, checkOrder(deployment, order));
    expect(sentParams()).toBe(JSON.stringify(order));
    expect(server.received[0]?.body).toContain('<service>createOrder</service>');
  });

  it('getOrder', async () => {
    const own = await client(ECCANG, enveloped(documentedJson('eccang', 'getOrder.response.json')));
    await getOrder(own, 'QGADCX18041700000003');
    expect(sentParams()).toBe(JSON.stringify(documentedJson('eccang', 'getOrder.request.json')));
  });

  it('getLabelUrl', async () => {
    const own = await client(ECCANG, enveloped({ ask: 'Success', url: 'http://labels.example.com/1.pdf' }));
    await getLabelLink(own, { number: 'CR36600006' });
    expect(sentParams()).toBe(JSON.stringify(documentedJson('eccang', 'getLabelUrl.request.json')));
  });

  it('getLabelUrl with everything, and with the old spelling', async () => {
    const own = await client(ECCANG, enveloped({ ask: 'Success', url: 'http://labels.example.com/1.pdf' }));
    await getLabelLink(own, { number: 'A1', type: 3, labelType: 2, labelContentType: 6 });
    await getLabelLink(own, { number: 'A1', labelType: 3, oldSpelling: true });
    expect(sentParams(0)).toBe('{"reference_no":"A1","type":3,"label_type":2,"label_content_type":6}');
    expect(sentParams(1)).toBe('{"reference_no":"A1","lable_type":3}');
  });

  it('getCargoTrack', async () => {
    const own = await client(HUAHAN, documented('huahan', 'getCargoTrack.response.xml'));
    await trackParcels(own, ['HHWDE9344000011YQ', 'HHWDE9344000012YQ']);
    expect(sentParams()).toBe(JSON.stringify(documentedJson('huahan', 'getCargoTrack.request.json')));
  });
});

describe('documented replies', () => {
  it('createOrder at Eccang', async () => {
    const own = await client(ECCANG, enveloped(documentedJson('eccang', 'createOrder.response.json')));
    const { raw, parcel } = await createOrder(own, { reference_no: 'TEST0001' });
    expect(raw).toEqual(documentedJson('eccang', 'createOrder.response.json'));
    expect(parcel).toEqual({
      carrier: 'eccang',
      reference: 'TEST0001',
      orderNumber: 'EC20188041602884YQ',
      trackingNumber: 'LZ251182095CN',
    });
  });

  it('createOrder at Huahan', async () => {
    const own = await client(HUAHAN, documented('huahan', 'createOrder.response.xml'));
    const { raw, parcel } = await createOrder(own, { reference_no: 'WWTEST202001084549' });
    expect(raw).toEqual(documentedJson('huahan', 'createOrder.response.json'));
    expect(parcel).toEqual({
      carrier: 'huahan',
      reference: 'WWTEST202001084549',
      orderNumber: 'HHWEW0008000011YQ',
      trackingNumber: 'LW423745051CN',
    });
  });

  it('getOrder at Eccang', async () => {
    const document = object(documentedJson('eccang', 'getOrder.response.json'));
    const { raw, parcel } = await getOrder(await client(ECCANG, enveloped(document)), 'QGADCX18041700000003');
    expect(raw).toEqual(document['data']);
    expect(parcel).toMatchObject({
      carrier: 'eccang',
      orderNumber: 'QGADCX18041700000003',
      trackingNumber: 'QGADCX18041700000003',
      lastMileNumber: '34161184947327',
      status: 'in_transit',
      statusRaw: 'C',
      service: { code: 'PK0068' },
      country: 'AD',
      weightKg: 1,
      dimensionsCm: { length: 1, width: 1, height: 1 },
      recipient: { street: 'dfdfdfdf', country: 'AD' },
    });
    expect(parcel).not.toHaveProperty('reference');
    expect(parcel.recipient).not.toHaveProperty('postcode');
  });

  it('getOrder at Huahan, which has no status', async () => {
    const { raw, parcel } = await getOrder(
      await client(HUAHAN, documented('huahan', 'getOrder.response.xml')),
      'HHWEW0007000006YQ',
    );
    expect(raw).toEqual(object(documentedJson('huahan', 'getOrder.response.json'))['data']);
    expect(parcel).toMatchObject({
      reference: 'WWW3THHF5S25A13D416',
      orderNumber: 'HHWEW0007000006YQ',
      trackingNumber: 'LO715812132CND664',
    });
    expect(parcel).not.toHaveProperty('status');
    expect(parcel).not.toHaveProperty('weightKg');
    expect(parcel.customsItems).toEqual([
      {
        description: 'sd',
        localDescription: '手机壳',
        sku: '4644392',
        quantity: 1,
        weightKg: 1,
        totalValue: '3.33',
        currency: 'USD',
      },
    ]);
  });

  it('getCargoTrack, with the status of the newest event', async () => {
    const own = await client(HUAHAN, documented('huahan', 'getCargoTrack.response.xml'));
    const [first, second] = await trackParcels(own, ['hhwde9344000011yq', 'HHWDE9344000012YQ']);
    expect(first).toMatchObject({
      parcel: {
        carrier: 'huahan',
        status: 'in_transit',
        statusRaw: 'DF',
        country: 'FR',
        events: [
          { time: null, timeRaw: '2019-12-31 09:26:30', status: 'in_transit', code: 'DF', location: 'SHENZHEN' },
          { status: 'picked_up', code: 'AF' },
          { status: 'pending', code: 'IR' },
        ],
      },
    });
    expect(second).toMatchObject({ parcel: { status: 'pending', country: 'FI' } });
  });

  it('getCargoTrackPdd, with times that have a zone', async () => {
    const own = await client(HUAHAN, documented('huahan', 'getCargoTrackPdd.response.xml'));
    const [answer] = await trackParcels(own, ['HHWQV2359000002YQ'], 'getCargoTrackPdd');
    expect(answer).toMatchObject({
      parcel: { status: 'picked_up', events: [{ time: '2022-12-25T14:26:15+08:00' }, { status: 'pending' }] },
    });
  });

  it('getShippingMethod, without a message', async () => {
    const own = await client(HUAHAN, enveloped(documentedJson('huahan', 'getShippingMethod.response.json')));
    expect(await listProducts(own)).toEqual(
      object(documentedJson('huahan', 'getShippingMethod.response.json'))['data'],
    );
  });

  it('the whole-message SOAP example with CDATA in reply', async () => {
    const cdata = documented('eccang', 'cancelOrder.response.xml').replace(
      /<response>(.*)<\/response>/s,
      '<response><![CDATA[$1]]></response>',
    );
    const own = await client(ECCANG, cdata);
    expect(await own.call('cancelOrder', { reference_no: 'CR36600006' }, { intent: 'write' })).toEqual(
      documentedJson('eccang', 'cancelOrder.response.json'),
    );
  });
});

describe('replies that report a failure (eccang.md 1.4)', () => {
  const call = async (reply: unknown, intent: 'read' | 'write' = 'read') =>
    (await client(ECCANG, typeof reply === 'string' ? reply : enveloped(reply))).call('getOrder', {}, { intent });

  it.each([
    [
      'Error as object',
      { ask: 'Failure', message: '订单数据不合法', Error: { errMessage: '收件人不能为空', errCode: '5000' } },
      { kind: 'rejected', code: '5000', message: '订单数据不合法: 收件人不能为空' },
    ],
    [
      'Error as list',
      {
        ask: 'failure',
        message: '',
        Error: [
          { errMessage: 'a', errCode: '' },
          { errMessage: 'b', errCode: '50010' },
        ],
      },
      { kind: 'not-found', code: '50010', message: 'a: b' },
    ],
    [
      'err_code at the top',
      { ask: 'Failure', message: '账号验证失败', err_code: '50001' },
      { kind: 'credentials', code: '50001', message: '账号验证失败' },
    ],
    ['err_code as number', { ask: 'Failure', message: 'x', err_code: 50003 }, { kind: 'credentials', code: '50003' }],
    [
      'tracking texts',
      { ask: 'Failure', message: '', Error: { cnMessage: '查询失败', enMessage: 'Query failed' } },
      { kind: 'rejected', message: '查询失败: Query failed' },
    ],
    ['only a message', { ask: 'Failure', message: '订单不存在' }, { kind: 'not-found', message: '订单不存在' }],
    [
      'duplicate',
      {
        ask: 'Failure',
        message: '服务异常:订单数据不合法',
        Error: { errMessage: '参考单号已存在', errCode: 'ORDER_REFER_ISEXISTS' },
      },
      { kind: 'duplicate' },
    ],
    [
      'codes joined',
      { ask: 'Failure', message: 'm', Error: { errMessage: 'e', errCode: '777, ORDER_REFER_ISEXISTS' } },
      { kind: 'duplicate', code: '777, ORDER_REFER_ISEXISTS' },
    ],
    [
      'nothing at all',
      { ask: 'Failure', message: '', Error: [] },
      { kind: 'rejected', message: 'Eccang TMS refused the request without giving a reason' },
    ],
  ])('%s', async (_, reply, expected) => {
    await expect(call(reply)).rejects.toMatchObject(expected);
  });

  const whole = enveloped({ ask: 'Success', data: [] });
  it.each([
    ['an empty reply', ''],
    ['a web page', '<!DOCTYPE html><html><body>Maintenance</body></html>'],
    ['a reply that breaks off', whole.slice(0, -40)],
    ['JSON that breaks off', whole.replace('[]}', '[')],
    ['an empty response element', whole.replace(/<response>.*<\/response>/s, '<response></response>')],
    ['a document type', whole.replace('<SOAP-ENV:Envelope', '<!DOCTYPE x [<!ENTITY a "b">]><SOAP-ENV:Envelope')],
    ['neither Success nor Failure', enveloped({ message: 'hello' })],
    ['a list instead of an object', enveloped([1])],
    ['no SOAP envelope', '<?xml version="1.0"?><other/>'],
  ])('%s is an invalid reply to a read and an unknown outcome of a write', async (_, body) => {
    await expect(call(body, 'read')).rejects.toMatchObject({ kind: 'invalid-reply' });
    await expect(call(body, 'write')).rejects.toMatchObject({ kind: 'outcome-unknown' });
  });

  it('a SOAP fault that blames the caller is a refusal in its words', async () => {
    const fault =
      '<?xml version="1.0"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultcode>e:Client</faultcode><faultstring>Bad &amp; broken</faultstring></e:Fault></e:Body></e:Envelope>';
    const own = await client(ECCANG, { status: 500, body: fault });
    await expect(own.call('createOrder', {}, { intent: 'write' })).rejects.toMatchObject({
      kind: 'rejected',
      message: 'Bad & broken',
      code: 'e:Client',
    });
  });

  it('a SOAP fault of the server leaves a write open', async () => {
    const fault =
      '<?xml version="1.0"?><e:Envelope xmlns:e="x"><e:Body><e:Fault><faultcode>e:Server</faultcode><faultstring>Boom</faultstring></e:Fault></e:Body></e:Envelope>';
    const own = await client(ECCANG, { status: 500, body: fault });
    await expect(own.call('createOrder', {}, { intent: 'write' })).rejects.toMatchObject({
      kind: 'outcome-unknown',
      message: 'Boom',
    });
  });

  it('entries of a batch decide, whatever stands above them', async () => {
    const own = await client(
      ECCANG,
      enveloped({ ask: 'Failure', message: '', Result: [{ order_code: 'A', ask: 'Success' }] }),
    );
    await expect(own.call('modifyOrderWeight', [], { intent: 'write', answersIn: ['Result'] })).resolves.toMatchObject({
      Result: [{ ask: 'Success' }],
    });
  });
});

describe('digits', () => {
  it('keeps numbers that JavaScript would round as text', async () => {
    const own = await client(
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
