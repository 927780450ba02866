import {
  createOrder,
  createOrders,
  ECCANG,
  getLabelLink,
  getOrder,
  getRequiredFields,
  getTrackingNumbers,
  labelLinks,
  listProducts,
  trackParcels,
} from '../../../carriers/eccang';
import { carrier, enveloped } from './wire';

describe('replies that report a failure (eccang.md 1.4)', () => {
  const call = async (reply: unknown, intent: 'read' | 'write' = 'read') =>
    (await carrier(ECCANG, typeof reply === 'string' ? reply : enveloped(reply))).client.call(
      'getOrder',
      {},
      { intent },
    );

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
    const { client: own } = await carrier(ECCANG, { status: 500, body: fault });
    await expect(own.call('createOrder', {}, { intent: 'write' })).rejects.toMatchObject({
      kind: 'rejected',
      message: 'Bad & broken',
      code: 'e:Client',
    });
  });

  it('a SOAP fault of the server leaves a write open', async () => {
    const fault =
      '<?xml version="1.0"?><e:Envelope xmlns:e="x"><e:Body><e:Fault><faultcode>e:Server</faultcode><faultstring>Boom</faultstring></e:Fault></e:Body></e:Envelope>';
    const { client: own } = await carrier(ECCANG, { status: 500, body: fault });
    await expect(own.call('createOrder', {}, { intent: 'write' })).rejects.toMatchObject({
      kind: 'outcome-unknown',
      message: 'Boom',
    });
  });

  it('entries of a batch decide, whatever stands above them', async () => {
    const { client: own } = await carrier(
      ECCANG,
      enveloped({ ask: 'Failure', message: '', Result: [{ order_code: 'A', ask: 'Success' }] }),
    );
    await expect(own.call('modifyOrderWeight', [], { intent: 'write', answersIn: ['Result'] })).resolves.toMatchObject({
      Result: [{ ask: 'Success' }],
    });
  });
});

describe('what a refusal says', () => {
  const refusal = async (reply: object) =>
    (await carrier(ECCANG, enveloped({ ask: 'Failure', ...reply }))).client.call('x', {}, { intent: 'read' });

  it.each([
    [{ message: '', Error: { cnMessage: '', enMessage: 'no track' } }, 'no track'],
    [{ message: '', Error: { errMessage: '', cnMessage: '中文' } }, '中文'],
    [{ message: '', Error: '系统异常' }, '系统异常'],
  ])('%j', async (reply, message) => {
    await expect(refusal(reply)).rejects.toMatchObject({ message });
  });

  it.each([
    [{ errCode: '5000, ORDER_REFER_ISEXISTS', errMessage: 'exists' }, 'duplicate', '5000, ORDER_REFER_ISEXISTS'],
    [[{ errCode: '50048' }, { errCode: 'ORDER_REFER_ISEXISTS' }], 'duplicate', '50048, ORDER_REFER_ISEXISTS'],
    [[{ errCode: '5000' }, { errCode: '50010' }, { errCode: '5000' }], 'not-found', '5000, 50010'],
    [{ errCode: '5000,50001' }, 'credentials', '5000, 50001'],
    [[{ errCode: '' }, { errCode: '50048' }], 'rejected', '50048'],
  ])('the code that says most counts, and none is lost: %j', async (errors, kind, code) => {
    await expect(refusal({ message: 'x', Error: errors })).rejects.toMatchObject({ kind, code });
  });

  it('a duplicate is known without its code', async () => {
    await expect(refusal({ message: '参考单号已存在', Error: { errMessage: '', errCode: '' } })).rejects.toMatchObject({
      kind: 'duplicate',
    });
  });
});

describe('the container of an answer has many names (eccang.md 1.4 no. 6)', () => {
  const containers = ['data', 'Data', 'Result', 'result'];

  it.each(containers)('in %s', async (name) => {
    const success = (content: unknown) => enveloped({ ask: 'Success', message: 'Success', [name]: content });
    const asked = async (content: unknown) => (await carrier(ECCANG, success(content))).client;
    expect(await getOrder(await asked({ shipper_hawbcode: 'W' }), 'W')).toMatchObject({ parcel: { orderNumber: 'W' } });
    expect(await getOrder(await asked([{ shipper_hawbcode: 'W' }]), 'W')).toMatchObject({
      parcel: { orderNumber: 'W' },
    });
    expect(await createOrder(await asked({ order_code: 'W' }), { reference_no: 'R' })).toMatchObject({
      parcel: { orderNumber: 'W' },
    });
    expect(await getTrackingNumbers(await asked([{ OrderNumber: 'R', WayBillNumber: 'W' }]), ['R'])).toMatchObject([
      { parcel: { orderNumber: 'W' } },
    ]);
    expect(await trackParcels(await asked({ Code: 'T', Status: 'CC' }), ['T'])).toMatchObject([
      { parcel: { status: 'delivered' } },
    ]);
    expect(await listProducts(await asked([{ code: 'P' }]))).toEqual([{ code: 'P' }]);
    expect(await getRequiredFields(await asked({ requiredFields: ['a'] }), 'P', '')).toEqual(['a']);
    const { client } = await carrier(ECCANG, success({ url: 'http://x/1.pdf' }));
    expect(labelLinks(client, await getLabelLink(client, { number: 'R' }))).toEqual(['http://x/1.pdf']);
    const batch = await carrier(ECCANG, success([{ ask: 'Success', reference_no: 'R', order_code: 'W' }]));
    expect(await createOrders(batch.client, [{ reference_no: 'R' }])).toMatchObject([{ parcel: { orderNumber: 'W' } }]);
    expect(batch.calls()).toBe(1);
  });

  it('fields directly at the top level', async () => {
    const { client } = await carrier(
      ECCANG,
      enveloped({ ask: 'Success', reference_no: 'W', shipper_hawbcode: 'W', status: 'O' }),
    );
    expect(await getOrder(client, 'W')).toMatchObject({ parcel: { orderNumber: 'W', status: 'delivered' } });
  });

  it('an echo alone is no order', async () => {
    const { client } = await carrier(ECCANG, enveloped({ ask: 'Success', reference_no: 'W', data: [] }));
    await expect(getOrder(client, 'W')).rejects.toMatchObject({ kind: 'not-found' });
  });
});

it('a fault that blames the caller is not tried again', async () => {
  const fault =
    '<s:Envelope xmlns:s="x"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>';
  const { client, calls } = await carrier(ECCANG, { status: 500, body: fault });
  await expect(client.call('getOrder', {}, { intent: 'read' })).rejects.toMatchObject({
    kind: 'rejected',
    message: 'no',
  });
  expect(calls()).toBe(1);
});
