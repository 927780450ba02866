import { NodeOperationError, type INodeProperties } from 'n8n-workflow';
import {
  accountRefusalAmong,
  groupIntoCalls,
  notSent,
  splitting,
  type Call,
  type Grouping,
  type Prepared,
  type Send,
} from './calls';
import { CarrierError } from '../../carriers/http';
import { answersTo, type Answered } from './answers-to';
import { nodeErrorOf } from './errors';
import { ItemResults } from './item-results';
import type { Answer, ItemResult, RunContext } from './output';
import { Pace } from './pace';
import { ItemParameters } from './parameters';

export interface CallPlan<Session, Request> extends Grouping<Request> {
  /** The fields of the operation. */
  fields: readonly INodeProperties[];
  /** Outputs are a list, of which the item's Return All and Limit take so many. */
  lists?: boolean;
  /** Outputs come in two forms, and the item's Simplify chooses. */
  simplifies?: boolean;
  read: (parameters: ItemParameters, session: Session) => Request;
  oneCallAtATime?: boolean;
  check?: (requests: readonly Request[]) => Promise<(Error | undefined)[]>;
  splitsWhenRefused?: boolean;
  /** The answer to a request for which no call is needed; undefined where one is. */
  withoutCall?: (request: Request) => Answer | undefined;
  send: Send<Request>;
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
  const prepared = readAll(context, plan, results, kept);
  const asking = await settleWithoutCall(prepared, plan, results);
  const sound = await checkAll(asking, plan, results);
  const calls = groupIntoCalls(sound, plan);
  const { unsent, refusal } = await sendAll(context, calls, plan, pace, results);
  results.throwFirstError();
  if (refusal) for (const item of unsent) results.fail(item, notSent(refusal));
  else tellUnsent(context, unsent, results);
  if (calls.length > 1 && sound.length >= LONG_RUN && unsent.length === 0) hint(context, sound.length, calls.length);
  return results.all();
}

const LONG_RUN = 100;

/** The requests of all items that are not kept from a try before. */
function readAll<Session, Request>(
  { functions, session }: RunContext<Session>,
  { read, fields }: CallPlan<Session, Request>,
  results: ItemResults,
  kept: ReadonlySet<number>,
): Prepared<Request>[] {
  return functions.getInputData().flatMap((_, item): Prepared<Request>[] => {
    if (kept.has(item)) return [];
    try {
      const parameters = new ItemParameters(functions, item, fields);
      const request = read(parameters, session);
      return [{ item, request, asked: parameters.asked }];
    } catch (error) {
      results.refuse(item, error);
      return [];
    }
  });
}

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

/** Those that pass a check that needs the carrier. */
async function checkAll<Session, Request>(
  prepared: Prepared<Request>[],
  { check }: CallPlan<Session, Request>,
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

/**
 * Sends the calls in their order, as many at once as the pace allows.
 * @returns the items that were not sent, because the run was cancelled or stopped at an error; with the refusal of
 * the account, if that was why
 */
async function sendAll<Session, Request>(
  { signal, stop }: RunContext<Session>,
  calls: readonly Call<Request>[],
  plan: CallPlan<Session, Request>,
  pace: Pace,
  results: ItemResults,
): Promise<{ unsent: number[]; refusal: CarrierError | undefined }> {
  const next = calls.values();
  const unsent: number[] = [];
  let refusal: CarrierError | undefined;
  const isOver = (): boolean => stop.signal.aborted || (signal?.aborted ?? false);
  const goesOn = (answers: readonly Answer[]): boolean => {
    refusal ??= accountRefusalAmong(answers);
    if (refusal || results.stopsAt(answers)) stop.abort();
    return !isOver();
  };
  const sendOne = plan.splitsWhenRefused ? splitting(plan.send, goesOn) : plan.send;
  const send = async (call: Call<Request>): Promise<Answered[]> => {
    const answered = await answersTo(call, sendOne);
    // At once: storing the other answers of the call takes time, in which more would be sent.
    goesOn(answered.map(({ answer }) => answer));
    return answered;
  };
  const lane = async (): Promise<void> => {
    for (const call of next) {
      if (!isOver()) await pace.turn();
      if (isOver()) {
        unsent.push(...call.map(({ item }) => item));
        continue;
      }
      unsent.push(...(await settleAll(await send(call), results)));
      if (results.stopsAfter(call.map(({ item }) => item))) stop.abort();
    }
  };
  await Promise.all(Array.from({ length: Math.min(pace.concurrency, calls.length) }, lane));
  return { unsent, refusal };
}

/** @returns the items that were held back because the run was over by the time they could be sent */
async function settleAll(answered: readonly Answered[], results: ItemResults): Promise<number[]> {
  const heldBack: number[] = [];
  for (const { item, answer } of answered) {
    if (answer instanceof CarrierError && answer.heldBack) heldBack.push(item);
    else await results.settle(item, answer);
  }
  return heldBack;
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
  results.throwIfStopping(
    new NodeOperationError(node, `The execution was cancelled: ${unsent.length} of ${total} items were not sent`),
  );
  for (const item of unsent) {
    const message = 'The execution was cancelled before this item was sent';
    results.fail(item, nodeErrorOf(node, new NodeOperationError(node, message), item));
  }
}

function hint<Session>({ functions }: RunContext<Session>, items: number, calls: number): void {
  functions.addExecutionHints({
    message: `${items.toLocaleString('en')} items were sent in ${calls.toLocaleString('en')} calls.`,
    location: 'outputPane',
  });
}
