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
  if (text.length <= SHORTEST_FILE || !BASE64.test(bare(text))) return false;
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
  if (/[^\t\n\r -~]/.test(bytes.toString('latin1', 0, 64))) return undefined;
  const text = bare(withPlusSigns(bytes.toString('latin1')));
  const [, parameters, data = text] = /^(?:data:([^,]*),|base64[,:])(.*)$/is.exec(text) ?? [];
  if (parameters !== undefined && !/;base64$/i.test(parameters)) return Buffer.from(unescaped(data), 'latin1');
  if (/^data:/i.test(data)) return Buffer.from(data, 'latin1');
  const plain = data.includes('%') ? unescaped(data) : data;
  return BASE64.test(plain) ? Buffer.from(plain, 'base64') : undefined;
}

const BASE64 = /^[\w+/-]+={0,2}$/;

/** Without what surrounds Base64 in text: blanks, line breaks, also as `\n`, quotes, and the backslash of `\/`. */
function bare(text: string): string {
  return text.replace(/^\ufeff|\\[nrt]|[\s\\]|^b?["']|["']$/g, '');
}

/** A form turns each + into a blank. Other blanks stand beside the ends of lines, or in their place: then lines are of one length. */
function withPlusSigns(text: string): string {
  const from = text.indexOf(',') + 1;
  const data = text
    .slice(from)
    .trim()
    .replace(/(?<![ \t])[ \t]*[\r\n]+[ \t]*/g, '');
  if (data.includes('+') || !data.includes(' ')) return text;
  const restored = data.replaceAll(' ', '+');
  if (!BASE64.test(bare(restored)) || bare(restored).length % 4 !== 0) return text;
  const [first = '', ...others] = data.split(' ').slice(0, -1);
  const isInLines = bare(data).length % 4 === 0 && others.every((line) => line.length === first.length);
  return isInLines ? text : text.slice(0, from) + restored;
}

/** Percent-encoded bytes. */
function unescaped(text: string): string {
  const [first = '', ...others] = text.split('%');
  const parts = others.map((part) => {
    const isCode = /^[0-9a-f]{2}/i.test(part);
    return isCode ? String.fromCharCode(parseInt(part.slice(0, 2), 16)) + part.slice(2) : `%${part}`;
  });
  return first + parts.join('');
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
