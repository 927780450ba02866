import type { Size } from '../paper';

/** As PDF writes it (ISO 32000-1, 8.3.3): x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** First the one, then the other. */
export function then([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

export function moved(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

export function scaled(x: number, y = x): Matrix {
  return [x, 0, 0, y, 0, 0];
}

/** A quarter clockwise, of what is so wide: its lower left corner is at 0, 0 before and after. */
export function turned({ width }: Pick<Size, 'width'>): Matrix {
  return [0, -1, 1, 0, 0, width];
}

export function turnedSize({ width, height }: Size): Size {
  return { width: height, height: width };
}
