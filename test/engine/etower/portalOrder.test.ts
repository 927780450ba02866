import type { Step } from '../../../engine';
import { control, credentialsFor, ordersAt, servicesOf } from '../../../sandbox/control-client';
import { etowerOrder } from '../../../sandbox/sample-orders';
import { documentedJson } from '../../documented';
import { jsonOf, outputsOf, pairs, toErrorOutput } from '../outputs';
import { runWith } from '../sandbox';
import { create, etower } from './orders';
import { SESSION, usePortal } from './portal';

const { sandbox, run, answer } = usePortal();

const UUID = '550e8400-e29b-41d4-a716-446655440000';

const get = (parameters: Record<string, unknown> = {}, settings = {}): Step =>
  etower('Get', 'portalOrder', 'get', { uuid: '={{ $json.uuid }}', ...parameters }, settings);

describe('order', () => {
  test('with Simplify off the documented example comes out as it is, but for the missing field of extendData', async () => {
    const example: unknown = documentedJson('etower', 'get-order-detail.response.json');
    const server = await answer(example);
    const ran = await run([{ uuid: UUID }], get({ simplify: false }));
    expect(outputsOf(ran, 'Get')).toEqual([
      {
        json: { ...dataOf(example), extendData: { ...dataOf(dataOf(example)['extendData'], false), virtualId: '' } },
        pairedItem: { item: 0 },
      },
    ]);
    expect(server.received[0]).toMatchObject({
      method: 'GET',
      path: `/api/shipper/v1/parcel/order/edit/${UUID}`,
      headers: { sessionid: SESSION, language: 'en_US', 'content-type': 'application/json' },
    });
  });

  test('every code is a clear error beside its item, and the form of a UUID is checked before sending', async () => {
    await run([etowerOrder('A')], create());
    const uuids = [
      (await ordersAt(sandbox, 'etower'))[0]?.['uuid'],
      '550e8400-e29b-41d4-a716-446655441003',
      UUID,
      'Kx3ZbS9sQ0uH1xw2Yh5t7A',
    ].map((uuid) => ({ uuid }));
    const ran = await run(uuids, get({}, toErrorOutput));
    expect(outputsOf(ran, 'Get')).toMatchObject([
      { json: { carrier: 'etower', reference: 'A', status: 'pending' }, pairedItem: { item: 0 } },
    ]);
    const errors = outputsOf(ran, 'Get', 1);
    expect(pairs(errors)).toEqual([{ item: 1 }, { item: 2 }, { item: 3 }]);
    expect(errors.map(({ json }) => json['error'])).toEqual([
      'No permission for this order',
      'Order does not exist',
      expect.stringContaining('uuid must have 32 hexadecimal digits in groups of 8-4-4-4-12'),
    ]);
    expect(errors[0]?.json['message']).toContain('A session sees the orders of its own shipper only.');
    expect(await servicesOf(sandbox, 'etower')).toMatchObject({ 'parcel/order/edit': 3 });
    const skipped = await run([{ uuid: 'Kx3ZbS9sQ0uH1xw2Yh5t7A' }], get({ options: { skipUuidCheck: true } }));
    expect(skipped.result.error?.message).toBe('Order UUID has a wrong format');
  });

  test('numbers are formatted on demand only', async () => {
    await run([etowerOrder('A', { weight: 264 })], create());
    await control(sandbox, 'advance', { carrier: 'etower', number: 'A', status: 'forecast' });
    const [uuid] = (await ordersAt(sandbox, 'etower')).map((each) => ({ uuid: each['uuid'] }));
    const raw = await run([uuid ?? {}], get({ simplify: false }));
    const shown = await run([uuid ?? {}], get({ simplify: false, options: { formatNumbers: true } }));
    expect(jsonOf(raw, 'Get')[0]).toMatchObject({
      actualWeight: 264,
      weight: '264',
      invoiceValue: 6.23,
      girth: -1,
    });
    expect(jsonOf(shown, 'Get')[0]).toMatchObject({
      actualWeight: '264.000',
      weight: '264',
      invoiceValue: 6.23,
    });
    const simple = await run([uuid ?? {}], get());
    expect(jsonOf(simple, 'Get')[0]).toMatchObject({ status: 'in_transit', statusRaw: '2', weightKg: 0.264 });
    expect(jsonOf(simple, 'Get')[0]).not.toHaveProperty('girth');
  });

  test('a session that is not valid is refused without being shown', async () => {
    const credentials = credentialsFor(sandbox, { sessionId: 'expired-session-0123456789' });
    const ran = await runWith(credentials, [{ uuid: UUID }], get());
    expect(ran.result.error?.message).toBe('eTower did not accept the credentials (HTTP 401).');
    expect(ran.result.error?.description).toContain('copy the new session ID');
    expect(JSON.stringify(ran.result)).not.toContain('expired-session');
  });
});

describe('upload', () => {
  const upload = (parameters: Record<string, unknown> = {}, settings = {}): Step =>
    etower(
      'Upload',
      'portalOrder',
      'upload',
      {
        country: { __rl: true, mode: 'code', value: 'AU' },
        channelId: { __rl: true, mode: 'code', value: '929' },
        ...parameters,
      },
      settings,
    );
  const file = (fileName: string, content: Buffer | string) => ({
    json: { fileName },
    binary: { data: { data: Buffer.from(content).toString('base64'), mimeType: 'application/octet-stream', fileName } },
  });
  const download = etower('Template', 'portalTemplate', 'download');

  test('the template goes up as it came down; the same rows again are refused one by one', async () => {
    const first = await run([{}], download, upload());
    expect(first.result.error).toBeUndefined();
    expect(outputsOf(first, 'Template')[0]).toMatchObject({
      json: { carrier: 'etower', templateName: 'parcel_upload_template', fileName: 'parcel_upload_template.xlsx' },
      binary: {
        data: {
          fileName: 'parcel_upload_template.xlsx',
          mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        },
      },
    });
    expect(JSON.stringify(first.result)).not.toContain(SESSION);
    expect(jsonOf(first, 'Upload')[0]).toEqual({
      carrier: 'etower',
      uploadResult: true,
      rowErrors: [],
      rowWarnings: [],
    });
    const again = await run([{}], download, upload());
    expect(jsonOf(again, 'Upload')[0]?.['rowErrors']).toEqual([
      { row: 2, column: 'A', message: '参考号已存在' },
      { row: 5, column: 'A', message: '参考号已存在' },
    ]);
    expect(again.hints['Upload']).toEqual([
      'parcel_upload_template.xlsx: 2 rows became no order. Row 2, column A: 参考号已存在; Row 5, column A: 参考号已存在',
    ]);
  });

  test('the hint counts rows, not their errors', async () => {
    const rowErrors = ['A', 'B'].map((columnNo) => ({ rowNo: 3, columnNo, errorMessage: 'wrong' }));
    const body = { success: true, code: '0', data: { uploadResult: true, rowErrors }, errors: [] };
    await answer(body);
    const ran = await run([file('orders.xlsx', 'workbook')], upload());
    expect(ran.hints['Upload']).toEqual([
      'orders.xlsx: 1 row became no order. Row 3, column A: wrong; Row 3, column B: wrong',
    ]);
  });

  test('what the portal says of the whole file is told', async () => {
    const remarks = { errorMessage: 'see below', missHeaders: ['Phone', 'Email'], errors: ['e'], verrors: [] };
    const rowErrors = [{ rowNo: 3, columnNo: 'A', errorMessage: 'wrong' }];
    const data = { uploadResult: 'true', ...remarks, rowErrors };
    await answer({ success: true, code: '0', data, errors: [] });
    const ran = await run([file('orders.xlsx', 'workbook')], upload());
    expect(ran.hints['Upload']).toEqual([
      'orders.xlsx: 1 row became no order. Row 3, column A: wrong; see below; Missing columns: Phone, Email; e',
    ]);
    expect(jsonOf(ran, 'Upload')[0]).toMatchObject({ uploadResult: true, errorMessage: 'see below' });
  });

  test('a file that gave no order is an error, whatever success says', async () => {
    const ran = await run([file('orders.xlsx', 'PK\x03\x04nothing in it')], upload());
    expect(ran.result.error).toEqual({
      message: 'Missing columns: 参考号, 收件人',
      description: 'No order was created. Correct the file and upload it again.',
    });
  });

  test.each([
    ['orders.csv', 'a,b', 'file must be a spreadsheet whose name ends in .xlsx or .xls'],
    ['orders.xlsx', '', 'file is empty'],
    [
      'orders.xls',
      Buffer.concat([Buffer.from('\xd0\xcf\x11\xe0', 'latin1'), Buffer.alloc(15 * 1024 * 1024)]),
      'file has 15.0 MB, the portal takes 15 MB at most: split it',
    ],
  ])('%s is refused before anything is sent', async (name, content, message) => {
    const ran = await run([file(name, content)], upload());
    expect(ran.result.error?.message).toBe(message);
    expect(await servicesOf(sandbox, 'etower')).toEqual({});
  });

  test('an item without the file says so', async () => {
    const ran = await run([{}], upload());
    expect(ran.result.error?.message).toContain("'data'");
    expect(await servicesOf(sandbox, 'etower')).toEqual({});
  });

  test('an answer that is lost leaves the outcome open, and nothing is sent twice', async () => {
    await control(sandbox, 'faults', {
      carrier: 'etower',
      service: 'order/upload/uploadOrder',
      kind: 'disconnect-after',
    });
    const ran = await run([{}], download, upload());
    expect(ran.result.error?.message).toContain('may or may not have been carried out');
    expect(ran.result.error?.description).toContain('Check in the portal which rows became orders');
    expect(await servicesOf(sandbox, 'etower')).toEqual({ 'template/file': 1, 'order/upload/uploadOrder': 1 });
  });
});

function dataOf(value: unknown, inside = true): Record<string, unknown> {
  const object: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  return inside && 'success' in object ? dataOf(object['data'], false) : object;
}
