import { type Answer, asObject, control, exampleJson, objects, sandboxOfThisFile, shapeOf } from '../wire';
import { envelopeOf, made, newOrder, portal } from './wire';

const sandbox = sandboxOfThisFile();

const json = { 'Content-Type': 'application/json' };
const get = async (path: string, headers: Record<string, string> = json): Promise<Answer> =>
  envelopeOf(await portal(sandbox, path, { headers }));

describe('order detail', () => {
  it('an order of the integration API, by its UUID', async () => {
    await made(sandbox, newOrder('A'));
    const { body } = await control(sandbox, 'state');
    const [{ uuid } = {}] = objects(asObject(body.etower).orders);
    const reply = await get(`parcel/order/edit/${String(uuid)}`);
    const example = asObject(exampleJson('etower', 'get-order-detail.response.json').data);
    const detail = asObject(reply.data);
    expect(detail).toMatchObject({ uuid, refNo: 'A', status: 0, girth: -1, lineHaul: null, weight: '264' });
    expect(Object.keys(detail).filter((name) => !(name in example))).toEqual([]);
  });

  it.each([
    ['550e8400-e29b-41d4-a716-446655440000', '1002'],
    ['550e8400-e29b-41d4-a716-446655441003', '1003'],
    ['Kx3ZbS9sQ0uH1xw2Yh5t7A', '1004'],
  ])('%s is code %s', async (uuid, code) => {
    expect(await get(`parcel/order/edit/${uuid}`)).toMatchObject({ success: false, code, data: null });
  });

  it('the Content-Type is mandatory even here', async () => {
    expect(await get('parcel/order/edit/550e8400-e29b-41d4-a716-446655440000', {})).toMatchObject({ code: '1001' });
  });
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

  it('the same file twice has its rows refused; both are a success', async () => {
    expect(await send('a.xlsx', sheet)).toMatchObject({ success: true, data: { uploadResult: true, rowErrors: [] } });
    const again = await send('a.xlsx', sheet);
    const [example] = objects(asObject(exampleJson('etower', 'upload-orders.response.json').data).rowErrors);
    expect(objects(asObject(again.data).rowErrors).map(shapeOf)).toEqual([shapeOf(example), shapeOf(example)]);
    expect(shapeOf(again)).toEqual(shapeOf(exampleJson('etower', 'upload-orders.response.json')));
  });

  it('a file that cannot be used is a success with uploadResult false', async () => {
    expect(await send('a.xlsx', 'a;b')).toMatchObject({ success: true, code: '0', data: { uploadResult: false } });
    expect(await send('a.xlsx', 'PK\x03\x04')).toMatchObject({ data: { missHeaders: ['参考号', '收件人'] } });
  });

  it.each([
    ['a.csv', sheet, {}],
    ['a.xlsx', new Uint8Array(15 * 1024 * 1024 + 1), {}],
    ['a.xlsx', sheet, { channelId: '1' }],
    ['a.xlsx', sheet, { country: '' }],
  ])('%s is refused', async (name, content, changes) => {
    expect(await send(name, content, changes)).toMatchObject({ success: false, code: '1001' });
  });
});
