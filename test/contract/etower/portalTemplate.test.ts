import { downloadTemplate } from '../../../carriers/etower';
import { objectOf } from '#carriers/shared/json-value';
import { requests } from '../carrier';
import { client, documented, SESSION } from './portal-wire';

describe('documented requests', () => {
  it('download-template: the session stands in the address only', async () => {
    const content = Buffer.from('PK\x03\x04 workbook PK\x05\x06', 'latin1');
    const headers = objectOf(documented('download-template')['headers']);
    const file = await downloadTemplate(
      await client({ headers: { 'Content-Disposition': String(headers['Content-Disposition']) }, body: content }),
      'parcel_upload_template',
    );
    expect(file).toEqual({ content, fileName: 'parcel_upload_template.xlsx', mimeType: headers['Content-Type'] });
    const { path, query } = documented('download-template', 'request');
    const url = new URL(requests()[0]?.path ?? '', 'http://portal.example.com');
    expect(url.pathname).toBe(path);
    expect(Object.fromEntries(url.searchParams)).toEqual({ ...objectOf(query), sessionId: SESSION });
    expect(requests()[0]?.headers).not.toHaveProperty('sessionid');
  });
});

describe('template', () => {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

  it.each([
    ['xls', Buffer.from('d0cf11e0a1b11ae100', 'hex'), undefined],
    ['xlsx', Buffer.from('\r\n\xef\xbb\xbfPK\x03\x04 workbook PK\x05\x06', 'latin1'), undefined],
    ['xlsx', Buffer.from('PK\x03\x04 work', 'latin1'), expect.stringContaining('the end of the file is missing')],
  ])('is an %s file by its bytes', async (extension, body, warning) => {
    const answer = { headers: { 'Content-Type': 'application/octet-stream' }, body };
    const file = await downloadTemplate(await client(answer), 'parcel_upload_template');
    expect({ ...file, start: file.content.readUInt8() }).toMatchObject({
      fileName: `parcel_upload_template.${extension}`,
      start: extension === 'xls' ? 0xd0 : 0x50,
      ...(warning === undefined ? {} : { warning }),
    });
    expect('warning' in file).toBe(warning !== undefined);
  });

  it('words under the type of the file are an error that repeats them, without the session', async () => {
    const answer = { headers: { 'Content-Type': type }, body: `会话 ${SESSION} 已过期` };
    await expect(downloadTemplate(await client(answer), 'parcel_upload_template')).rejects.toMatchObject({
      kind: 'invalid-reply',
      carrierText: '会话 [hidden] 已过期',
    });
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
