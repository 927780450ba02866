import { crc32 } from 'node:zlib';
import type { PDFImage, PDFRef } from '@cantoo/pdf-lib';
import type { Size } from '../paper';
import type { Face, Target } from './face';
import { scaled } from './matrix';

/**
 * A picture in the size that it is meant to be printed in: by the dots per inch that the file names, otherwise by those
 * of label printers, for which carriers make their pictures (8 dots in a millimetre: 800 × 1200 is 100 × 150 mm).
 */
function faceOf(dots: Size, dpi: { x: number; y: number }, draw: (file: Target) => Promise<PDFRef>): Face {
  const size = { width: (dots.width * 72) / orUsual(dpi.x), height: (dots.height * 72) / orUsual(dpi.y) };
  if (!(size.width > 0 && size.height > 0)) throw new Error('the picture has no size');
  return {
    size,
    into: async (file) => [{ object: await draw(file), matrix: scaled(size.width, size.height) }],
  };
}

/** Programs that do not know better write 72 or 96; no label can be printed with so few. */
function orUsual(dpi: number): number {
  return dpi >= FEWEST_DOTS ? dpi : DOTS_OF_LABEL_PRINTERS;
}

const FEWEST_DOTS = 100;
const DOTS_OF_LABEL_PRINTERS = 203.2;

/** @throws Error that says what is wrong with the picture */
export async function pictureOfJpg(jpg: Buffer): Promise<Face> {
  const frame = jpgFrame(jpg);
  return faceOf(frame, jpgDensity(jpg), ({ document }) =>
    // The library looks at the memory from its first byte on.
    embedded(document.embedJpg(Uint8Array.from(jpg))),
  );
}

/** Marker, length, precision, height, width (ITU T.81, B.2.2). */
function jpgFrame(jpg: Buffer): Size {
  for (let at = 2; at + 9 <= jpg.length; at += 2 + jpg.readUInt16BE(at + 2)) {
    const marker = jpg.readUInt16BE(at);
    if (FRAMES.has(marker)) return { height: jpg.readUInt16BE(at + 5), width: jpg.readUInt16BE(at + 7) };
    if (marker < 0xffc0) break;
  }
  throw new Error('the JPG is broken');
}

/** Baseline, extended and progressive: what printers and viewers of PDF read. */
const FRAMES = new Set([0xffc0, 0xffc1, 0xffc2]);

/** Of JFIF, version 1.02: units (1 for inches, 2 for centimetres) and the density in both directions. */
function jpgDensity(jpg: Buffer): { x: number; y: number } {
  const isJfif = jpg.length > 18 && jpg.readUInt16BE(2) === 0xffe0 && jpg.toString('latin1', 6, 11) === 'JFIF\0';
  const factor = isJfif ? [0, 1, 2.54][jpg.readUInt8(13)] : undefined;
  return factor ? { x: jpg.readUInt16BE(14) * factor, y: jpg.readUInt16BE(16) * factor } : { x: 0, y: 0 };
}

/** @throws Error that says what is wrong with the picture */
export async function pictureOfPng(png: Buffer): Promise<Face> {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.bytes;
  if (header?.length !== 13) throw new Error('the PNG is broken');
  const dots = { width: header.readUInt32BE(0), height: header.readUInt32BE(4) };
  const [depth = 0, colours = 0, , , interlaced = 0] = header.subarray(8);
  const channels = CHANNELS.get(colours);
  const isPlain = channels !== undefined && interlaced === 0 && chunks.every(({ type }) => type !== 'tRNS');
  if (!isPlain && dots.width * dots.height > MOST_DOTS) throw new Error('the PNG is too large');
  return faceOf(dots, pngDensity(chunks), async ({ document, context }) => {
    if (!isPlain) return embedded(document.embedPng(png));
    const palette = chunks.find(({ type }) => type === 'PLTE')?.bytes;
    // What is packed in a PNG is what PDF calls Flate with predictor 15 (ISO 32000-1, 7.4.4.4): it stays as it is.
    const image = context.stream(Buffer.concat(chunks.flatMap(({ type, bytes }) => (type === 'IDAT' ? bytes : []))), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: dots.width,
      Height: dots.height,
      BitsPerComponent: depth,
      ColorSpace:
        palette && colours === INDEXED ? indexed(context, palette) : channels === 3 ? 'DeviceRGB' : 'DeviceGray',
      Filter: 'FlateDecode',
      DecodeParms: { Predictor: 15, Colors: channels, BitsPerComponent: depth, Columns: dots.width },
    });
    return context.register(image);
  });
}

const INDEXED = 3;

/** By the colour type of the header (PNG, 11.2.1); those that are not here have a transparent part. */
const CHANNELS: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [INDEXED, 1],
]);

/** Of pictures that have to be unpacked, in 8 bytes for each dot; a sheet of A4 at 300 dots per inch has 9 million. */
const MOST_DOTS = 16_000_000;

function indexed(context: Target['context'], palette: Buffer) {
  const table = context.register(context.stream(palette));
  return context.obj(['Indexed', 'DeviceRGB', palette.length / 3 - 1, table]);
}

interface Chunk {
  type: string;
  bytes: Buffer;
}

/** @throws Error where a check sum does not fit */
function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= png.length;) {
    const end = at + 8 + png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    if (end + 4 > png.length || png.readUInt32BE(end) !== crc32(png.subarray(at + 4, end))) break;
    chunks.push({ type, bytes: png.subarray(at + 8, end) });
    if (type === 'IEND') return chunks;
    at = end + 4;
  }
  throw new Error('the PNG is broken');
}

/** Dots in a metre (PNG, 11.3.5.3). */
function pngDensity(chunks: readonly Chunk[]): { x: number; y: number } {
  const density = chunks.find(({ type, bytes }) => type === 'pHYs' && bytes.length === 9 && bytes[8] === 1)?.bytes;
  const dpi = (at: number): number => (density?.readUInt32BE(at) ?? 0) * 0.0254;
  return { x: dpi(0), y: dpi(4) };
}

/** At once, as the library would otherwise keep what it unpacked until the file is written. */
async function embedded(embedding: Promise<PDFImage>): Promise<PDFRef> {
  const image = await embedding;
  await image.embed();
  return image.ref;
}
