/** A cell of the matrix: one writing operation under one fault. It is run in several settings of the node. */
import timers from 'node:timers/promises';
import { step, type Step } from '../../../engine';
import { FAULTS, type Fault } from '../../fault-server/faults';
import { FaultServer } from '../../fault-server/server';
import { runWith } from '../sandbox';
import { credentialsAt } from './credentials';
import { DEADLINE_MS, endDeadlines } from './deadlines';
import { findingsOf, type Finding } from './judge';
import { WRITINGS, type Writing } from './operations';
import { watched, type Load } from './load';

export interface Cell {
  name: string;
  writing: Writing;
  fault: Fault;
}

export interface Setting {
  onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
  retryOnFail: boolean;
  /** Every item is hit, or one of those in the middle. */
  hits: 'all' | 'one';
}

export interface CellRun extends Load {
  runs: number;
  items: number;
  findings: (Finding & { setting: Setting })[];
}

export const CELLS: readonly Cell[] = WRITINGS.flatMap((writing) =>
  FAULTS.filter((fault) => mayHit(fault, writing)).map((fault) => ({
    name: `${titleOf(writing)}: ${fault.name}`,
    writing,
    fault,
  })),
);

export function titleOf({ node, resource, operation, way }: Writing): string {
  return `${node} ${resource}.${operation}${way === undefined ? '' : ` (${way})`}`;
}

/** An answer that is no XML has no bad XML, one that names nothing has no stranger's name, and so on. */
function mayHit({ needs, lookUp }: Fault, { carrier, names, perCall = 1, looksUp }: Writing): boolean {
  if (lookUp !== undefined) return looksUp === true;
  if (needs === 'xml') return carrier === 'eccang' || carrier === 'huahan';
  if (needs === 'entries') return perCall > 1;
  return needs !== 'names' || names === true;
}

export function settingsOf({ writing, fault }: Cell): Setting[] {
  const hits = (['all', 'one'] as const).filter((each) => each === 'all' || isDivided(writing, fault));
  return (['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const).flatMap((onError) =>
    [false, true].flatMap((retryOnFail) => hits.map((each) => ({ onError, retryOnFail, hits: each }))),
  );
}

/** Whether some items can be hit and others not. */
function isDivided({ perCall = 1 }: Writing, { name }: Fault): boolean {
  return perCall < ITEMS && name !== 'no fault';
}

/** More than a batch of Eccang takes. */
const ITEMS = 7;
/** Where every item has a call of its own, or all share one. */
const FEW = 4;

/** Each item has digits that no other has, nor a part of another's number. */
let lastReference = 70_000_000;

/** Runs the cell in these settings. */
export async function runCell(cell: Cell, settings: readonly Setting[]): Promise<CellRun> {
  const load = watched();
  const findings: CellRun['findings'] = [];
  let items = 0;
  for (const setting of settings) {
    const { found, count } = await runOnce(cell, setting, load.sample);
    items += count;
    findings.push(...found.map((finding) => ({ ...finding, setting })));
  }
  return { runs: settings.length, items, findings, ...load.end() };
}

async function runOnce(
  { writing, fault }: Cell,
  setting: Setting,
  onRequest: () => void,
): Promise<{ found: Finding[]; count: number }> {
  const inBatches = (writing.perCall ?? 1) > 1 && (writing.perCall ?? 1) < ITEMS;
  const references = Array.from({ length: inBatches ? ITEMS : FEW }, () => `R${(lastReference += 1)}`);
  const server = await FaultServer.start(endDeadlines);
  server.onRequest = onRequest;
  server.begin({
    carrier: writing.carrier,
    fault,
    ...(setting.hits === 'one' ? { hits: references.slice(1, 2) } : {}),
  });
  // Waiting for another try takes no time: what matters is whether there is one.
  const waits = jest.spyOn(timers, 'setTimeout').mockResolvedValue(undefined);
  try {
    const ran = await runWith(
      credentialsAt(fault.isAway ? NOWHERE : server.url),
      references.map((reference) => writing.item(reference)),
      stepOf(writing, fault, setting),
    );
    const { stored } = server;
    return { found: findingsOf({ ran, writing, fault, references, stored, step: STEP }), count: references.length };
  } finally {
    waits.mockRestore();
    await server.close();
  }
}

const STEP = 'Write';

/** A port that no system gives to a server of its own accord. */
const NOWHERE = 'http://127.0.0.1:1';

function stepOf({ node, resource, operation, parameters }: Writing, fault: Fault, setting: Setting): Step {
  const { options = {}, ...fields } = parameters;
  const common = { timeout: DEADLINE_MS, ...(fault.inTurn ? { concurrency: 1 } : {}) };
  const merged = { ...fields, options: Object.assign({}, options, common) };
  const { onError, retryOnFail } = setting;
  return step(node, STEP, resource, operation, merged, {
    onError,
    ...(retryOnFail ? { retryOnFail, maxTries: 3, waitBetweenTries: 1 } : {}),
  });
}
