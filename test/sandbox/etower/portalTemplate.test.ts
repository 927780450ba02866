import { sandboxOfThisFile } from '../wire';
import { portal, session } from './wire';

const sandbox = sandboxOfThisFile();

it('the template is a workbook; its session stands in the address', async () => {
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
