/** What a scanner reads on merged labels: `npm test` merges some, `npm run test:labels` a thousand on every paper. */
import { stopEngine } from '../../../engine';
import { scanned } from '../../scanner';
import { filesOf, labelOf, merged, withFile } from './printed';

/** A thousand pages take their time on a machine that is busy with something else. */
if (process.env['ALL_LABELS']) jest.setTimeout(3_600_000);

const LABELS = process.env['ALL_LABELS'] ? 1000 : 5;

afterAll(stopEngine);

/** In the order of printing; no two alike, and as long as those of carriers. */
const NUMBERS = Array.from({ length: LABELS }, (_, index) => `LBL${String(index).padStart(7, '0')}CN`);

/** Labels in another order than the one in which they are picked. */
let shuffled: object[];
beforeAll(async () => {
  const places = NUMBERS.map((_, index) => (index * 7) % LABELS);
  shuffled = await Promise.all(
    places.map(async (place) => withFile({ place: `A${place}` }, await labelOf([NUMBERS[place] ?? '']))),
  );
});

it.each([
  ['100x150', 1, ''],
  ['100x150', 1, '=SKU-{{ $json.place }} × 2'],
  ['4x6in', 1, ''],
  ['a4', 2, ''],
  ['a4', 4, ''],
])('reads all of them in picking order on %s, %i per page, strip %j', async (paper, perPage, strip) => {
  const options = { sortBy: '={{ $json.place }}', strip, pagesPerFile: 400 };
  const run = await merged(shuffled, { paper, perPage, options });
  const files = await filesOf(run);
  const read = (await Promise.all(files.map(scanned))).flat(2);
  expect(read.map(({ text }) => text)).toEqual(NUMBERS);
  expect(Math.min(...read.map(({ millimetres }) => millimetres))).toBeGreaterThanOrEqual(0.25);
});
