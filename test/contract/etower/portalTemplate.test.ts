import { downloadTemplate } from '../../../carriers/etower';
import { objectOf } from '#carriers/shared/json-value';
import { requests } from '../carrier';
import { client, documented, SESSION } from './portal-wire';

describe('documented requests', () => {
  it('download-template: the session stands in the address only', async () => {
    const content = Buffer.from('PK\x03\x04 workbook', 'latin1');
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
