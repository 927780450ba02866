import type { PDFContext, PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import type { Size } from '../paper';
import type { Matrix } from './matrix';

/** A page of a label, as it is seen: cut to its crop box and turned as it says. */
export interface Face {
  size: Size;
  /** Puts it into a file, from where it can be drawn. */
  into: (file: Target) => Promise<readonly Layer[]>;
}

/** The file that labels are put into. */
export interface Target {
  document: PDFDocument;
  context: PDFContext;
  /** Fonts and pictures that are in it, by their fingerprint. */
  shared: Map<string, PDFRef>;
}

/** What is drawn, the lowest first, and how it gets to where it is on the face: the lower left corner is 0, 0. */
export interface Layer {
  object: PDFRef;
  matrix: Matrix;
}
