import { errorOfStatus, type CarrierError, type HttpReply } from '../../http';
import { isObject } from '#carriers/shared/json-value';
import { fileNameOf } from '#carriers/shared/label-file';
import { DISPLAY_NAME } from '../account';
import type { PortalClient } from './client';
import { explained, isSuccess, refusalOf, noEnvelope } from './reply';
import { TEMPLATE_PATH } from './sign';

export const SPREADSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Content types of a file, as opposed to a message about it. */
const SPREADSHEET_TYPES = /^application\/(vnd\.|octet-stream|x-download)/i;

/** Nothing, or how JSON and web pages begin. */
const MESSAGE = /^\s*($|[<{[])/;

export interface Template {
  content: Buffer;
  fileName: string;
  mimeType: string;
}

/** The template for uploading orders (`etower.md` A.5.6). Its address holds the session, so it is shown nowhere. */
export async function downloadTemplate(client: PortalClient, templateName: string): Promise<Template> {
  return client.read({ path: TEMPLATE_PATH, query: { templateName } }, 'read', (reply) => fileOf(reply, templateName));
}

function fileOf(reply: HttpReply, templateName: string): Template {
  const statusError = errorOfStatus(reply, { carrier: DISPLAY_NAME, intent: 'read' });
  if (statusError) throw explained(statusError, reply.json());
  const isNamedFile = SPREADSHEET_TYPES.test(reply.headers['content-type'] ?? '');
  const isArchive = reply.body.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
  if (!isArchive && (!isNamedFile || MESSAGE.test(reply.body.toString('latin1', 0, 64)))) throw noFile(reply);
  const [, named] = /filename="?([^";]+)"?/i.exec(reply.headers['content-disposition'] ?? '') ?? [];
  const stem = (named ?? templateName).replace(/\.xlsx$/i, '');
  return { content: reply.body, fileName: fileNameOf(stem, 'xlsx'), mimeType: SPREADSHEET_TYPE };
}

/** JSON instead of the file is an error envelope (A.5.6, inferred). */
function noFile(reply: HttpReply): CarrierError {
  const envelope = reply.json();
  return isObject(envelope) && !isSuccess(envelope) ? refusalOf(envelope) : noEnvelope(reply, 'read');
}
