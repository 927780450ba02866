import { z } from 'zod/v4';
import type { Reply } from '../carrier';
import { jsonIn, withDocument, withJson, type ReplyForm } from '../reply-form';
import { canExpress, charsets, declarations, encoded } from './charset';
import { changingReply, kind, type Kind } from './kind';
import { asTexts, rewritten } from './members';

const byteOrderMark = '\uFEFF';

/** As PHP prints one where errors are shown to everybody. */
const notice = '<br />\n<b>Notice</b>:  Undefined index: remark in <b>order.class.php</b> on line <b>118</b><br />\n';

/** Stands for a control character until the answer is bytes: JSON writes an escape for the character itself. */
const stand = '\uE000';

/** What is in the bytes of an answer and not in its values. Label downloads can have all but the last one. */
export const byteKinds: Readonly<Record<string, Kind>> = {
  charset: kind(
    z.object({
      name: z.enum(charsets),
      declared: z.enum(declarations).default('header'),
      text: z.string().min(1).optional(),
    }),
    {
      problem({ wrapping }, { name, declared, text = '' }) {
        if (declared === 'xml' && !wrapping) return 'declared: "xml" needs an answer in XML.';
        return canExpress(name, text) ? undefined : `text: "${text}" cannot be written in ${name}.`;
      },
      act: changingReply((reply, form, encoding) => encoded(reply, form, encoding)),
    },
  ),
  bom: kind(
    z.object({
      places: z
        .array(z.enum(['body', 'response', 'inner']))
        .min(1)
        .default(['body']),
      count: z.int().min(1).max(9).default(1),
    }),
    {
      problem: ({ wrapping }, { places }) =>
        places.includes('response') && !wrapping ? 'places: "response" needs an answer in XML.' : undefined,
      act: changingReply((reply, form, { places, count }) => marked(reply, form, places, byteOrderMark.repeat(count))),
    },
  ),
  'php-notice': kind(z.object({ place: z.enum(['before', 'after', 'inside']).default('before') }), {
    act: changingReply((reply, form, { place }) => noticed(reply, form, place)),
  }),
  'control-character': kind(
    z.object({
      /** Its number in Unicode: any below 32 but tab and line breaks, which XML takes. */
      character: z
        .int()
        .refine((code) => code > 0 && code < 32 && ![9, 10, 13].includes(code), 'XML forbids 1 to 31 but 9, 10, 13')
        .default(11),
    }),
    {
      act: changingReply((reply, form, { character }) => (form ? controlled(reply, form, character) : reply)),
    },
  ),
};

function marked(reply: Reply, form: ReplyForm | undefined, places: readonly string[], marks: string): Reply {
  let changed = reply;
  if (form && places.includes('inner')) changed = withDocument(form, changed, (document) => asTexts(document, marks));
  const json = form && places.includes('response') ? jsonIn(form, changed) : undefined;
  if (form && json !== undefined) changed = withJson(form, changed, marks + json);
  return places.includes('body') ? before(changed, marks) : changed;
}

/** `inside`: in the XML before the JSON, or else in the middle of the JSON, which nobody can read then. */
function noticed(reply: Reply, form: ReplyForm | undefined, place: 'before' | 'after' | 'inside'): Reply {
  if (place === 'before') return before(reply, notice);
  if (place === 'after') return { ...reply, body: Buffer.concat([reply.body, Buffer.from(notice)]) };
  const json = form?.wrapping ? jsonIn(form, reply) : undefined;
  if (form && json !== undefined) return withJson(form, reply, notice + json);
  const middle = Math.floor(reply.body.length / 2);
  return {
    ...reply,
    body: Buffer.concat([reply.body.subarray(0, middle), Buffer.from(notice), reply.body.subarray(middle)]),
  };
}

function before(reply: Reply, text: string): Reply {
  return { ...reply, body: Buffer.concat([Buffer.from(text), reply.body]) };
}

/** The character in the middle of one text: the first of the free texts that is there, else the first text of all. */
function controlled(reply: Reply, form: ReplyForm, character: number): Reply {
  const changed = withDocument(form, reply, (document) => {
    const there = new Set<string>();
    rewritten(document, (part, name) => (isText(part) ? there.add(name) : part));
    const wanted = form.words.find((name) => there.has(name));
    let isDone = false;
    return rewritten(document, (part, name) => {
      if (isDone || !isText(part) || (wanted ?? name) !== name) return part;
      isDone = true;
      const middle = Math.ceil(part.length / 2);
      return part.slice(0, middle) + stand + part.slice(middle);
    });
  });
  const text = changed.body.toString('utf8').replace(stand, String.fromCharCode(character));
  return { ...changed, body: Buffer.from(text) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
