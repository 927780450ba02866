import { setTimeout as wait } from 'node:timers/promises';
import { NodeOperationError } from 'n8n-workflow';
import { CarrierError } from '../../carriers/http';
import { nodeErrorOf } from './errors';
import type { ItemResult, Output, RunContext } from './operation';
import { ItemParameters } from './parameters';

export interface CallPlan<Session, Request> {
  read: (parameters: ItemParameters, session: Session) => Request;
  perCall: (first: Request) => number;
  key?: (request: Request) => string;
  oneCallAtATime?: boolean;
  check?: (requests: readonly Request[]) => Promise<(Error | undefined)[]>;
  splitsWhenRefused?: boolean;
  send: Send<Request>;
}

type Send<Request> = (requests: readonly Request[]) => Promise<(Output | Output[] | Error)[]>;

interface Prepared<Request> {
  item: number;
  request: Request;
}

/**
 * The loop of every operation. All items are read and checked first; then they are sent, grouped into calls, with
 * bounded parallelism. Each item ends as its outputs or as one error, in the order of the input.
 *
 * Without Continue On Fail a bad item stops the node before anything was sent, and a failed call stops the calls that
 * have not begun; those under way are waited for, so that no answer is thrown away half-read.
 * @throws the error of the first failed item, unless the node continues on fail
 */
export async function runCalls<Session, Request>(
  context: RunContext<Session>,
  plan: CallPlan<Session, Request>,
): Promise<ItemResult[]> {
  const { functions, signal } = context;
  const results: ItemResult[][] = functions.getInputData().map(() => []);
  const fail = (item: number, error: unknown): void => {
    results[item] = [{ item, error: nodeErrorOf(functions.getNode(), error, item) }];
  };
  const stopsAtErrors = !functions.continueOnFail();

  const prepared = results.flatMap((_, item): Prepared<Request>[] => {
    try {
      return [{ item, request: plan.read(new ItemParameters(functions, item), context.session) }];
    } catch (error) {
      fail(item, error);
      if (stopsAtErrors) throw nodeErrorOf(functions.getNode(), error, item);
      return [];
    }
  });

  const problems = await checkAll(prepared, plan.check);
  const sound = prepared.filter(({ item }, position) => {
    const problem = problems[position];
    if (!problem) return true;
    fail(item, problem);
    if (stopsAtErrors) throw nodeErrorOf(functions.getNode(), problem, item);
    return false;
  });

  const calls = groupIntoCalls(sound, plan);
  const { concurrency, pause } = paceOf(functions, plan.oneCallAtATime ?? false);
  const next = calls.values();
  let stopped = false;
  let nextStart = 0;

  /** Calls begin in order and, with a pause, at least that far apart, in whichever lane they run. */
  const turn = async (): Promise<void> => {
    const now = Date.now();
    const start = Math.max(now, nextStart);
    nextStart = start + pause;
    if (start > now) await wait(start - now, undefined, signal ? { signal } : {}).catch(() => undefined);
  };

  const lane = async (): Promise<void> => {
    for (const call of next) {
      await turn();
      if (stopped || signal?.aborted) return;
      await runCall(context, call, plan.splitsWhenRefused ? splitting(plan.send) : plan.send, results, fail);
      if (stopsAtErrors && call.some(({ item }) => isFailed(results[item]))) stopped = true;
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, calls.length) }, lane));

  const flat = results.flat();
  const failed = flat.find((result) => 'error' in result);
  if (failed && stopsAtErrors) throw withProgress(failed.error, results);
  if (signal?.aborted) throw new NodeOperationError(functions.getNode(), cancelledMessage(results));
  if (calls.length > 1 && sound.length >= LONG_RUN) hint(context, sound.length, calls.length);
  return flat;
}

const LONG_RUN = 100;

async function checkAll<Request>(
  prepared: readonly Prepared<Request>[],
  check: CallPlan<unknown, Request>['check'],
): Promise<(Error | undefined)[]> {
  if (!check || prepared.length === 0) return [];
  try {
    return await check(prepared.map(({ request }) => request));
  } catch (error) {
    return prepared.map(() => (error instanceof Error ? error : new Error('The check before sending failed')));
  }
}

/**
 * A carrier may refuse a whole call because of one number in it. Halves are asked again, one after the other, until the
 * refusal is of one item alone. Only for reads.
 */
function splitting<Request>(send: Send<Request>): Send<Request> {
  return async function sendAll(requests): ReturnType<Send<Request>> {
    try {
      return await send(requests);
    } catch (error) {
      const refusal = error instanceof Error ? error : new Error('The call failed for an unknown reason');
      if (!mayBeOfOne(refusal) || requests.length < 2) return requests.map(() => refusal);
      const middle = Math.ceil(requests.length / 2);
      const first = await sendAll(requests.slice(0, middle));
      return [...first, ...(await sendAll(requests.slice(middle)))];
    }
  };
}

/** Not what a server says without a code of the carrier's, such as HTTP 405: only "too large" depends on the numbers. */
function mayBeOfOne(refusal: Error): boolean {
  if (!(refusal instanceof CarrierError) || refusal.ofWholeCall) return false;
  const { kind, httpStatus, code } = refusal;
  const isCarriers = httpStatus === undefined || httpStatus === 413 || code !== undefined;
  return isCarriers && (kind === 'rejected' || kind === 'not-found');
}

/** What was done before the node stopped is in no output: the error tells it. */
function withProgress<E extends Error & { description?: string | null | undefined }>(
  error: E,
  results: readonly ItemResult[][],
): E {
  const done = results.filter((result) => result.some((each) => 'data' in each)).length;
  if (done === 0) return error;
  const progress = `${done} of ${results.length} items were carried out before the node stopped; their results are in no output.`;
  error.description = error.description ? `${error.description} ${progress}` : progress;
  return error;
}

function hint<Session>({ functions }: RunContext<Session>, items: number, calls: number): void {
  functions.addExecutionHints({
    message: `${items.toLocaleString('en')} items were sent in ${calls.toLocaleString('en')} calls.`,
    location: 'outputPane',
  });
}

async function runCall<Session, Request>(
  { finish }: RunContext<Session>,
  call: readonly Prepared<Request>[],
  send: Send<Request>,
  results: ItemResult[][],
  fail: (item: number, error: unknown) => void,
): Promise<void> {
  try {
    const answers = await send(call.map(({ request }) => request));
    for (const [position, { item }] of call.entries()) {
      const answer = answers[position] ?? new Error('The carrier gave no result for this item');
      if (answer instanceof Error) fail(item, answer);
      else
        results[item] = await Promise.all(
          [answer].flat().map(async (output) => ({ item, data: await finish(output) })),
        );
    }
  } catch (error) {
    for (const { item } of call) fail(item, error);
  }
}

function isFailed(result: ItemResult[] | undefined): boolean {
  return result?.some((each) => 'error' in each) ?? false;
}

/** Groups are filled in the order of the items, and a full one is closed. */
function groupIntoCalls<Session, Request>(
  prepared: readonly Prepared<Request>[],
  { key, perCall }: CallPlan<Session, Request>,
): Prepared<Request>[][] {
  const open = new Map<string, { call: Prepared<Request>[]; room: number }>();
  const calls: Prepared<Request>[][] = [];
  for (const entry of prepared) {
    const group = key?.(entry.request) ?? '';
    const begun = open.get(group);
    if (begun && begun.call.length < begun.room) {
      begun.call.push(entry);
    } else {
      const call = [entry];
      open.set(group, { call, room: perCall(entry.request) });
      calls.push(call);
    }
  }
  return calls;
}

function paceOf(
  functions: RunContext<unknown>['functions'],
  oneCallAtATime: boolean,
): { concurrency: number; pause: number } {
  const parameters = new ItemParameters(functions, 0);
  const concurrency = parameters.number('options.concurrency') ?? 5;
  const pause = parameters.number('options.pauseBetweenRequests') ?? 0;
  return { concurrency: oneCallAtATime ? 1 : Math.max(1, Math.floor(concurrency)), pause: Math.max(0, pause) };
}

function cancelledMessage(results: readonly ItemResult[][]): string {
  const unsent = results.filter((result) => result.length === 0).length;
  return `The execution was cancelled: ${unsent} of ${results.length} items were not sent`;
}
