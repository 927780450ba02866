import { NodeOperationError } from 'n8n-workflow';
import { accountRefusalAmong, groupIntoCalls, notSent, type Call, type Prepared } from './calls';
import { inSlices, type Steps } from '../../carriers/http';
import { checkedWithoutCarrier, dryRunOf, partedByDryRun, showAll } from './dry-run';
import { nodeErrorOf } from './errors';
import { joinedRows } from './combined-rows';
import type { Choices } from './chosen-outputs';
import { ItemResults } from './item-results';
import { byLane, type Lane } from './lanes';
import type { ItemResult, RunContext } from './output';
import { chosenPace, type ChosenPace } from './pace';
import { ItemParameters } from './parameters';
import { sendAll } from './send-all';

export interface CallPlan<Session, Request> extends Choices {
  /** It may change something at the carrier, and has Dry Run. */
  writes?: boolean;
  read: (parameters: ItemParameters, session: Session) => Request;
  /** What the items of one order have in common, where several are one; undefined for an item by itself. */
  combines?: ((parameters: ItemParameters) => string | undefined) | undefined;
  laneOf: (request: Request) => Lane<Request>;
}

/**
 * The loop of every operation. All items are read and checked first; then they are sent, grouped into calls, with
 * bounded parallelism. Each item ends as its outputs or as one error, in the order of the input.
 *
 * Without Continue On Fail a bad item stops the node before anything was sent, and a failed call stops the calls that
 * have not begun; those under way are waited for, so that no answer is thrown away half-read. A refusal of the account
 * stops them in any case: their items end as errors that say so.
 * @throws the error of the first failed item, unless the node continues on fail
 */
export async function runCalls<Session, Request>(
  context: RunContext<Session>,
  plan: CallPlan<Session, Request>,
): Promise<ItemResult[]> {
  const results = new ItemResults(context, plan);
  let pace: ChosenPace;
  try {
    pace = chosenPace(context.functions);
  } catch (error) {
    // Thrown, it would let the items pass as if they had been sent, where the node continues on fail.
    results.failAll(error);
    return results.all();
  }
  const kept = await results.takeKept();
  const { sent, shown } = await readCalls(context, plan, results, kept);
  const heldBack: number[] = [];
  for (const { lane, calls } of shown) heldBack.push(...(await showAll(context, calls, lane, results)));
  const toSend = sizeOf(sent, results);
  context.progress?.begin(toSend);
  const unsent = await Promise.all(sent.map(({ lane, calls }) => sendAll(context, calls, lane, pace, results)));
  results.throwFirstError();
  for (const { items, refusal } of unsent) {
    if (refusal) for (const item of items) results.fail(item, notSent(refusal));
    else heldBack.push(...items);
  }
  tellUnsent(context, heldBack, results);
  const isWhole = heldBack.length === 0 && unsent.every(({ items }) => items.length === 0);
  if (toSend.calls > 1 && toSend.items >= LONG_RUN && isWhole) hint(context, toSend);
  return results.all();
}

const LONG_RUN = 100;

interface LaneCalls<Request> {
  lane: Lane<Request>;
  calls: Call<Request>[];
}

/**
 * What is to be sent, and what is only to be shown: items of one do not share a call with the other. Nothing else holds
 * the requests, so that each is let go with its call.
 */
async function readCalls<Session, Request>(
  context: RunContext<Session>,
  plan: CallPlan<Session, Request>,
  results: ItemResults,
  kept: ReadonlySet<number>,
): Promise<{ sent: LaneCalls<Request>[]; shown: LaneCalls<Request>[] }> {
  const { laneOf } = plan;
  const prepared = await inSlices(readAll(context, plan, results, kept));
  const asking = await settleWithoutCall(prepared, laneOf, results);
  const { live, dry } = partedByDryRun(asking, laneOf, results);
  const local = ({ check }: Lane<Request>): Lane<Request>['check'] =>
    check && ((requests) => checkedWithoutCarrier(() => check(requests), context.tell));
  const shown = await checkAll(byLane(dry, laneOf), local, results);
  const sent = await checkAll(byLane(live, laneOf), ({ check }) => check, results);
  return { sent: callsOf(sent), shown: callsOf(shown) };
}

function callsOf<Request>(lanes: ReadonlyMap<Lane<Request>, Prepared<Request>[]>): LaneCalls<Request>[] {
  return [...lanes].map(([lane, prepared]) => ({ lane, calls: groupIntoCalls(prepared, lane) }));
}

function sizeOf<Request>(lanes: readonly LaneCalls<Request>[], results: ItemResults): { calls: number; items: number } {
  const calls = lanes.flatMap((lane) => lane.calls);
  return { calls: calls.length, items: results.countRows(calls.flat().map(({ item }) => item)) };
}

/** The requests of all items that are not kept from a try before: a place to pause after every few of them. */
function* readAll<Session, Request>(
  { functions, session, progress }: RunContext<Session>,
  { read, fields, combines, writes }: CallPlan<Session, Request>,
  results: ItemResults,
  kept: ReadonlySet<number>,
): Steps<Prepared<Request>[]> {
  const prepared: Prepared<Request>[] = [];
  const isDryRun = writes ? dryRunOf(functions) : () => false;
  const joined = combines && (yield* joinedRows(functions, fields, combines, kept));
  const input = functions.getInputData();
  for (const item of input.keys()) {
    if (item > 0 && item % AT_A_STRETCH === 0) yield;
    progress?.reading(item, input.length);
    if (kept.has(item) || joined?.further.has(item)) continue;
    try {
      if (joined?.refused.has(item)) throw joined.refused.get(item);
      const parameters = joined?.first.get(item) ?? new ItemParameters(functions, item, fields);
      if (joined) results.join([parameters, ...parameters.rows].map((row) => row.item));
      const dryRun = isDryRun(parameters);
      const request = read(parameters, session);
      const { asked, notSent } = parameters;
      prepared.push({ item, request, asked, notSent, dryRun });
    } catch (error) {
      results.refuse(item, error);
    }
  }
  return prepared;
}

/** Items: the largest forms take some milliseconds each. */
const AT_A_STRETCH = 5;

/** Those for which a call is needed. The others get what they get without one. */
async function settleWithoutCall<Request>(
  prepared: Prepared<Request>[],
  laneOf: (request: Request) => Lane<Request>,
  results: ItemResults,
): Promise<Prepared<Request>[]> {
  const asking: Prepared<Request>[] = [];
  for (const each of prepared) {
    const answer = laneOf(each.request).withoutCall?.(each.request);
    if (answer === undefined) asking.push(each);
    else await results.settle(each.item, answer);
  }
  return asking;
}

/** Those that pass the check of their lane, which looks at all of its items. All lanes are checked before one is refused. */
async function checkAll<Request>(
  lanes: ReadonlyMap<Lane<Request>, Prepared<Request>[]>,
  checkOf: (lane: Lane<Request>) => Lane<Request>['check'],
  results: ItemResults,
): Promise<Map<Lane<Request>, Prepared<Request>[]>> {
  const problems = new Map<number, Error>();
  const checkLane = async ([lane, prepared]: [Lane<Request>, Prepared<Request>[]]): Promise<void> => {
    const found = await problemsOf(prepared, checkOf(lane));
    const refusal = accountRefusalAmong(found);
    for (const [position, { item }] of prepared.entries()) {
      const problem = found[position] ?? (refusal && notSent(refusal));
      if (problem) problems.set(item, problem);
    }
  };
  await Promise.all([...lanes].map(checkLane));
  for (const [item, problem] of [...problems].sort(([one], [other]) => one - other)) results.refuse(item, problem);
  return new Map([...lanes].map(([lane, prepared]) => [lane, prepared.filter(({ item }) => !problems.has(item))]));
}

async function problemsOf<Request>(
  prepared: readonly Prepared<Request>[],
  check: Lane<Request>['check'],
): Promise<(Error | undefined)[]> {
  if (!check) return [];
  return check(prepared.map(({ request }) => request)).catch((error: unknown) =>
    prepared.map(() => (error instanceof Error ? error : new Error('The check before sending could not be finished'))),
  );
}

/** @throws the cancellation, where the node stops at errors */
function tellUnsent<Session>(
  { functions }: RunContext<Session>,
  unsent: readonly number[],
  results: ItemResults,
): void {
  if (unsent.length === 0) return;
  const node = functions.getNode();
  const total = functions.getInputData().length;
  const count = results.countRows(unsent);
  results.throwIfStopping(
    new NodeOperationError(node, `The execution was cancelled: ${count} of ${total} items were not sent`),
  );
  for (const item of unsent) {
    const message = 'The execution was cancelled before this item was sent';
    results.fail(item, nodeErrorOf(node, new NodeOperationError(node, message), item));
  }
}

function hint<Session>({ functions }: RunContext<Session>, { items, calls }: { items: number; calls: number }): void {
  functions.addExecutionHints({
    message: `${items.toLocaleString('en')} items were sent in ${calls.toLocaleString('en')} calls.`,
    location: 'outputPane',
  });
}
