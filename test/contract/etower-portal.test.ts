import {
  asDisplayed,
  checkSpreadsheet,
  checkUuid,
  downloadTemplate,
  getPortalOrder,
  listPortalServiceOptions,
  listPortalServices,
  PortalClient,
  portalServiceOf,
  portalServiceOptionOf,
  signPortalRequest,
  uploadOrders,
  type Upload,
} from '../../carriers/etower';
import { listOf, objectOf, textOf, type JsonObject } from '../../carriers/json-value';
import { documentedJson } from '../documented';
import { loopback, type Answer, type Loopback } from './loopback';

const SESSION = 'Kx3ZbS9sQ0uH1xw2Yh5t7A';
const UUID = '550e8400-e29b-41d4-a716-446655440000';

let server: Loopback | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** A client whose portal always answers so. */
async function client(answer: object | Answer): Promise<PortalClient> {
  const own = await loopback(() => (isAnswer(answer) ? answer : { body: JSON.stringify(answer) }));
  server = own;
  return new PortalClient({ baseUrl: `${own.url}/`, sessionId: ` ${SESSION} `, language: 'zh_CN' });
}

function isAnswer(value: object): value is Answer {
  return 'body' in value;
}

function documented(name: string, kind = 'response'): JsonObject {
  return objectOf(documentedJson('etower', `${name}.${kind}.json`));
}

const success = (data: unknown) => ({ success: true, code: '0', data, errors: [] });
const detail = () => objectOf(documented('get-order-detail')['data']);

describe('documented requests', () => {
  it.each([
    ['get-order-detail', (own: PortalClient) => getPortalOrder(own, UUID)],
    ['list-services', (own: PortalClient) => listPortalServices(own, 'AX')],
    ['list-service-options', (own: PortalClient) => listPortalServiceOptions(own, '929')],
  ])('%s', async (name, call) => {
    await call(await client(documented(name)));
    const { method, path, headers, query } = documented(name, 'request');
    const [received] = server?.received ?? [];
    const url = new URL(received?.path ?? '', 'http://portal.example.com');
    expect({ method: received?.method, path: url.pathname }).toEqual({ method, path });
    expect(Object.fromEntries(url.searchParams)).toEqual(asTexts(objectOf(query)));
    const expected = Object.entries(objectOf(headers)).map(([field, value]) => [field.toLowerCase(), value]);
    expect(received?.headers).toMatchObject({ ...Object.fromEntries(expected), sessionid: SESSION });
  });

  it('download-template: the session stands in the address only', async () => {
    const content = Buffer.from('PK\x03\x04 workbook', 'latin1');
    const headers = objectOf(documented('download-template')['headers']);
    const file = await downloadTemplate(
      await client({ headers: { 'Content-Disposition': String(headers['Content-Disposition']) }, body: content }),
      'parcel_upload_template',
    );
    expect(file).toEqual({ content, fileName: 'parcel_upload_template.xlsx', mimeType: headers['Content-Type'] });
    const { path, query } = documented('download-template', 'request');
    const url = new URL(server?.received[0]?.path ?? '', 'http://portal.example.com');
    expect(url.pathname).toBe(path);
    expect(Object.fromEntries(url.searchParams)).toEqual({ ...objectOf(query), sessionId: SESSION });
    expect(server?.received[0]?.headers).not.toHaveProperty('sessionid');
  });

  it('upload-orders: all five parts, the boundary of the writer', async () => {
    await uploadOrders(await client(documented('upload-orders')), upload());
    const { path, formData } = documented('upload-orders', 'request');
    const [received] = server?.received ?? [];
    expect(received?.path).toBe(path);
    const [, boundary = '?'] =
      /^multipart\/form-data; boundary=(.+)$/.exec(received?.headers['content-type'] ?? '') ?? [];
    const parts = (received?.body ?? '').split(`--${boundary}`).slice(1, -1);
    const named = parts.map((part) =>
      /name="(\w+)"(?:; filename="([^"]+)")?[\s\S]*?\r\n\r\n([\s\S]*)\r\n$/.exec(part)?.slice(1, 4),
    );
    expect(named).toEqual([
      ['file', 'orders.xlsx', 'PK\x03\x04 workbook'],
      ...Object.entries(asTexts({ ...objectOf(formData), file: undefined })).map(([name, value]) => [
        name,
        undefined,
        value,
      ]),
    ]);
  });
});

describe('order detail', () => {
  it('is the documented one, with every field of extendData', async () => {
    const { raw } = await getPortalOrder(await client(documented('get-order-detail')), UUID);
    expect(raw).toEqual({ ...detail(), extendData: { ...objectOf(detail()['extendData']), virtualId: '' } });
    expect(Object.keys(raw)).toEqual(Object.keys(detail()));
    expect(Object.keys(objectOf(raw['extendData']))).toHaveLength(32);
  });

  it('as a parcel', async () => {
    const { parcel } = await getPortalOrder(await client(documented('get-order-detail')), UUID);
    expect(parcel).toMatchObject({
      carrier: 'etower',
      reference: 'REF123456',
      orderNumber: UUID,
      trackingNumber: 'ET123456789CN',
      status: 'pending',
      statusRaw: '0',
      service: { code: '3', name: 'Standard Service' },
      country: 'GB',
      weightKg: 1.5,
      actualWeightKg: 1.6,
      dimensionsCm: { length: 30, width: 20, height: 5 },
      actualDimensionsCm: { length: 31, width: 21, height: 5.5 },
      girth: 110,
      actualGirth: 112,
      declaredValue: { amount: 25.99, currency: 'GBP' },
      recipient: { name: 'John Smith', street: '123 Main Street', city: 'London', postcode: 'SW1A 1AA' },
      sender: { name: 'Zhang San', company: 'Shenzhen Tech Co., Ltd', city: 'Shenzhen' },
      customsItems: [{ sku: 'ITEM001', quantity: 2, unitValue: 12.99, currency: 'GBP' }],
    });
    expect(parcel).not.toHaveProperty('customsItems.0.totalValue');
    expect(JSON.stringify(parcel)).not.toContain('110101199001001234');
  });

  it.each([
    ['null', null],
    ['missing', undefined],
  ])('bears objects that are %s', async (_case, value) => {
    const fields = ['address', 'lineHaul', 'extendData', 'insur', 'shipperAddress', 'returnAddress', 'parcelItems'];
    const gaps = Object.fromEntries(fields.map((field) => [field, value]));
    const { raw, parcel } = await getPortalOrder(await client(success({ ...detail(), ...gaps })), UUID);
    expect(raw['address']).toBe(value);
    expect(Object.values(objectOf(raw['extendData']))).toEqual(Array.from({ length: 32 }, () => ''));
    expect(parcel).toMatchObject({ reference: 'REF123456', recipient: { name: 'John Smith' } });
  });

  it('a girth of -1 is no value, but stays in the raw data', async () => {
    const { raw, parcel } = await getPortalOrder(
      await client(success({ ...detail(), girth: -1, actualGirth: -1 })),
      UUID,
    );
    expect(raw).toMatchObject({ girth: -1, actualGirth: -1 });
    expect(Object.keys(parcel)).not.toEqual(expect.arrayContaining(['girth']));
    expect(Object.keys(parcel)).not.toEqual(expect.arrayContaining(['actualGirth']));
  });

  it.each([
    [0, 0, 'pending'],
    [1, 0, 'pending'],
    [2, 0, 'in_transit'],
    [7, 0, 'unknown'],
    [2, 1, 'on_hold'],
    [0, 9, 'on_hold'],
  ])('status %d and helds %d are %s', async (status, helds, expected) => {
    const { parcel } = await getPortalOrder(await client(success({ ...detail(), status, helds })), UUID);
    expect(parcel).toMatchObject({ status: expected, statusRaw: String(status) });
  });

  it.each([
    ['actualWeight', 2, '2.000'],
    ['actualLength', 31, '31.0'],
    ['actualWidth', 0, '0.0'],
    ['invoiceValue', 25, '25.0'],
    ['invoiceValue', 25.99, 25.99],
    ['weight', 2, '2.0'],
    ['weight', '1.5', '1.5'],
    ['weight', '2', '2'],
    ['height', null, null],
    ['actualHeight', 5.5, 5.5],
    ['volume', 1, 1],
    ['girth', 110, 110],
  ])('display: %s %j becomes %j', (field, value, shown) => {
    expect(asDisplayed({ [field]: value })).toEqual({ [field]: shown });
  });

  it.each([UUID, UUID.toUpperCase()])('takes the UUID %s', (uuid) => {
    expect(checkUuid(uuid)).toBe(uuid);
  });

  it.each(['', SESSION, UUID.replaceAll('-', ''), `${UUID}0`, ` ${UUID}`, UUID.replace('5', 'g')])(
    'refuses the UUID "%s"',
    (uuid) => {
      expect(() => checkUuid(uuid)).toThrow('8-4-4-4-12');
    },
  );
});

describe('success is success true and code "0" only', () => {
  it.each([
    [{ success: true, code: '0' }, true],
    [{ success: true, code: 0 }, true],
    [{ success: 'true', code: '0' }, false],
    [{ success: true, code: '1002' }, false],
    [{ success: false, code: '0' }, false],
    [{ success: true }, false],
    [{ code: '0' }, false],
  ])('%j', async (envelope, isSuccess) => {
    const call = listPortalServices(await client({ ...envelope, data: [], errors: [] }), 'US');
    if (isSuccess) await expect(call).resolves.toEqual([]);
    else await expect(call).rejects.toMatchObject({ name: 'CarrierError' });
  });

  it.each([
    ['1001', 'rejected', 'A parameter is not valid (参数校验失败)'],
    ['1002', 'not-found', 'The order does not exist (订单不存在)'],
    ['1003', 'rejected', 'This session may not see the order (无权限访问该订单)'],
    ['1004', 'rejected', 'The UUID has the wrong format (订单UUID格式错误)'],
  ])('code %s', async (code, kind, message) => {
    const own = await client({ success: false, code, data: null, errors: [] });
    await expect(getPortalOrder(own, UUID)).rejects.toMatchObject({
      kind,
      message,
      code,
      hint: expect.stringMatching(/\w/),
    });
  });

  it.each([400, 404])('an envelope within HTTP %d keeps its own meaning', async (status) => {
    const body = JSON.stringify({ success: false, code: '1002', errors: ['订单不存在'] });
    await expect(getPortalOrder(await client({ status, body }), UUID)).rejects.toMatchObject({
      kind: 'not-found',
      message: '订单不存在',
      code: '1002',
      httpStatus: status,
    });
  });

  it.each([
    [['订单不存在'], '订单不存在'],
    [[{ message: 'a' }, { errorMessage: 'b' }], 'a; b'],
    ['text', 'text'],
  ])('the words of the portal in %j come first', async (errors, message) => {
    await expect(getPortalOrder(await client({ success: false, code: '1002', errors }), UUID)).rejects.toMatchObject({
      message,
    });
  });

  it.each([
    ['a login page', { body: '<!DOCTYPE html><html></html>' }, 'A web page came instead of a reply'],
    ['nothing', { body: '' }, 'The reply is empty'],
    ['a redirect', { status: 302, headers: { Location: '/login' }, body: '' }, 'redirect'],
    ['HTTP 401', { status: 401, body: '' }, 'did not accept the credentials'],
  ])('%s asks to look at the session', async (_case, answer, message) => {
    await expect(getPortalOrder(await client(answer), UUID)).rejects.toMatchObject({
      message: expect.stringContaining(message),
      hint: expect.stringContaining('The session may have expired'),
    });
  });
});

describe('services', () => {
  it('the documented ones', async () => {
    const services = await listPortalServices(await client(documented('list-services')), 'AX');
    expect(services).toEqual(documented('list-services')['data']);
    expect(services.map(portalServiceOf)).toEqual([
      {
        code: '929',
        name: 'Australia Economy General PRO',
        serviceCode: 'DIR2AU.ECO.GENERAL.PRO',
        origin: 'CN',
        destination: '*',
      },
    ]);
    await server?.close();
    const options = await listPortalServiceOptions(await client(documented('list-service-options')), '929');
    expect(options.map(portalServiceOptionOf)).toEqual(
      listOf(documented('list-service-options')['data']).map((option) => ({ ...option, id: String(option['id']) })),
    );
  });
});

describe('upload', () => {
  it('the documented reply: a partial success with its refused row', async () => {
    const { raw, result } = await uploadOrders(await client(documented('upload-orders')), upload());
    expect(raw).toEqual(documented('upload-orders')['data']);
    expect(result).toEqual({
      carrier: 'etower',
      uploadResult: true,
      rowErrors: [{ row: 5, column: 'A', message: '参考号已存在' }],
      rowWarnings: [],
    });
  });

  it('uploadResult false is a failure that names every row', async () => {
    const rows = [
      { rowNo: 2, columnNo: 'B', errorMessage: '国家错误' },
      { rowNo: 3, columnNo: 'C', errorMessage: '重量错误' },
    ];
    const own = await client(success({ uploadResult: false, errorMessage: '', missHeaders: [], rowErrors: rows }));
    await expect(uploadOrders(own, upload())).rejects.toMatchObject({
      kind: 'rejected',
      message: 'Row 2, column B: 国家错误',
      hint: expect.stringContaining('Row 3, column C: 重量错误'),
    });
  });

  it.each([undefined, null, 'no', 1])(
    'uploadResult %j is no success either, and no proof of a refusal',
    async (value) => {
      const data = { uploadResult: value, errorMessage: 'no' };
      await expect(uploadOrders(await client(success(data)), upload())).rejects.toMatchObject({
        kind: 'rejected',
        message: 'no',
        hint: expect.stringContaining('Check in the portal'),
      });
    },
  );

  it.each([true, 'true'])('uploadResult %j is success, with what the portal says of the file', async (uploadResult) => {
    const remarks = { errorMessage: 'note', errors: ['e'], missHeaders: ['Phone'], verrors: [{ errorMessage: 'v' }] };
    const { result } = await uploadOrders(await client(success({ uploadResult, ...remarks })), upload());
    expect(result).toEqual({
      carrier: 'etower',
      uploadResult: true,
      rowErrors: [],
      rowWarnings: [],
      ...remarks,
      verrors: ['v'],
    });
  });

  it.each([false, 'false'])('uploadResult %j is a refusal, also without a reason', async (uploadResult) => {
    const data = { uploadResult, errorMessage: '', missHeaders: ['Phone'] };
    await expect(uploadOrders(await client(success(data)), upload())).rejects.toMatchObject({
      kind: 'rejected',
      message: 'Missing columns: Phone',
      hint: 'No order was created. Correct the file and upload it again.',
    });
  });

  it.each([{}, null, { uploadResult: null, errorMessage: '' }, { uploadResult: 'perhaps' }])(
    'data %j leaves open whether the file was taken',
    async (data) => {
      await expect(uploadOrders(await client(success(data)), upload())).rejects.toMatchObject({
        kind: 'outcome-unknown',
        hint: expect.stringContaining('Check in the portal'),
      });
    },
  );

  it('an outcome that is open keeps the words of the portal', async () => {
    const data = { uploadResult: null, errors: ['e'], rowErrors: [{ rowNo: 2, errorMessage: 'no city' }] };
    await expect(uploadOrders(await client(success(data)), upload())).rejects.toMatchObject({
      kind: 'outcome-unknown',
      carrierText: 'e\nRow 2: no city',
    });
  });

  it('what is inside a spreadsheet is for the portal to judge', async () => {
    const content = Buffer.from('<table><tr><td>ref</td></tr></table>');
    const sent = await uploadOrders(await client(documented('upload-orders')), {
      ...upload(),
      fileName: 'orders.xls',
      content,
    });
    expect(sent.result.rowErrors).toHaveLength(1);
    expect(server?.received[0]?.body).toContain(content.toString());
  });

  it('takes 15 MB and not a byte more', () => {
    expect(() => checkSpreadsheet('a.xlsx', 15 * 1024 * 1024)).not.toThrow();
    expect(() => checkSpreadsheet('a.XLS', undefined)).not.toThrow();
    expect(() => checkSpreadsheet('a.xlsx', 15 * 1024 * 1024 + 1)).toThrow('15 MB at most');
    expect(() => checkSpreadsheet('a.xlsm', 1)).toThrow('.xlsx or .xls');
  });
});

describe('requests of somebody else', () => {
  const credentials = {
    baseUrl: 'https://tracking.example.com/api/shipper/v1/',
    sessionId: SESSION,
    language: 'zh_CN',
  };

  it('get the session as headers, for the template as parts of the address', () => {
    expect(
      signPortalRequest('https://tracking.example.com/api/shipper/v1/channel/serviceOptions?channelId=1', credentials),
    ).toEqual({
      url: 'https://tracking.example.com/api/shipper/v1/channel/serviceOptions?channelId=1',
      headers: { sessionId: SESSION, language: 'zh_CN' },
    });
    const template = signPortalRequest(
      'https://tracking.example.com/api/shipper/v1/template/file?templateName=x',
      credentials,
    );
    expect(template).toEqual({
      url: `https://tracking.example.com/api/shipper/v1/template/file?templateName=x&sessionId=${SESSION}&language=zh_CN`,
      headers: {},
    });
  });

  it('get nothing on another host', () => {
    expect(() => signPortalRequest('https://elsewhere.example.com/', credentials)).toThrow(
      'only sent to https://tracking.example.com',
    );
  });
});

describe('template', () => {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

  it('what the portal calls a spreadsheet is one', async () => {
    const answer = { headers: { 'Content-Type': `${type};charset=UTF-8` }, body: 'workbook' };
    const file = await downloadTemplate(await client(answer), 'parcel_upload_template');
    expect(file).toMatchObject({ fileName: 'parcel_upload_template.xlsx', mimeType: type });
    expect(file.content.toString()).toBe('workbook');
  });

  it.each([
    ['{"success":false,"code":"1001","errors":["no"]}', 'no'],
    ['<html></html>', 'A web page came instead of a reply'],
    ['', 'The reply is empty'],
  ])('%s is none, whatever it is called', async (body, message) => {
    const answer = { headers: { 'Content-Type': type }, body };
    await expect(downloadTemplate(await client(answer), 'parcel_upload_template')).rejects.toThrow(message);
  });
});

describe('a template that is refused by the HTTP status', () => {
  const refused = (status: number, code: string, text: string) =>
    client({ status, body: JSON.stringify({ success: false, code, data: null, errors: [text] }) });

  it('is explained in the words of the portal', async () => {
    await expect(downloadTemplate(await refused(400, '1001', '模板不存在'), 'x')).rejects.toMatchObject({
      kind: 'rejected',
      message: '模板不存在',
      code: '1001',
      httpStatus: 400,
    });
  });

  it('asks to look at the session', async () => {
    await expect(downloadTemplate(await refused(401, '401', 'Please log in'), 'x')).rejects.toMatchObject({
      kind: 'credentials',
      carrierText: 'Please log in',
      hint: expect.stringContaining('The session may have expired'),
    });
  });
});

it('the session is hidden in whatever comes back', async () => {
  const own = await client({ success: false, code: '1', errors: [`bad session ${SESSION}`] });
  await expect(getPortalOrder(own, UUID)).rejects.toThrow('bad session [hidden]');
});

function upload(): Upload {
  return {
    fileName: 'orders.xlsx',
    content: Buffer.from('PK\x03\x04 workbook', 'latin1'),
    templateId: '0',
    facility: '*',
    country: 'US',
    channelId: '456',
  };
}

function asTexts(object: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => {
      const text = textOf(value);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}
