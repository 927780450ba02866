import { raw, toBuffer } from 'bwip-js/node';
import { encode } from 'jpeg-js';
import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import { PNG } from 'pngjs';
import type { LabelPage, PaperSize } from './label-page';

const points = (centimetres: number) => (centimetres / 2.54) * 72;

/** Width and height in PDF points. */
const paperSizes: Readonly<Record<PaperSize, readonly [number, number]>> = {
  '10x10': [points(10), points(10)],
  A4: [595.28, 841.89],
  '10x15': [points(10), points(15)],
  '10x20': [points(10), points(20)],
};

const margin = 14;
const notForShipping = 'SANDBOX - NOT FOR SHIPPING';

/** Draws one PDF, a page per entry. Text the standard fonts cannot show is printed as `?`. */
export async function drawLabels(pages: readonly LabelPage[], size: PaperSize): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setTitle(notForShipping);
  const regular = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  for (const content of pages) drawPage(document.addPage([...paperSizes[size]]), content, regular, bold);
  return Buffer.from(await document.save());
}

/** Draws the barcode with its text as a JPG; who the label is for stands in a comment of the file. */
export async function drawPicture({ title, barcode, lines }: LabelPage): Promise<Buffer> {
  // bwip-js knows `extratext`, a line above the bars; its types do not yet.
  const symbol = {
    bcid: 'code128',
    text: barcode,
    includetext: true,
    extratext: notForShipping,
    scale: 3,
    height: 20,
    paddingwidth: 12,
    paddingheight: 12,
    backgroundcolor: 'FFFFFF',
  };
  const { data, width, height } = PNG.sync.read(await toBuffer(symbol));
  const comments = [notForShipping, title, ...lines].map(printable);
  return Buffer.from(encode({ data, width, height, comments }, 85).data);
}

function drawPage(page: PDFPage, { title, barcode, lines }: LabelPage, regular: PDFFont, bold: PDFFont): void {
  const { width, height } = page.getSize();
  const room = width - 2 * margin;
  const write = (text: string, y: number, fontSize: number, font: PDFFont) =>
    page.drawText(fit(printable(text), font, fontSize, room), { x: margin, y, size: fontSize, font });
  write(notForShipping, height - margin - 10, 11, bold);
  write(title, height - margin - 24, 9, regular);
  drawBarcode(page, barcode, height - margin - 32);
  write(barcode, height - margin - 98, 12, bold);
  const lineHeight = Math.min(12, (height - margin * 2 - 104) / Math.max(lines.length, 1));
  lines.forEach((line, index) => {
    write(line, height - margin - 100 - (index + 1) * lineHeight, lineHeight * 0.72, regular);
  });
}

/** Bars as filled rectangles of one path, so that they stay sharp at any printing resolution. */
function drawBarcode(page: PDFPage, text: string, top: number): void {
  const widths = barWidths(text);
  const modules = widths.reduce((total, width) => total + width, 0);
  const quiet = 10;
  const module = Math.min(1.25, (page.getWidth() - 2 * margin) / (modules + 2 * quiet));
  const left = (page.getWidth() - modules * module) / 2;
  let x = 0;
  let path = '';
  widths.forEach((width, index) => {
    if (index % 2 === 0) path += `M${round(x)} 0H${round(x + width * module)}V52H${round(x)}Z`;
    x += width * module;
  });
  page.drawSvgPath(path, { x: left, y: top, color: rgb(0, 0, 0) });
}

/** Widths in modules, a bar first, then spaces and bars in turn. */
function barWidths(text: string): number[] {
  const [symbol] = raw({ bcid: 'code128', text });
  if (!symbol || !('sbs' in symbol)) throw new Error(`No Code 128 barcode can be drawn of "${text}".`);
  return symbol.sbs;
}

/** Helvetica holds the Windows-1252 letters only; accents elsewhere are dropped, what remains unknown becomes `?`. */
function printable(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) =>
    isLatin1(letter) ? letter : (Array.from(letter.normalize('NFD')).find(isLatin1) ?? '?'),
  ).join('');
}

function isLatin1(letter: string): boolean {
  return /^[\x20-\x7e\xa1-\xff]$/.test(letter);
}

function fit(text: string, font: PDFFont, fontSize: number, room: number): string {
  let end = text.length;
  while (end > 0 && font.widthOfTextAtSize(text.slice(0, end), fontSize) > room) end -= 1;
  return text.slice(0, end);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
