/** In points of PDF, of which 72 are an inch. */
export interface Size {
  width: number;
  height: number;
}

/** How labels stand on the pages of a file. */
export interface Layout {
  /** Undefined: each page is as large as what is on it. */
  paper: Size | undefined;
  columns: number;
  rows: number;
}

export function points(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

/** By its value in the form. Undefined: a page has the size of its label. */
export const PAPERS: ReadonlyMap<string, Size | undefined> = new Map([
  ['asIs', undefined],
  ['100x100', { width: points(100), height: points(100) }],
  ['100x150', { width: points(100), height: points(150) }],
  ['4x6in', { width: 4 * 72, height: 6 * 72 }],
  ['a4', { width: points(210), height: points(297) }],
]);

/** The number of labels on a sheet of A4, and how many of them are side by side and one below the other. */
export const PLACES: ReadonlyMap<number, readonly [columns: number, rows: number]> = new Map([
  [1, [1, 1]],
  [2, [1, 2]],
  [4, [2, 2]],
  [8, [2, 4]],
]);

/** @param perPage counts on A4 alone */
export function layoutOf(paper: string, perPage: number): Layout {
  const [columns, rows] = (paper === 'a4' ? PLACES.get(perPage) : undefined) ?? [1, 1];
  return { paper: PAPERS.get(paper), columns, rows };
}

/** 0.9 is nine tenths of the size that the label was drawn in. */
export interface Fit {
  scale: number;
  /** By a quarter, clockwise. */
  turned: boolean;
}

/**
 * The largest that a page can be in the room: never enlarged, and turned where it is larger so. No margin is kept: labels
 * have a white edge of their own, and each percent is taken from their bars.
 */
export function fitted(page: Size, room: Size): Fit {
  const upright = scaleIn(page, room);
  const turned = scaleIn({ width: page.height, height: page.width }, room);
  // Sizes are rounded in many files: a square one is not turned for that.
  return turned > upright + 0.001 ? { scale: turned, turned: true } : { scale: upright, turned: false };
}

function scaleIn(page: Size, room: Size): number {
  return Math.min(1, room.width / page.width, room.height / page.height);
}

/**
 * Below this scale the bars may be too narrow to scan. Carriers draw labels for printers of 203 dots per inch, with bars of
 * two dots (0.25 mm) at the least; most have three. At nine tenths bars of two dots are 0.225 mm wide, which handheld
 * scanners still read; belts of carriers ask for 0.25 mm, which labels with bars of three dots have down to two thirds.
 */
export const SMALLEST_SAFE_SCALE = 0.9;
