import { CarrierError } from '../http';

export interface LabelFile {
  content: Buffer;
  mimeType: string;
  /** Without dot. */
  extension: string;
  /** Why to look at it before it is printed. */
  warning?: string;
}

interface FileType {
  mimeType: string;
  extension: string;
  /** How such a file begins. */
  begins: (content: Buffer) => boolean;
  /** What stands near its end. */
  ends?: string;
}

/** What label printers and shops take. ZPL is text with a label format (^XA), settings of the printer before it or not. */
const FILE_TYPES: readonly FileType[] = [
  { mimeType: 'application/pdf', extension: 'pdf', begins: startsWith('%PDF-'), ends: '%%EOF' },
  { mimeType: 'image/png', extension: 'png', begins: startsWith('\x89PNG\r\n\x1a\n'), ends: 'IEND' },
  { mimeType: 'image/jpeg', extension: 'jpg', begins: startsWith('\xff\xd8\xff'), ends: '\xff\xd9' },
  { mimeType: 'image/gif', extension: 'gif', begins: startsWith('GIF8') },
  { mimeType: 'application/zip', extension: 'zip', begins: startsWith('PK\x03\x04') },
  {
    mimeType: 'x-application/zpl',
    extension: 'zpl',
    begins: (content) => /^[\x20-\x7e\s]*\^XA/.test(head(content)),
    ends: '^XZ',
  },
];

/** Some writers put a few bytes of their own behind the end mark. */
const END_BYTES = 2048;

/**
 * Recognises a label by its first bytes: what a server calls it in a header is often wrong. One that was downloaded should
 * have its end too; inside a reply of the carrier it cannot be cut without the reply being broken.
 * @param link where it was downloaded, if it was
 * @throws CarrierError `invalid-reply` when it is none of the types, e.g. an HTML error page; keeps the link
 */
export function labelFileOf(content: Buffer, { carrier, link }: { carrier: string; link?: string }): LabelFile {
  const type = FILE_TYPES.find(({ begins }) => begins(content));
  if (type) {
    const isCut =
      link !== undefined && type.ends !== undefined && !content.subarray(-END_BYTES).includes(type.ends, 0, 'latin1');
    const warning = 'the end of the file is missing: look at it before you print it, or get it again';
    return { content, mimeType: type.mimeType, extension: type.extension, ...(isCut ? { warning } : {}) };
  }
  const what =
    content.length === 0
      ? 'an empty file'
      : /<!doctype html|<html/i.test(head(content))
        ? 'a web page'
        : 'a file of unknown type';
  throw new CarrierError({
    kind: 'invalid-reply',
    message: `${link === undefined ? carrier : `The label link of ${carrier}`} gave ${what} instead of a label`,
    hint: `The order exists; only its label could not be fetched. Try again later${
      link === undefined ? '.' : ', or open the link yourself.'
    }`,
    ...(link === undefined ? {} : { link }),
  });
}

/** A file name that is safe on every system and in every header, from what the carrier or the user wrote. */
export function fileNameOf(stem: string, extension: string): string {
  const safe = stem
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._]+/, '')
    .slice(0, 100);
  return `${safe || 'label'}.${extension}`;
}

function startsWith(signature: string): (content: Buffer) => boolean {
  const bytes = Buffer.from(signature, 'latin1');
  return (content) => content.subarray(0, bytes.length).equals(bytes);
}

function head(content: Buffer): string {
  return content.subarray(0, 512).toString('latin1');
}
