import { gzipSync } from 'node:zlib';
import { z } from 'zod/v4';
import type { Reply } from '../carrier';
import { bodyReply, htmlReply } from '../reply';
import { withDocument, type ReplyForm } from '../reply-form';
import { changingReply, kind, type Kind } from './kind';
import { withTexts } from './members';

const none = z.object({});
const words = (text: string) => z.object({ text: z.string().min(1).default(text) });

/** Four rows of a black block as graphics of ZPL, as printers' drivers send a logo before the label. */
const graphics = '~DGR:LOGO.GRF,00008,002,FFFFFFFFFFFFFFFF\r\n';
const zpl = '^XA^FO30,30^A0N,40^FDSANDBOX - NOT FOR SHIPPING^FS^XZ\n';

/** What can be wrong with the file of a label: at its link, or inside an answer that has it in Base64. */
export const labelFileKinds: Readonly<Record<string, Kind>> = {
  'label-html': file(none, () => htmlReply(200, 'Please log in').body, 'text/html; charset=utf-8'),
  'label-text': file(words('标签不存在'), (_, { text }) => Buffer.from(text), 'text/plain; charset=utf-8'),
  'label-json': file(
    words('标签不存在'),
    (_, { text }) => Buffer.from(JSON.stringify({ ask: 'Failure', message: text })),
    'application/json; charset=utf-8',
  ),
  'label-leading-blank': file(none, (content) => Buffer.concat([Buffer.from('\r\n\r\n \n'), content])),
  'label-bom': file(none, (content) => Buffer.concat([Buffer.from('\uFEFF'), content])),
  'label-zpl-graphics': file(
    none,
    (content) => Buffer.concat([Buffer.from(graphics), content.includes('^XA') ? content : Buffer.from(zpl)]),
    'text/plain',
  ),
  'label-gzip': file(none, (content) => gzipSync(content)),
  'label-cut': file(z.object({ bytes: z.int().min(1).optional() }), (content, { bytes }) =>
    content.subarray(0, bytes ?? Math.floor(content.length / 2)),
  ),
  'label-url-safe': text((base64) => base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')),
  'label-base64-twice': text((base64) => Buffer.from(base64).toString('base64')),
};

/** Where labels are: at their links, or in the answers of these services. */
function placeOfFiles({ labels }: ReplyForm) {
  return labels && labels.files.length > 0 ? labels.services : 'download';
}

function file<Fields extends z.ZodObject>(
  fields: Fields,
  change: (content: Buffer, own: z.output<Fields>) => Buffer,
  contentType?: string,
): Kind {
  return kind(fields, {
    fits: ({ labels }) => labels !== undefined,
    place: placeOfFiles,
    act: changingReply((reply, form, own) => {
      if (form)
        return withFiles(reply, form, (base64) => change(Buffer.from(base64, 'base64'), own).toString('base64'));
      return bodyReply(200, contentType ?? reply.headers['Content-Type'] ?? '', change(reply.body, own));
    }),
  });
}

/** The Base64 itself in another form; a link gives the file as such a text. */
function text(change: (base64: string) => string): Kind {
  return kind(none, {
    fits: ({ labels }) => labels !== undefined,
    place: placeOfFiles,
    act: changingReply((reply, form) =>
      form ? withFiles(reply, form, change) : bodyReply(200, 'text/plain', change(reply.body.toString('base64'))),
    ),
  });
}

function withFiles(reply: Reply, form: ReplyForm, change: (base64: string) => string): Reply {
  return withDocument(form, reply, (document) => withTexts(document, form.labels?.files ?? [], change));
}
