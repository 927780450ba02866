/** Paper of a label, in centimetres. */
export type PaperSize = '10x10' | 'A4' | '10x15' | '10x20';

/** One page: a Code 128 barcode with its text below, then the lines, top to bottom. */
export interface LabelPage {
  title: string;
  barcode: string;
  lines: readonly string[];
}
