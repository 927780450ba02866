import { z } from 'zod/v4';
import type { CarrierRequest, Reply } from '../carrier';
import { isRecord } from '../json';
import { documentIn, withDocument, type LabelForm, type ReplyForm } from '../reply-form';
import { changingReply, changingValues, kind, type Exchange, type Kind } from './kind';
import { rewritten, withTexts } from './members';

const none = z.object({});

/** What an answer can hold instead of a label, or of its link. */
export const labelAnswerKinds: Readonly<Record<string, Kind>> = {
  'label-words': instead(z.object({ text: z.string().min(1).default('NotAvailable') }), ({ text }) => text),
  'label-missing': instead(none, () => null),
  'label-data-uri': kind(none, { fits: hasLabels, place: servicesOf, act: changingReply(withDataUris) }),
  'label-url-only': kind(none, {
    fits: ({ labels }) => labels?.publishing !== undefined,
    place: servicesOf,
    act: changingReply((reply, form, _fields, { request }) => {
      const { labels } = form ?? {};
      if (!form || !labels) return reply;
      return withDocument(form, reply, (document) => published(document, labels, request.headers.host ?? ''));
    }),
  }),
};

function hasLabels({ labels }: ReplyForm): boolean {
  return labels !== undefined;
}

function servicesOf({ labels }: ReplyForm): readonly string[] {
  return labels?.services ?? [];
}

function instead<Fields extends z.ZodObject>(fields: Fields, value: (own: z.output<Fields>) => unknown): Kind {
  return kind(fields, {
    fits: hasLabels,
    place: servicesOf,
    act: changingValues((document, { labels }, own) => withTexts(document, namesOf(labels), () => value(own))),
  });
}

function namesOf(labels: LabelForm | undefined): readonly string[] {
  return [...(labels?.links ?? []), ...(labels?.files ?? [])];
}

/** The file itself where its Base64 or its link was. */
async function withDataUris(
  reply: Reply,
  form: ReplyForm | undefined,
  _fields: unknown,
  { carrier, request }: Exchange,
): Promise<Reply> {
  const { labels } = form ?? {};
  if (!form || !labels) return reply;
  const files = new Map<string, Buffer>();
  withTexts(documentIn(form, reply), labels.links, (address) => files.set(address, Buffer.alloc(0)));
  for (const address of files.keys()) {
    const { body } = await carrier.handle(opening(address, request));
    files.set(address, body);
  }
  return withDocument(form, reply, (document) =>
    withTexts(document, namesOf(labels), (text) => dataUri(files.get(text) ?? Buffer.from(text, 'base64'))),
  );
}

function opening(address: string, { headers }: CarrierRequest): CarrierRequest {
  const { pathname, searchParams } = new URL(address);
  return { method: 'GET', path: pathname, query: searchParams, headers, body: Buffer.alloc(0) };
}

function dataUri(content: Buffer): string {
  const [, type = 'text/plain'] = types.find(([start]) => content.toString('latin1', 0, start.length) === start) ?? [];
  return `data:${type};base64,${content.toString('base64')}`;
}

/** How files of labels begin; ZPL is plain text. */
const types = [
  ['%PDF-', 'application/pdf'],
  ['\xff\xd8', 'image/jpeg'],
] as const;

/** Each entry with a link to its file, or to the first of several, in place of the files. */
function published(document: unknown, { files, publishing }: LabelForm, host: string): unknown {
  return rewritten(document, (part) => {
    if (!isRecord(part) || !publishing) return part;
    const [file] = files.flatMap((name) => part[name]).filter((content) => typeof content === 'string');
    if (file === undefined) return part;
    const emptied = Object.fromEntries(files.map((name) => [name, null]));
    return { ...part, ...emptied, [publishing.member]: publishing.add(host, Buffer.from(file, 'base64')) };
  });
}
