/**
 * Carriers, their writing operations and everything that may go wrong: nothing is lost, nothing is done twice, and what
 * the nodes say of each item is so. `npm test` takes some cells in two settings each, `npm run test:matrix` all of them.
 */
import { Expression } from 'n8n-workflow';
import { startEngine, stopEngine } from '../../../engine/engine';
import { EccangTms } from '../../../nodes/EccangTms/EccangTms.node';
import { Etower } from '../../../nodes/Etower/Etower.node';
import { Hge } from '../../../nodes/Hge/Hge.node';
import { Huahan } from '../../../nodes/Huahan/Huahan.node';
import { Mgoship } from '../../../nodes/Mgoship/Mgoship.node';
import { Parcel } from '../../../nodes/Parcel/Parcel.node';
import { operationsOf, operationsWith } from '../described';
import { CELLS, runCell, settingsOf, type CellRun } from './cells';
import { holdDeadlines, releaseDeadlines } from './deadlines';
import { READINGS, WRITINGS } from './operations';
import { chosenCells, chosenSettings, isWhole } from './selection';
import { Totals } from './totals';

const totals = new Totals();

beforeAll(async () => {
  await startEngine();
  // An expression gives the same with both of n8n's engines, and the other one makes a new isolate for every run.
  await Expression.disposeExpressionEngine();
  Expression.setExpressionEngine('legacy');
  holdDeadlines();
  // What is loaded and compiled at the first run is no cell's.
  for (const cell of CELLS.slice(0, 1)) await runCell(cell, settingsOf(cell).slice(0, 2));
});
afterAll(async () => {
  releaseDeadlines();
  await stopEngine();
  totals.report();
});

test.each(
  [new EccangTms(), new Etower(), new Hge(), new Huahan(), new Mgoship(), new Parcel()].map(
    ({ description }) => description,
  ),
)('$displayName: every operation has its row and Dry Run, or only reads', (description) => {
  const rows = WRITINGS.filter(({ node }) => node === description.name);
  const written = rows.map(({ resource, operation }) => `${resource}.${operation}`);
  expect(operationsWith(description, 'dryRun').sort()).toEqual([...new Set(written)].sort());
  expect([...new Set(written), ...(READINGS[description.name] ?? [])].sort()).toEqual(operationsOf(description).sort());
});

describe.each([...new Set(CELLS.map(({ writing }) => writing.node))])('%s', (node) => {
  const cells = chosenCells(CELLS).filter(({ writing }) => writing.node === node);

  test.each(cells)('$name', async (cell) => {
    const settings = chosenSettings(settingsOf(cell), CELLS.indexOf(cell));
    const ran = await runCell(cell, settings);
    totals.add(cell, ran);
    expect(ran.findings).toEqual([]);
    if (isWhole) expect(await withinLimits(ran, () => runCell(cell, settings))).toEqual(WITHIN);
  });
});

const MOST_BLOCK_MS = 250;
const MOST_MEMORY_MB = 300;
const WITHIN = { block: true, memory: true };

/** A machine that is busy with something else makes a block or garbage look larger, but not each time. */
async function withinLimits(ran: CellRun, again: () => Promise<CellRun>, triesLeft = 2): Promise<typeof WITHIN> {
  const limits = { block: ran.blockMs < MOST_BLOCK_MS, memory: ran.memoryMb < MOST_MEMORY_MB };
  if (triesLeft === 0 || (limits.block && limits.memory)) return limits;
  return withinLimits(await again(), again, triesLeft - 1);
}
