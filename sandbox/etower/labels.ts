import { text } from '../json';
import { drawLabels, drawPicture } from '../label';
import type { LabelPage, PaperSize } from '../label-page';
import type { Order } from './orders';

/** `labelType`, `etower.md` B.4.3. */
export const papers: ReadonlyMap<string, PaperSize> = new Map([
  ['', '10x15'],
  ['0', '10x15'],
  ['1', '10x15'],
  ['2', 'A4'],
  ['4', '10x10'],
]);

export const formats: readonly string[] = ['', 'PDF', 'JPG', 'ZPL'];

export interface Printing {
  paper: PaperSize;
  format: string;
  packingList: boolean;
  dpi: number;
}

/** The files of one order in Base64: several only for JPG with a picking list. */
export async function printOne(order: Order, printing: Printing): Promise<string[]> {
  const pages = pagesOf(order, printing);
  if (printing.format === 'ZPL')
    return [Buffer.from(pages.map((page) => zpl(page, printing)).join('')).toString('base64')];
  if (printing.format === 'JPG') {
    const pictures = await Promise.all(pages.map(drawPicture));
    return pictures.map((picture) => picture.toString('base64'));
  }
  return [(await drawLabels(pages, printing.paper)).toString('base64')];
}

/** One PDF with the pages of all orders. */
export async function printAll(orders: readonly Order[], printing: Printing): Promise<string> {
  const pages = orders.flatMap((order) => pagesOf(order, printing));
  return (await drawLabels(pages, printing.paper)).toString('base64');
}

function pagesOf(order: Order, { packingList }: Printing): LabelPage[] {
  const { sent } = order;
  const label = {
    title: `${order.service.code} ${text(sent.serviceOption)}`,
    barcode: order.tracking === '' ? order.reference.slice(0, 40) : order.tracking,
    lines: [
      text(sent.recipientName),
      text(sent.addressLine1),
      `${text(sent.postcode)} ${text(sent.city)} ${text(sent.state)}`,
      text(sent.country),
      `Ref. ${order.reference}`,
    ],
  };
  return packingList ? [label, { ...label, title: 'Picking list', lines: [text(sent.sku)] }] : [label];
}

/** `dpi` dots per inch on a label 10 cm wide. */
function zpl({ title, barcode, lines }: LabelPage, { dpi }: Printing): string {
  const dots = (millimetres: number) => Math.round((millimetres / 25.4) * dpi);
  const texts = lines.map((line, index) => `^FO${dots(4)},${dots(50 + index * 6)}^A0N,${dots(4)}^FD${plain(line)}^FS`);
  return `^XA^CI28^PW${dots(100)}^LL${dots(150)}^FO${dots(4)},${dots(4)}^A0N,${dots(4)}^FDSANDBOX - NOT FOR SHIPPING ${plain(title)}^FS^FO${dots(4)},${dots(14)}^BY3^BCN,${dots(25)},Y,N,N^FD${plain(barcode)}^FS${texts.join('')}^XZ\n`;
}

function plain(line: string): string {
  return line.replace(/[\^~]/g, ' ');
}
