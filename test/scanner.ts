import { readFileSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { raw } from 'bwip-js/node';
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';

/** A page as a printer or a screen shows it. */
export interface Picture {
  width: number;
  height: number;
  /** Grey of each dot, from the top left corner: 0 is black, 255 is white. */
  dots: Uint8Array;
}

/** A barcode that a scanner read. */
export interface Barcode {
  text: string;
  /** Of its narrowest bar. */
  millimetres: number;
}

/** 8 dots in a millimetre, as label printers have. */
const DOTS_PER_MM = 8;

prepareZXingModule({ overrides: { wasmBinary: bytesOf('zxing-wasm/reader/zxing_reader.wasm') } });

/**
 * Black bars in the size that they have. With the two lines that the library takes for enough, three of a thousand turned
 * labels gave a second reading, whose letters were wrong and whose check sum was not.
 */
const READING: ReaderOptions = { formats: ['Code128'], minLineCount: 8, tryInvert: false, tryDownscale: false };

let pdfium: ReturnType<typeof PDFiumLibrary.init> | undefined;

/** Loaded with the first page: it is large. */
function library(): ReturnType<typeof PDFiumLibrary.init> {
  pdfium ??= PDFiumLibrary.init();
  return pdfium;
}

/** Pages of a PDF, drawn by the engine of Chrome. */
export async function pictures(pdf: Buffer, dotsPerMm = DOTS_PER_MM): Promise<Picture[]> {
  const all: Picture[] = [];
  await eachPicture(pdf, async (picture) => void all.push(picture), dotsPerMm);
  return all;
}

/** What a scanner reads on each page: row by row, from the left. */
export async function scanned(pdf: Buffer): Promise<Barcode[][]> {
  const pages: Barcode[][] = [];
  await eachPicture(pdf, async (picture) => void pages.push(await barcodesOn(picture)));
  return pages;
}

/** The text of each page. */
export async function textsOf(pdf: Buffer): Promise<string[]> {
  const document = await (await library()).loadDocument(pdf);
  try {
    return [...document.pages()].map((page) => page.getText());
  } finally {
    document.destroy();
  }
}

async function eachPicture(
  pdf: Buffer,
  look: (picture: Picture) => Promise<void>,
  dotsPerMm = DOTS_PER_MM,
): Promise<void> {
  const document = await (await library()).loadDocument(pdf);
  try {
    for (const page of document.pages()) {
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const dots = (points: number): number => Math.round((points * dotsPerMm * 25.4) / 72);
      const { data, width, height } = await page.render({
        width: dots(originalWidth),
        height: dots(originalHeight),
        render: 'bitmap',
        colorSpace: 'Gray',
      });
      await look({ width, height, dots: data });
    }
  } finally {
    document.destroy();
  }
}

async function barcodesOn({ width, height, dots }: Picture): Promise<Barcode[]> {
  const colours = Uint32Array.from(dots, (grey) => 0xff000000 + 0x010101 * grey);
  const picture = { data: new Uint8ClampedArray(colours.buffer), width, height };
  const read = await readBarcodes(picture, READING);
  return read
    .toSorted(
      (one, other) =>
        rowOf(one.position.topLeft.y) - rowOf(other.position.topLeft.y) ||
        one.position.topLeft.x - other.position.topLeft.x,
    )
    .map(({ text, position: { topLeft, topRight } }) => {
      const length = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
      return { text, millimetres: length / modulesOf(text) / DOTS_PER_MM };
    });
}

/** Labels side by side may differ by a few dots. */
function rowOf(y: number): number {
  return Math.round(y / (10 * DOTS_PER_MM));
}

/** The length of a barcode, in widths of its narrowest bar. */
function modulesOf(text: string): number {
  const [symbol] = raw({ bcid: 'code128', text });
  if (!symbol || !('sbs' in symbol)) throw new Error(`No Code 128 barcode of "${text}".`);
  return symbol.sbs.reduce((sum, width) => sum + width, 0);
}

function bytesOf(file: string): ArrayBuffer {
  const bytes = readFileSync(require.resolve(file));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}
