import { promisify } from 'node:util';
import { constants, unzip, type ZlibOptions } from 'node:zlib';
import { LABEL_REPLY_BYTES } from '../http';
import { isObject } from './json-value';
import { knownFile, printedBefore, withoutPadding, type KnownFile } from './file-type';

/** Base64 of a data URI of gzip is three. More would be no mistake of a server but an attack. */
const MOST_LAYERS = 4;

export interface Opened {
  /** Undefined: none of the known kinds. */
  file: KnownFile | undefined;
  /** What was opened, from the outside to the inside. */
  layers: Buffer[];
}

/** Takes off what servers put around a file: gzip, data URIs and Base64 in either alphabet, also in one another. */
export async function opened(bytes: Buffer): Promise<Opened> {
  const layers: Buffer[] = [];
  let isWhole = true;
  let inner: Buffer | undefined = bytes;
  while (inner && layers.length <= MOST_LAYERS) {
    layers.push(inner);
    const file = knownFile(inner);
    if (file) return { file: { ...file, isWhole: isWhole && file.isWhole }, layers };
    const next = await within(inner);
    isWhole &&= next?.isWhole ?? true;
    inner = next?.bytes;
  }
  return { file: undefined, layers };
}

/** A file that stands where a link is expected: a data URI, or Base64 of one of the known kinds or of what is compressed. */
export function isFileItself(text: string): boolean {
  if (/^\s*data:/i.test(text)) return true;
  if (text.length <= SHORTEST_FILE || isOfWords(text)) return false;
  // Its beginning tells most files.
  if (text.length > LONG_TEXT && isFileItself(text.slice(0, LONG_TEXT))) return true;
  if (!BASE64.test(bare(text))) return false;
  let inner = encoded(Buffer.from(text));
  for (let layers = 1; inner && layers <= MOST_LAYERS; layers += 1) {
    if (isCompressed(inner) || knownFile(inner)) return true;
    inner = encoded(inner);
  }
  return false;
}

/** Characters of Base64; a path of a link may consist of such letters as well. */
const SHORTEST_FILE = 60;

interface Layer {
  bytes: Buffer;
  isWhole: boolean;
}

async function within(layer: Buffer): Promise<Layer | undefined> {
  const bytes = layer.subarray(printedBefore(layer));
  if (bytes.length < 2) return undefined;
  const content = isCompressed(bytes) ? await inflated(bytes) : undefined;
  if (content) return content;
  const text = encoded(bytes);
  return text && { bytes: text, isWhole: true };
}

/** What a data URI or Base64 stands for. */
function encoded(padded: Buffer): Buffer | undefined {
  const bytes = withoutPadding(padded);
  const beginning = bytes.toString('latin1', 0, 64);
  if (/[^\t\n\r -~]/.test(beginning)) return undefined;
  const whole = bytes.toString('latin1');
  if (BASE64.test(whole)) return Buffer.from(whole, 'base64');
  if (!/data:|base64[,:]/i.test(beginning) && isOfWords(whole)) return undefined;
  const text = bare(withPlusSigns(whole));
  const [, parameters, data = text] = /^(?:data:([^,]*),|base64[,:])(.*)$/is.exec(text) ?? [];
  if (parameters !== undefined && !/;base64$/i.test(parameters)) return Buffer.from(unescaped(data), 'latin1');
  if (/^data:/i.test(data)) return Buffer.from(data, 'latin1');
  const plain = data.includes('%') ? unescaped(data) : data;
  return BASE64.test(plain) ? Buffer.from(plain, 'base64') : undefined;
}

const BASE64 = /^[\w+/-]+={0,2}$/;
/** In neither alphabet, nor around them or in percent code. */
const NO_BASE64 = /[^\w+/=\s\\"'%\ufeff-]/;

/** Megabytes of them are not looked at further. Base64 has no lines as short as words. */
function isOfWords(text: string): boolean {
  const beginning = text.slice(0, LONG_TEXT);
  const hasManyGaps = beginning.length === LONG_TEXT && (beginning.match(/\s+/g) ?? []).length > LONG_TEXT / 8;
  return hasManyGaps || NO_BASE64.test(text);
}

const LONG_TEXT = 64 * 1024;

/** Without what surrounds Base64 in text: blanks, line breaks, also as `\n`, quotes, and the backslash of `\/`. */
function bare(text: string): string {
  return text.replace(/^\ufeff|\\+[nrt]?|\s+|^b?["']|["']$/g, '');
}

/** A form turns each + into a blank. Other blanks stand beside the ends of lines, or in their place: then lines are of one length. */
function withPlusSigns(text: string): string {
  const from = text.indexOf(',') + 1;
  const given = text.slice(from).trim();
  const data = /[\r\n]/.test(given) ? given.replace(/(?<![ \t])[ \t]*[\r\n]+[ \t]*/g, '') : given;
  if (data.includes('+') || !data.includes(' ')) return text;
  const restored = data.replaceAll(' ', '+');
  const plain = bare(restored);
  if (!BASE64.test(plain) || plain.length % 4 !== 0) return text;
  const isInLines = areOfOneLength(data) && bare(data).length % 4 === 0;
  return isInLines ? text : text.slice(0, from) + restored;
}

/** Whether blanks part a text into pieces of one length, the last one aside. */
function areOfOneLength(text: string): boolean {
  const length = text.indexOf(' ') + 1;
  let end = length - 1;
  for (let blank = end; blank !== -1; blank = text.indexOf(' ', blank + 1)) {
    if (blank !== end) return false;
    end += length;
  }
  return true;
}

/** Percent-encoded bytes. */
function unescaped(text: string): string {
  const given = Buffer.from(text, 'latin1');
  const plain = Buffer.alloc(given.length);
  let length = 0;
  for (let at = 0; at < given.length; at += 1) {
    const code = given[at] === PERCENT ? codeAt(given, at + 1) : undefined;
    plain[length] = code ?? given[at] ?? 0;
    length += 1;
    if (code !== undefined) at += 2;
  }
  return plain.toString('latin1', 0, length);
}

const PERCENT = 0x25;

/** The byte that two hexadecimal digits stand for. */
function codeAt(bytes: Buffer, at: number): number | undefined {
  const [high, low] = [digitOf(bytes[at]), digitOf(bytes[at + 1])];
  return high === undefined || low === undefined ? undefined : high * 16 + low;
}

function digitOf(byte = 0): number | undefined {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
}

/** gzip, or zlib as PHP's gzcompress writes it. */
function isCompressed([first, second]: Buffer): boolean {
  if (first === 0x1f && second === 0x8b) return true;
  return first === 0x78 && second !== undefined && (first * 256 + second) % 31 === 0;
}

/** What is there of a file that was cut off comes out as well: its missing end is told later. */
async function inflated(bytes: Buffer): Promise<Layer | undefined> {
  try {
    return { bytes: await unpack(bytes, LIMIT), isWhole: true };
  } catch (error) {
    return isObject(error) && error['code'] === 'Z_BUF_ERROR' ? begun(bytes) : undefined;
  }
}

async function begun(bytes: Buffer): Promise<Layer | undefined> {
  try {
    return { bytes: await unpack(bytes, { ...LIMIT, finishFlush: constants.Z_SYNC_FLUSH }), isWhole: false };
  } catch {
    return undefined;
  }
}

/** Outside the event loop. */
const unpack = promisify<Buffer, ZlibOptions, Buffer>(unzip);

const LIMIT = { maxOutputLength: LABEL_REPLY_BYTES };
