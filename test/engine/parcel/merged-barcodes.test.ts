/** What a scanner reads on merged labels: `npm test` merges some, `npm run test:labels` up to a thousand. */
import { stopEngine } from '../../../engine';
import { scanned, type Barcode } from '../../scanner';
import { filesOf, labelOf, merged, withFile } from './printed';

/** A thousand pages take their time on a machine that is busy with something else. */
if (process.env['ALL_LABELS']) jest.setTimeout(3_600_000);

const MOST = 1000;
const SOME = process.env['ALL_LABELS'] ? Infinity : 5;

afterAll(stopEngine);

/** In the order of printing; no two alike, and as long as those of carriers. */
const NUMBERS = Array.from({ length: Math.min(MOST, SOME) }, (_, index) => `LBL${String(index).padStart(7, '0')}CN`);

/** Labels in another order than the one in which they are picked. */
let shuffled: { place: number; item: object }[];
beforeAll(async () => {
  const places = NUMBERS.map((_, index) => (index * 7) % NUMBERS.length);
  shuffled = await Promise.all(
    places.map(async (place) => ({
      place,
      item: withFile({ place: `A${place}` }, await labelOf([NUMBERS[place] ?? ''])),
    })),
  );
});

it.each([
  ['100x150', 1, '', 200],
  ['100x150', 1, '=SKU-{{ $json.place }} × 2', MOST],
  ['4x6in', 1, '', 200],
  ['a4', 2, '', 200],
  ['a4', 4, '', MOST],
])('reads all of them in picking order on %s, %i per page, strip %j', async (paper, perPage, strip, count) => {
  const items = shuffled.filter(({ place }) => place < count).map(({ item }) => item);
  const options = { sortBy: '={{ $json.place }}', strip, pagesPerFile: 400 };
  const files = await filesOf(await merged(items, { paper, perPage, options }));
  const pages: Barcode[][] = [];
  for (const file of files) pages.push(...(await scanned(file)));
  const read = pages.flat();
  expect(read.map(({ text }) => text)).toEqual(NUMBERS.slice(0, count));
  expect(Math.min(...read.map(({ millimetres }) => millimetres))).toBeGreaterThanOrEqual(0.25);
});
