import { decode, encodingExists } from 'iconv-lite';

/**
 * The text of what a server sent: in the charset of a byte order mark, the header, the XML declaration or `<meta>`, else
 * in UTF-8. Of several that are named the first counts in which the bytes are text; byte order marks are dropped.
 * @param contentType the header, such as `application/json; charset=GBK`
 * @throws SyntaxError that names the charset, when the bytes are no text in it, or when the header alone names one of single
 * bytes and several high ones stand together: nothing is guessed or replaced
 */
export function decodedText(body: Buffer, contentType = ''): string {
  const header = headerCharset(contentType);
  const inside = charsetsInside(body);
  const byDefault = header !== undefined && BY_DEFAULT.test(header) && !inside.includes(header) ? header : undefined;
  // What a server says of all its files counts less than what a file says of itself.
  const declared = byDefault === undefined ? [header, ...inside] : [...inside, header];
  const named = [markOf(body), ...declared].filter((each) => each !== undefined);
  const utf8 = decodedBy('utf-8', body);
  for (const charset of named.length > 0 ? named : ['UTF-8']) {
    if (utf8 !== undefined && isPlainlyUtf8(utf8, charset)) return utf8;
    if (charset === byDefault && hasHighRun(body)) continue;
    const text = decodedAs(charset, body);
    if (text !== undefined) return text;
  }
  if (utf8 !== undefined && !named.some((charset) => SEVEN_BITS.test(charset))) return utf8;
  throw new SyntaxError(`cannot be decoded as ${named[0] ?? 'UTF-8'}`);
}

/** Of Unicode: a byte order mark, or the zero bytes of ASCII in UTF-16. */
function markOf([first, second, third]: Buffer): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'UTF-16BE';
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'UTF-16LE';
  return undefined;
}

function headerCharset(contentType: string): string | undefined {
  return /;\s*charset\s*=[\s"']*([\w.:+-]+)/i.exec(contentType)?.[1];
}

/** In the beginning of XML and HTML, which is ASCII in every charset but UTF-16. */
function charsetsInside(body: Buffer): (string | undefined)[] {
  const head = body.toString('latin1', 0, 4096);
  if (!/^[^{[]*</.test(head)) return [];
  return [
    /<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:+-]+)/i.exec(head)?.[1],
    /<meta\b[^<>]*?\bcharset\s*=[\s"']*([\w.:+-]+)/i.exec(head)?.[1],
  ];
}

/**
 * Servers name a charset by default and send UTF-8 (`ISO-8859-1` of Apache). Text in another charset that could be UTF-8
 * by chance has sequences of two bytes at most.
 */
function isPlainlyUtf8(text: string, charset: string): boolean {
  if (/^(x-)?(unicode.*)?utf-?8/i.test(charset)) return true;
  if (/^utf/i.test(charset)) return false;
  return /[\u0800-\uffff]/.test(text) || (ONE_BYTE.test(charset) && /[\u0080-\u07ff]/.test(text));
}

const ONE_BYTE = /^(us-?ascii|ascii|ansi|(cs)?iso-?(ir-|_)?8859|l(atin)?-?\d|(x-)?(windows|cp)-?125|macintosh|koi8)/i;

/** What servers say of files whose charset nobody told them. */
const BY_DEFAULT = /^(us-?ascii|ascii|ansi|iso-?8859-?1|l(atin)?-?1|(x-)?(windows|cp)-?1252)$/i;

/** Every byte is a letter in these, so GBK would be read as `×ô´¨`. Of accented letters no three stand together. */
function hasHighRun(body: Buffer): boolean {
  return /[\x80-\xff]{3}/.test(withoutMarks(body).toString('latin1'));
}

/** Charsets whose bytes look like ASCII, so that they could be taken for UTF-8. */
const SEVEN_BITS = /^(hz|(cs)?iso-?2022|utf-?7)/i;

/** Undefined when the bytes are no text in the charset, or nobody knows it. */
function decodedAs(charset: string, body: Buffer): string | undefined {
  const name = charset
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(x|cs)(?=windows|ms|big5|euc|sjis)/, '');
  if (/^(ucs2|utf16)/.test(name)) return decodedBy(name.endsWith('be') ? 'utf-16be' : 'utf-16le', body);
  if (name === 'iso2022jp') return decodedBy('iso-2022-jp', body);
  const known = GB.test(name) ? 'gb18030' : (ALIASES[name] ?? name);
  if (NO_CHARSETS.has(known) || !encodingExists(known)) return undefined;
  const text = decode(withoutMarks(body), known);
  return text.includes('\ufffd') ? undefined : text;
}

/** Names of what GB18030 holds all of. */
const GB = /^(cs)?(x)?(gb\w*|cp936|ms936|windows936|euccn|cngb\w*)$/;

const ALIASES: Readonly<Record<string, string>> = {
  uhc: 'cp949',
  euckr: 'cp949',
  ujis: 'eucjp',
  eucjpms: 'eucjp',
  eucjpwin: 'eucjp',
  sjiswin: 'shiftjis',
  mscp932: 'shiftjis',
  ms950hkscs: 'big5hkscs',
};

/** What the library takes for the names of charsets besides. */
const NO_CHARSETS: ReadonlySet<string> = new Set(['binary', 'base64', 'hex', 'utf8', 'cesu8']);

/** A file that was saved as UTF-8 may print its mark before text in another charset. */
function withoutMarks(body: Buffer): Buffer {
  return markOf(body) === 'UTF-8' ? withoutMarks(body.subarray(3)) : body;
}

function decodedBy(encoding: string, body: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}
