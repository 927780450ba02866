import { fitted, layoutOf, points } from '../../../../nodes/Parcel/merge/paper';

const size = (width: number, height: number) => ({ width: points(width), height: points(height) });

/** The room of one label on the paper. */
function roomOn(paper: string, perPage = 1) {
  const { paper: sheet = size(0, 0), columns, rows } = layoutOf(paper, perPage);
  return { width: sheet.width / columns, height: sheet.height / rows };
}

it.each([
  ['100 x 150 on its own paper', size(100, 150), roomOn('100x150'), 1, false],
  ['4 x 6 inches on 100 x 150 mm', size(101.6, 152.4), roomOn('100x150'), 0.984, false],
  ['a label that lies', size(150, 100), roomOn('100x150'), 1, true],
  ['a small one, which is not enlarged', size(50, 30), roomOn('a4'), 1, false],
  ['a sheet of A4 on a label', size(210, 297), roomOn('100x150'), 0.476, false],
  ['two on a sheet', size(100, 150), roomOn('a4', 2), 1, true],
  ['four on a sheet', size(100, 150), roomOn('a4', 4), 0.99, false],
  ['eight on a sheet', size(100, 150), roomOn('a4', 8), 0.7, true],
  ['a square one, never turned', size(100, 100), roomOn('100x100'), 1, false],
])('%s', (_, page, room, scale, turned) => {
  const fit = fitted(page, room);
  expect(fit.turned).toBe(turned);
  expect(fit.scale).toBeCloseTo(scale, 3);
});
