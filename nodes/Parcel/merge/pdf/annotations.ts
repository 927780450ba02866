import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFStream, type PDFPageLeaf } from '@cantoo/pdf-lib';
import { moved, scaled, then, type Matrix } from './matrix';

/** What lies on a page without being drawn by it: filled in form fields, stamps. */
export interface Mark {
  appearance: PDFRef;
  /** From where the appearance is drawn to where it is on the page. */
  matrix: Matrix;
}

/** Those that are printed, the lowest first. */
export function marksOf(page: PDFPageLeaf): Mark[] {
  const annotations = page.Annots()?.asArray() ?? [];
  return annotations.flatMap((each) => {
    const annotation = page.context.lookup(each);
    return annotation instanceof PDFDict && isPrinted(annotation) ? (markOf(annotation) ?? []) : [];
  });
}

/** Flags of ISO 32000-1, 12.5.3. */
const HIDDEN = 2;
const PRINTED = 4;

function isPrinted(annotation: PDFDict): boolean {
  const flags = annotation.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0;
  return (flags & PRINTED) !== 0 && (flags & HIDDEN) === 0;
}

/** Placed as ISO 32000-1, 12.5.5, says: the box of the appearance fills the rectangle of the annotation. */
function markOf(annotation: PDFDict): Mark | undefined {
  const appearance = appearanceOf(annotation);
  const rectangle = annotation.lookupMaybe(PDFName.of('Rect'), PDFArray);
  const form = appearance && annotation.context.lookup(appearance);
  const box = form instanceof PDFStream ? form.dict.lookupMaybe(PDFName.of('BBox'), PDFArray) : undefined;
  if (!appearance || !rectangle || !box || !(form instanceof PDFStream)) return undefined;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(form.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray));
  const from = around(numbers(box), [a, b, c, d, e, f]);
  const to = around(numbers(rectangle), scaled(1));
  if (from.width === 0 || from.height === 0) return undefined;
  const stretched = scaled(to.width / from.width, to.height / from.height);
  return { appearance, matrix: then(then(moved(-from.x, -from.y), stretched), moved(to.x, to.y)) };
}

/** Of a field with several, such as a tick box, the one for its state. */
function appearanceOf(annotation: PDFDict): PDFRef | undefined {
  const normal = annotation.lookupMaybe(PDFName.of('AP'), PDFDict)?.get(PDFName.of('N'));
  const states = normal && annotation.context.lookup(normal);
  const state = annotation.lookupMaybe(PDFName.of('AS'), PDFName);
  const chosen = states instanceof PDFDict ? state && states.get(state) : normal;
  return chosen instanceof PDFRef ? chosen : undefined;
}

function numbers(list: PDFArray | undefined): number[] {
  return list?.asArray().map((_, index) => list.lookup(index, PDFNumber).asNumber()) ?? [];
}

/** The rectangle around a box that is moved and turned. */
function around([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[], [a, b, c, d, e, f]: Matrix) {
  const corners = [x1, x2].flatMap((x) => [y1, y2].map((y) => [a * x + c * y + e, b * x + d * y + f] as const));
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
