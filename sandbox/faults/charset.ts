import iconv from 'iconv-lite';
import type { Reply } from '../carrier';
import { withDocument, type ReplyForm } from '../reply-form';
import { rewritten } from './members';

/** "Delivered" as a carrier would write it. */
const samples = {
  gbk: '快件已妥投',
  gb18030: '快件已妥投',
  big5: '包裹已送達',
  'euc-kr': '배송 완료',
  shift_jis: '配達完了',
} as const;

export type Charset = keyof typeof samples;
export const charsets = ['gbk', 'gb18030', 'big5', 'euc-kr', 'shift_jis'] as const satisfies readonly Charset[];

/** Where an answer says in which character set it is. */
export const declarations = ['header', 'xml', 'meta', 'none'] as const;
export type Declaration = (typeof declarations)[number];

interface Encoding {
  name: Charset;
  declared: Declaration;
  /** Words for the free texts. Left out: a sample in the language of the character set. */
  text?: string | undefined;
}

/**
 * The answer in another character set. Free texts are replaced by words that it can express, and so is every other text
 * that it cannot. With `meta`, or for a download, it is a web page with those words instead.
 */
export function encoded(reply: Reply, form: ReplyForm | undefined, { name, declared, text }: Encoding): Reply {
  const words = text ?? samples[name];
  if (!form || declared === 'meta') return page(reply.status, words, name, declared);
  const spoken = withDocument(form, reply, (document) =>
    rewritten(document, (part, member) => {
      if (typeof part !== 'string' || part === '') return part;
      return form.words.includes(member) || !canExpress(name, part) ? words : part;
    }),
  );
  const body = spoken.body.toString('utf8').replace(/^<\?xml .*?\?>/, declarationOf(name, declared));
  return {
    ...spoken,
    headers: withCharset(spoken.headers, declared === 'header' ? name : undefined),
    body: iconv.encode(body, name),
  };
}

function page(status: number, words: string, name: Charset, declared: Declaration): Reply {
  const meta = declared === 'meta' ? `<meta http-equiv="Content-Type" content="text/html; charset=${name}">` : '';
  const html = `<html><head>${meta}<title>${words}</title></head><body><h1>${words}</h1></body></html>\n`;
  const headers = withCharset({ 'Content-Type': 'text/html' }, declared === 'header' ? name : undefined);
  return { status, headers, body: iconv.encode(html, name) };
}

function declarationOf(name: Charset, declared: Declaration): string {
  return declared === 'xml' ? `<?xml version="1.0" encoding="${name.toUpperCase()}"?>` : '<?xml version="1.0"?>';
}

function withCharset(headers: Record<string, string>, name: Charset | undefined): Record<string, string> {
  const [type = ''] = (headers['Content-Type'] ?? '').split(';');
  return { ...headers, 'Content-Type': name === undefined ? type : `${type}; charset=${name}` };
}

export function canExpress(name: Charset, text: string): boolean {
  return iconv.decode(iconv.encode(text, name), name) === text;
}
