import { deflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFObject,
  type PDFPageLeaf,
  type PDFStream,
} from '@cantoo/pdf-lib';
import type { Size } from '../paper';
import { marksOf } from './annotations';
import { inflated, isBomb } from './bounded';
import { Copies } from './copies';
import type { Face, Layer } from './face';
import { moved, scaled, then, turned, turnedSize, type Matrix } from './matrix';

/**
 * The pages of a PDF.
 * @throws Error that says what is wrong with it
 */
export async function pagesOf(pdf: Buffer): Promise<Face[]> {
  const pages = await opened(pdf);
  return pages.map((page, index) => {
    const face = faceIfAny(page);
    if (!face) throw new Error(`page ${index + 1} of the PDF cannot be read`);
    return face;
  });
}

function faceIfAny(page: PDFPageLeaf): Face | undefined {
  try {
    return faceOf(page);
  } catch {
    return undefined;
  }
}

async function opened(pdf: Buffer): Promise<PDFPageLeaf[]> {
  if (isBomb(pdf)) throw new Error('the PDF is too large once it is unpacked');
  const pages = await parsed(pdf).catch(() => {
    // In an encrypted file parts of the structure may be unreadable, too.
    throw new Error(pdf.includes('/Encrypt') ? ENCRYPTED : 'the PDF is broken');
  });
  if (pages === undefined) throw new Error(ENCRYPTED);
  if (pages.length === 0) throw new Error('the PDF has no pages');
  return pages;
}

const ENCRYPTED = 'the PDF is encrypted: get it without a password, or print it by itself';

/** @returns undefined where the file is encrypted */
async function parsed(pdf: Buffer): Promise<PDFPageLeaf[] | undefined> {
  // Otherwise objects that cannot be read are left out, and the library writes of them to the log.
  const strict = { ignoreEncryption: true, throwOnInvalidObject: true, updateMetadata: false };
  const document = await PDFDocument.load(pdf, strict);
  return document.isEncrypted ? undefined : document.getPages().map(({ node }) => node);
}

function faceOf(page: PDFPageLeaf): Face {
  const box = visible(page);
  const unit = page.lookupMaybe(PDFName.of('UserUnit'), PDFNumber)?.asNumber() ?? 1;
  const upright = { width: box.width * unit, height: box.height * unit };
  const { size, matrix } = rotated(upright, then(moved(-box.x, -box.y), scaled(unit)), page.Rotate()?.asNumber() ?? 0);
  const contents = contentOf(page);
  return {
    size,
    into: async ({ context, shared }) => {
      const copies = new Copies(page.context, context, shared);
      const form = context.obj({
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [box.x, box.y, box.x + box.width, box.y + box.height],
        Resources: copies.of(page.Resources() ?? page.context.obj({})),
      });
      for (const name of ['Group', 'Filter', 'DecodeParms']) {
        const value = (name === 'Group' ? page : contents.dict).get(PDFName.of(name));
        if (value) form.set(PDFName.of(name), copies.of(value));
      }
      const object = context.register(PDFRawStream.of(form, contents.contents));
      const marks = marksOf(page).map((mark): Layer => ({
        object: copies.referenceTo(mark.appearance),
        matrix: then(mark.matrix, matrix),
      }));
      return [{ object, matrix }, ...marks];
    },
  };
}

interface Box extends Size {
  x: number;
  y: number;
}

/** What of the page is shown: its crop box, as far as it is within the media box (ISO 32000-1, 14.11.2). */
function visible(page: PDFPageLeaf): Box {
  const media = boxOf(page.MediaBox());
  const crop = page.CropBox();
  const shown = crop ? common(media, boxOf(crop)) : media;
  const box = shown.width > 0 && shown.height > 0 ? shown : media;
  if (box.width > 0 && box.height > 0) return box;
  throw new Error('The page has no size');
}

/** Any two opposite corners may be given. */
function boxOf(corners: PDFArray): Box {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [0, 1, 2, 3].map((index) => corners.lookup(index, PDFNumber).asNumber());
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}

function common(one: Box, other: Box): Box {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  return { x, y, width, height: Math.min(one.y + one.height, other.y + other.height) - y };
}

/** @param degrees clockwise, a multiple of 90 */
function rotated(size: Size, matrix: Matrix, degrees: number): { size: Size; matrix: Matrix } {
  const quarters = ((Math.round(degrees / 90) % 4) + 4) % 4;
  let seen = { size, matrix };
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    seen = { size: turnedSize(seen.size), matrix: then(seen.matrix, turned(seen.size)) };
  }
  return seen;
}

/** What is drawn, as one stream. Nearly always it is one already, and stays as it was packed. */
function contentOf(page: PDFPageLeaf): PDFRawStream {
  const parts = listed(page.Contents()).map((part) => page.context.lookup(part));
  const streams = parts.flatMap((part) => (part instanceof PDFRawStream ? part : []));
  const [only] = streams;
  if (only && streams.length === 1) return only;
  // A word of the language may not be divided by the end of a stream, so that a blank may stand there.
  const content = Buffer.concat(streams.flatMap((stream) => [unpacked(stream), NEW_LINE]));
  return page.context.stream(deflateSync(content), { Filter: 'FlateDecode' });
}

function listed(contents: PDFStream | PDFArray | undefined): PDFObject[] {
  if (contents instanceof PDFArray) return contents.asArray();
  return contents ? [contents] : [];
}

const NEW_LINE = Buffer.from('\n');

function unpacked(stream: PDFRawStream): Uint8Array {
  const { dict, contents } = stream;
  const filter = dict.lookup(PDFName.of('Filter'));
  if (filter === PDFName.of('FlateDecode') && dict.lookupMaybe(PDFName.of('DecodeParms'), PDFDict) === undefined) {
    return inflated(contents);
  }
  return decodePDFRawStream(stream).decode();
}
