import { NodeOperationError, type INodeProperties } from 'n8n-workflow';
import { accountRefusalAmong, groupIntoCalls, notSent, type Call, type Grouping, type Prepared } from './calls';
import { inSlices, type Steps } from '../../carriers/http';
import { checkedWithoutCarrier, dryRunOf, partedByDryRun, showAll } from './dry-run';
import { nodeErrorOf } from './errors';
import { joinedRows } from './combined-rows';
import { ItemResults } from './item-results';
import type { Answer, ItemResult, RunContext } from './output';
import { Pace } from './pace';
import { ItemParameters } from './parameters';
import { sendAll, type Sending } from './send-all';

export interface CallPlan<Session, Request> extends Grouping<Request>, Sending<Request> {
  /** The fields of the operation. */
  fields: readonly INodeProperties[];
  /** Outputs are a list, of which the item's Return All and Limit take so many. */
  lists?: boolean;
  /** Outputs come in two forms, and the item's Simplify chooses. */
  simplifies?: boolean;
  /** It may change something at the carrier, and has Dry Run. */
  writes?: boolean;
  read: (parameters: ItemParameters, session: Session) => Request;
  /** What the items of one order have in common, where several are one; undefined for an item by itself. */
  combines?: ((parameters: ItemParameters) => string | undefined) | undefined;
  oneCallAtATime?: boolean;
  check?: (requests: readonly Request[]) => Promise<(Error | undefined)[]>;
  /** The answer to a request for which no call is needed; undefined where one is. */
  withoutCall?: (request: Request) => Answer | undefined;
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
  let pace: Pace;
  try {
    pace = new Pace(context, plan.oneCallAtATime ?? false);
  } catch (error) {
    // Thrown, it would let the items pass as if they had been sent, where the node continues on fail.
    results.failAll(error);
    return results.all();
  }
  const kept = await results.takeKept();
  const { calls, dryRuns } = await readCalls(context, plan, results, kept);
  const heldBack = await showAll(context, dryRuns, plan, results);
  const toSend = { calls: calls.length, items: results.countRows(calls.flat().map(({ item }) => item)) };
  context.progress?.begin(toSend);
  const { unsent, refusal } = await sendAll(context, calls, plan, pace, results);
  unsent.push(...heldBack);
  results.throwFirstError();
  if (refusal) for (const item of unsent) results.fail(item, notSent(refusal));
  else tellUnsent(context, unsent, results);
  if (toSend.calls > 1 && toSend.items >= LONG_RUN && unsent.length === 0) hint(context, toSend);
  return results.all();
}

const LONG_RUN = 100;

/**
 * What is to be sent, and what is only to be shown: items of one do not share a call with the other. Nothing else holds
 * the requests, so that each is let go with its call.
 */
async function readCalls<Session, Request>(
  context: RunContext<Session>,
  plan: CallPlan<Session, Request>,
  results: ItemResults,
  kept: ReadonlySet<number>,
): Promise<{ calls: Call<Request>[]; dryRuns: Call<Request>[] }> {
  const prepared = await inSlices(readAll(context, plan, results, kept));
  const asking = await settleWithoutCall(prepared, plan, results);
  const { live, dry } = partedByDryRun(asking, plan.bundle, results);
  const { check } = plan;
  const local = check && ((requests: readonly Request[]) => checkedWithoutCarrier(() => check(requests), context.tell));
  const shown = await checkAll(dry, local, results);
  const sent = await checkAll(live, check, results);
  return { calls: groupIntoCalls(sent, plan), dryRuns: groupIntoCalls(shown, plan) };
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
async function settleWithoutCall<Session, Request>(
  prepared: Prepared<Request>[],
  { withoutCall }: CallPlan<Session, Request>,
  results: ItemResults,
): Promise<Prepared<Request>[]> {
  const asking: Prepared<Request>[] = [];
  for (const each of prepared) {
    const answer = withoutCall?.(each.request);
    if (answer === undefined) asking.push(each);
    else await results.settle(each.item, answer);
  }
  return asking;
}

/** Those that pass a check that looks at all of them. */
async function checkAll<Session, Request>(
  prepared: Prepared<Request>[],
  check: CallPlan<Session, Request>['check'],
  results: ItemResults,
): Promise<Prepared<Request>[]> {
  if (!check || prepared.length === 0) return prepared;
  const problems = await check(prepared.map(({ request }) => request)).catch((error: unknown) =>
    prepared.map(() => (error instanceof Error ? error : new Error('The check before sending failed'))),
  );
  const refusal = accountRefusalAmong(problems);
  return prepared.filter(({ item }, position) => {
    const problem = problems[position] ?? (refusal && notSent(refusal));
    if (problem) results.refuse(item, problem);
    return !problem;
  });
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
