import { startSandbox, type Sandbox } from '../../sandbox/server';
import { envelopeOf, made, newOrder, portal, session } from './etower-wire';
import { asObject, control, exampleJson, objects, shapeOf, type Answer } from './wire';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

beforeEach(() => control(sandbox, 'reset', {}));

const json = { 'Content-Type': 'application/json' };
const get = async (path: string, headers: Record<string, string> = json): Promise<Answer> =>
  envelopeOf(await portal(sandbox, path, { headers }));

describe('session and language', () => {
  test('without the session HTTP 401', async () => {
    const path = 'channel/serviceOptions?channelId=929';
    expect((await portal(sandbox, path, { headers: { sessionId: 'other' } })).status).toBe(401);
    expect(await get(path, { language: 'fr_FR' })).toMatchObject({ success: false, code: '1001' });
    expect(await get(path)).toMatchObject({ success: true, code: '0' });
  });

  test('messages come in the language asked for', async () => {
    const unknown = 'parcel/order/edit/550e8400-e29b-41d4-a716-446655440000';
    expect((await get(unknown, { ...json, language: 'zh_CN' })).errors).toEqual(['订单不存在']);
    expect((await get(unknown, { ...json, language: 'en_US' })).errors).toEqual(['Order does not exist']);
  });
});

describe('order detail', () => {
  test('an order of the integration API, by its UUID', async () => {
    await made(sandbox, newOrder('A'));
    const { body } = await control(sandbox, 'state');
    const [{ uuid } = {}] = objects(asObject(body.etower).orders);
    const reply = await get(`parcel/order/edit/${String(uuid)}`);
    const example = asObject(exampleJson('etower', 'get-order-detail.response.json').data);
    const detail = asObject(reply.data);
    expect(detail).toMatchObject({ uuid, refNo: 'A', status: 0, girth: -1, lineHaul: null, weight: '264' });
    expect(Object.keys(detail).filter((name) => !(name in example))).toEqual([]);
  });

  test.each([
    ['550e8400-e29b-41d4-a716-446655440000', '1002'],
    ['550e8400-e29b-41d4-a716-446655441003', '1003'],
    ['Kx3ZbS9sQ0uH1xw2Yh5t7A', '1004'],
  ])('%s is code %s', async (uuid, code) => {
    expect(await get(`parcel/order/edit/${uuid}`)).toMatchObject({ success: false, code, data: null });
  });

  test('the Content-Type is mandatory even here', async () => {
    expect(await get('parcel/order/edit/550e8400-e29b-41d4-a716-446655440000', {})).toMatchObject({ code: '1001' });
  });
});

test('services and options have the documented fields', async () => {
  const [service] = objects((await get('channel/servicesByShipperAndCountry?country=AU')).data);
  const [example] = objects(exampleJson('etower', 'list-services.response.json').data);
  expect(Object.keys(service ?? {}).filter((name) => !(name in (example ?? {})))).toEqual([]);
  expect(await get('channel/servicesByShipperAndCountry')).toMatchObject({ code: '1001' });
  const options = await get(`channel/serviceOptions?channelId=${String(service?.channelId)}`);
  expect(shapeOf(options)).toEqual(shapeOf(exampleJson('etower', 'list-service-options.response.json')));
});

describe('upload', () => {
  const sheet = 'PK\x03\x04 sheet1';
  const send = async (
    fileName: string,
    content: string | Uint8Array<ArrayBuffer>,
    changes: Record<string, string> = {},
  ) => {
    const form = new FormData();
    form.append('file', new Blob([content]), fileName);
    const fields = { templateId: '0', facility: '*', country: 'AU', channelId: '929', ...changes };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return envelopeOf(await portal(sandbox, 'order/upload/uploadOrder', { method: 'POST', body: form }));
  };

  test('the same file twice has its rows refused; both are a success', async () => {
    expect(await send('a.xlsx', sheet)).toMatchObject({ success: true, data: { uploadResult: true, rowErrors: [] } });
    const again = await send('a.xlsx', sheet);
    const [example] = objects(asObject(exampleJson('etower', 'upload-orders.response.json').data).rowErrors);
    expect(objects(asObject(again.data).rowErrors).map(shapeOf)).toEqual([shapeOf(example), shapeOf(example)]);
    expect(shapeOf(again)).toEqual(shapeOf(exampleJson('etower', 'upload-orders.response.json')));
  });

  test('a file that cannot be used is a success with uploadResult false', async () => {
    expect(await send('a.xlsx', 'a;b')).toMatchObject({ success: true, code: '0', data: { uploadResult: false } });
    expect(await send('a.xlsx', 'PK\x03\x04')).toMatchObject({ data: { missHeaders: ['参考号', '收件人'] } });
  });

  test.each([
    ['a.csv', sheet, {}],
    ['a.xlsx', new Uint8Array(15 * 1024 * 1024 + 1), {}],
    ['a.xlsx', sheet, { channelId: '1' }],
    ['a.xlsx', sheet, { country: '' }],
  ])('%s is refused', async (name, content, changes) => {
    expect(await send(name, content, changes)).toMatchObject({ success: false, code: '1001' });
  });
});

test('the template is a workbook; its session stands in the address', async () => {
  const path = (id: string) => `template/file?sessionId=${id}&language=zh_CN&templateName=parcel_upload_template`;
  const reply = await portal(sandbox, path(session.sessionId), { headers: { sessionId: '' } });
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': 'attachment; filename=parcel_upload_template.xlsx',
  });
  const content = Buffer.from(await reply.arrayBuffer());
  expect(content.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
  expect(content.includes('xl/worksheets/sheet1.xml')).toBe(true);
  expect((await portal(sandbox, path('other'))).status).toBe(401);
});
