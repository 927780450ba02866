/** A file of a kind that label printers and shops take. */
export interface KnownFile {
  /** Without what stood before its first byte. */
  content: Buffer;
  mimeType: string;
  /** Without dot. */
  extension: string;
  /** Its end is there. */
  isWhole: boolean;
}

interface FileType extends Pick<KnownFile, 'mimeType' | 'extension'> {
  /** Where such a file begins in these bytes; undefined when they hold none. */
  start: (content: Buffer) => number | undefined;
  isWhole: (file: Buffer) => boolean;
}

const FILE_TYPES: readonly FileType[] = [
  { mimeType: 'image/png', extension: 'png', ...marked('\x89PNG\r\n\x1a\n', 'IEND\xaeB`\x82') },
  { mimeType: 'image/jpeg', extension: 'jpg', ...marked('\xff\xd8\xff', '\xff\xd9') },
  { mimeType: 'image/gif', extension: 'gif', ...marked('GIF8'), isWhole: (file) => /;[\0\s]*$/.test(tail(file)) },
  { mimeType: 'application/zip', extension: 'zip', ...marked('PK\x03\x04', 'PK\x05\x06') },
  { mimeType: 'x-application/zpl', extension: 'zpl', start: zplStart, isWhole: zplIsWhole },
  { mimeType: 'application/pdf', extension: 'pdf', start: pdfStart, isWhole: pdfIsWhole },
];

/**
 * Recognises a file by its first bytes: what a server calls it in a header is often wrong. Blank lines, byte order
 * marks and messages of PHP that a script printed before it are left out, so that printers take it.
 */
export function knownFile(bytes: Buffer): KnownFile | undefined {
  for (const { mimeType, extension, start, isWhole } of FILE_TYPES) {
    const at = start(bytes);
    if (at === undefined) continue;
    const content = bytes.subarray(at);
    return { content, mimeType, extension, isWhole: isWhole(content) };
  }
  return undefined;
}

/** Some writers put a few bytes of their own behind the end mark. */
const END_BYTES = 2048;

function marked(first: string, last = ''): Pick<FileType, 'start' | 'isWhole'> {
  return {
    start: (content) => {
      const at = printedBefore(content);
      return latin1(content, at, at + first.length) === first ? at : undefined;
    },
    isWhole: (file) => tail(file).includes(last),
  };
}

/** Readers look for the header in the first 1024 bytes (ISO 32000-1, annex H.3.4.1). JSON or a web page may quote one. */
function pdfStart(content: Buffer): number | undefined {
  const from = printedBefore(content);
  const head = latin1(content, from, from + 1024);
  const at = head.search(/%PDF-\d/);
  if (at < 0 || /^([{[]|<!doctype|<html)/i.test(head)) return undefined;
  const start = from + at;
  // In the middle of a line it may be quoted as well: then only a whole file is one.
  return /(^|[^ -~])$/.test(head.slice(0, at)) || pdfIsWhole(content.subarray(start)) ? start : undefined;
}

/**
 * A file that was changed has an end for each version, and one made for the web two: nothing may follow the last one but
 * tags, such as the messages of PHP.
 */
function pdfIsWhole(file: Buffer): boolean {
  const at = file.lastIndexOf('%%EOF');
  if (at < 0) return false;
  const behind = withoutPadding(file.subarray(at)).toString('latin1');
  return (behind.length <= END_BYTES || /^%%EOF\s*</.test(behind)) && !/\d \d+ obj\b/.test(behind);
}

/** Commands: of label formats (^), of the printer (~), or the wrapping of printer drivers (CT~~CD, ${ }$). */
const ZPL_COMMAND = /^\p{Cc}*(\^[a-z]|~[a-z]|ct~~|\$\{)/iu;

/** Text with a label format (^XA) in it. Graphics, which may be long, comments and settings may come first. */
function zplStart(content: Buffer): number | undefined {
  const at = printedBefore(content);
  const head = latin1(content, at, at + 512);
  if (ZPL_COMMAND.test(head)) return lastOf(content, '^XA') >= 0 ? at : undefined;
  const [before] = /^[^<{[][\x20-\xff\s]*?(?=\^XA)/i.exec(head) ?? [];
  // As in a PDF: in the middle of a line it may be quoted.
  return before !== undefined && (/[\r\n][^\S\r\n]*$/.test(before) || zplIsWhole(content)) ? at : undefined;
}

function zplIsWhole(file: Buffer): boolean {
  return lastOf(file, '^XZ') > lastOf(file, '^XA');
}

/** Commands may be in lower case. */
function lastOf(file: Buffer, command: string): number {
  return Math.max(file.lastIndexOf(command), file.lastIndexOf(command.toLowerCase()));
}

/** How many bytes of blank lines, byte order marks and messages of PHP a script printed before what it sends. */
export function printedBefore(content: Buffer): number {
  // A label itself begins with none of these: 64 KiB of each one would become a text for nothing, several times.
  if (!BEGINS_AS_PRINTED.test(latin1(content, 0, 1))) return 0;
  return PRINTED.exec(latin1(content, 0, MOST_PRINTED))?.[0].length ?? 0;
}

/** Blanks, byte order marks, tags, and the first letters of PHP's messages. */
const BEGINS_AS_PRINTED = /^[\s\xef<nwdps]/i;

const MOST_PRINTED = 64 * 1024;

/** A message of PHP takes a line of its own. */
const PRINTED =
  /^(?:\s|\xef\xbb\xbf|<br ?\/?>|(?:<b>|PHP )*(?:Notice|Warning|Deprecated|Strict Standards)(?:<\/b>)?:(?:(?!%PDF-)[^\n])*)*/i;

function tail(file: Buffer): string {
  const end = withoutPadding(file);
  return end.toString('latin1', Math.max(0, end.length - END_BYTES));
}

/** Without the zeros that fill up the buffer in which a server made a file. */
export function withoutPadding(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}

function latin1(content: Buffer, from: number, to: number): string {
  return content.toString('latin1', from, Math.min(to, content.length));
}
