import { errorOfStatus, type CarrierError, type HttpReply } from '../../http';
import { isObject } from '#carriers/shared/json-value';
import { CUT, excerpt, fileNameOf, type LabelFile } from '#carriers/shared/label-file';
import { wordsOf } from '#carriers/shared/words';
import { opened } from '#carriers/shared/wrapped-file';
import { DISPLAY_NAME } from '../account';
import type { PortalClient } from './client';
import { explained, isSuccess, refusalOf, noEnvelope } from './reply';
import { TEMPLATE_PATH } from './sign';

export const SPREADSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How workbooks of older versions of Excel begin. */
const OLD_WORKBOOK = Buffer.from('d0cf11e0a1b11ae1', 'hex');

export interface Template {
  content: Buffer;
  fileName: string;
  mimeType: string;
  /** Why to look at it before it is filled in. */
  warning?: string;
}

/** The template for uploading orders (`etower.md` A.5.6). Its address holds the session, so it is shown nowhere. */
export async function downloadTemplate(client: PortalClient, templateName: string): Promise<Template> {
  return client.read({ path: TEMPLATE_PATH, query: { templateName } }, 'read', (reply) => fileOf(reply, templateName));
}

async function fileOf(reply: HttpReply, templateName: string): Promise<Template> {
  const statusError = errorOfStatus(reply, { carrier: DISPLAY_NAME, intent: 'read' });
  if (statusError) throw explained(statusError, reply.json());
  const { content, warning } = await workbookOf(reply);
  const [, named] = /filename="?([^";]+)"?/i.exec(reply.headers['content-disposition'] ?? '') ?? [];
  const stem = (named ?? templateName).replace(/\.xlsx?$/i, '');
  const extension = content.subarray(0, OLD_WORKBOOK.length).equals(OLD_WORKBOOK) ? 'xls' : 'xlsx';
  const mimeType = extension === 'xls' ? 'application/vnd.ms-excel' : SPREADSHEET_TYPE;
  return { content, fileName: fileNameOf(stem, extension), mimeType, ...(warning === undefined ? {} : { warning }) };
}

/** By its bytes: a message may be sent under the name and type of the file. */
async function workbookOf(reply: HttpReply): Promise<Pick<LabelFile, 'content' | 'warning'>> {
  if (reply.body.subarray(0, OLD_WORKBOOK.length).equals(OLD_WORKBOOK)) return { content: reply.body };
  const { file } = await opened(reply.body);
  if (file?.extension !== 'zip') throw noFile(reply);
  return file.isWhole ? file : { content: file.content, warning: CUT };
}

/** JSON instead of the file is an error envelope (A.5.6, inferred). */
function noFile(reply: HttpReply): CarrierError {
  const envelope = reply.json();
  if (isObject(envelope) && !isSuccess(envelope)) return refusalOf(envelope, 'read');
  const { words } = wordsOf([reply.body], () => reply.text());
  return noEnvelope(reply, 'read').with(words === '' ? {} : { carrierText: excerpt(words) });
}
