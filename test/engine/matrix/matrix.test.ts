import { stopEngine } from '../../../engine';
import { CELLS, runCell, settingsOf } from './cells';
import { holdDeadlines, releaseDeadlines } from './deadlines';

beforeAll(holdDeadlines);
afterAll(async () => {
  releaseDeadlines();
  await stopEngine();
});

test.each(CELLS.filter((_, at) => at % 1 === 0))('$name', async (cell) => {
  const { findings } = await runCell(cell, settingsOf(cell));
  expect(findings).toEqual([]);
});
