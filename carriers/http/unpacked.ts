import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';

const [fromGzip, fromBrotli, fromDeflate, fromRawDeflate] = [gunzip, brotliDecompress, inflate, inflateRaw].map(
  (each) => promisify<Buffer, { maxOutputLength: number }, Buffer>(each),
);

/**
 * A reply without its Content-Encoding, outside the event loop. Rejects with an error of zlib: `Z_…` when it breaks off,
 * ERR_BUFFER_TOO_LARGE beyond the limit.
 */
export async function unpacked(packed: Buffer, encoding: string | undefined, limit: number): Promise<Buffer> {
  const unpack = packed.length === 0 ? undefined : unpackerOf(encoding, packed);
  return unpack ? unpack(packed, { maxOutputLength: limit }) : packed;
}

function unpackerOf(encoding = '', [first = 0, second = 0]: Buffer): typeof fromGzip {
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return fromGzip;
    case 'br':
      return fromBrotli;
    case 'deflate':
      // Some servers leave out the two bytes before it (RFC 9110, 8.4.1.2).
      return first % 16 === 8 && (first * 256 + second) % 31 === 0 ? fromDeflate : fromRawDeflate;
    default:
      return undefined;
  }
}
