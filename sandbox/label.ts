import type { LabelPage, PaperSize } from './label-page';

/** Draws one PDF, a page per entry. The libraries for it are large: they are loaded with the first label. */
export async function drawLabels(pages: readonly LabelPage[], size: PaperSize): Promise<Buffer> {
  const drawing = await import('./label-drawing');
  return drawing.drawLabels(pages, size);
}

/** Draws the barcode with its text as a JPG; who the label is for stands in a comment of the file. */
export async function drawPicture(page: LabelPage): Promise<Buffer> {
  const drawing = await import('./label-drawing');
  return drawing.drawPicture(page);
}
