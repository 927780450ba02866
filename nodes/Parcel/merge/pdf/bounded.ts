import { constants, inflateSync } from 'node:zlib';

/** Bytes. Drawings and structures of labels have some ten thousand. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** @throws Error for a stream that is damaged, or would fill the memory */
export function inflated(packed: Uint8Array): Buffer {
  return inflateSync(packed, { maxOutputLength: MOST_UNPACKED, finishFlush: constants.Z_SYNC_FLUSH });
}

/**
 * Whether a part of the structure would fill the memory: streams of objects are unpacked by the library as it reads the
 * file, without a bound.
 */
export function isBomb(pdf: Buffer): boolean {
  for (let at = pdf.indexOf(OBJECTS); at >= 0; at = pdf.indexOf(OBJECTS, at + 1)) {
    const keyword = pdf.indexOf(STREAM, at);
    const start = keyword + STREAM.length + (pdf[keyword + STREAM.length] === 0x0d ? 2 : 1);
    if (keyword >= 0 && keyword - at < LONGEST_DICTIONARY && isTooMuch(pdf.subarray(start))) return true;
  }
  return false;
}

const OBJECTS = '/ObjStm';
const STREAM = 'stream';
const LONGEST_DICTIONARY = 2048;

function isTooMuch(packed: Buffer): boolean {
  try {
    inflated(packed);
    return false;
  } catch (error) {
    // What is damaged is found by the library.
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
  }
}
