import { checkSpreadsheet, type Upload, uploadOrders } from '../../../carriers/etower';
import { objectOf } from '#carriers/shared/json-value';
import { requests } from '../carrier';
import { asTexts, client, documented, success } from './portal-wire';

describe('documented requests', () => {
  it('upload-orders: all five parts, the boundary of the writer', async () => {
    await uploadOrders(await client(documented('upload-orders')), upload());
    const { path, formData } = documented('upload-orders', 'request');
    const [received] = requests();
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

  it.each([undefined, null, 'perhaps', 2])(
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

  it.each([true, 'true', 1, 'True '])(
    'uploadResult %j is success, with what the portal says of the file',
    async (uploadResult) => {
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
    },
  );

  it.each([false, 'false', 0, 'FAILED'])(
    'uploadResult %j is a refusal, also without a reason',
    async (uploadResult) => {
      const data = { uploadResult, errorMessage: '', missHeaders: ['Phone'] };
      await expect(uploadOrders(await client(success(data)), upload())).rejects.toMatchObject({
        kind: 'rejected',
        message: 'Missing columns: Phone',
        hint: 'No order was created. Correct the file and upload it again.',
      });
    },
  );

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
    expect(requests()[0]?.body).toContain(content.toString());
  });

  it('takes 15 MB and not a byte more', () => {
    expect(() => checkSpreadsheet('a.xlsx', 15 * 1024 * 1024)).not.toThrow();
    expect(() => checkSpreadsheet('a.XLS', undefined)).not.toThrow();
    expect(() => checkSpreadsheet('a.xlsx', 15 * 1024 * 1024 + 1)).toThrow('15 MB at most');
    expect(() => checkSpreadsheet('a.xlsm', 1)).toThrow('.xlsx or .xls');
  });
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
