import { setTimeout as wait } from 'node:timers/promises';
import { NodeOperationError, type INode, type INodeExecutionData } from 'n8n-workflow';
import { CarrierError } from '../../carriers/http';
import { objectOf, textOf, type JsonObject } from '../../carriers/json-value';
import { nodeErrorOf } from './errors';
import type { ItemResult, Output, RunContext } from './output';
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

type Answer = Output | Output[] | Error;

type Send<Request> = (requests: readonly Request[]) => Promise<Answer[]>;

interface Prepared<Request> {
  item: number;
  request: Request;
}

/**
 * Retry On Fail runs the whole node again for the same input items. What must not be asked for twice is kept for that
 * try: what is done, that the outcome is unknown, and an answer whose files could not be stored. n8n makes the item
 * objects anew whenever a node's turn comes, but not for each try: no later run, of a loop or of the workflow, finds its
 * items here.
 */
const keptForRetry = new WeakMap<INodeExecutionData, { done: ItemResult[] } | { answer: Answer }>();

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
  const node = functions.getNode();
  const input = functions.getInputData();
  const results: ItemResult[][] = input.map(() => []);
  const stopsAtErrors = !functions.continueOnFail();
  const fail = (item: number, error: unknown): void => {
    results[item] = [{ item, error: nodeErrorOf(node, error, item) }];
  };

  const keep = (item: number, kept: { done: ItemResult[] } | { answer: Answer }): void => {
    const each = input[item];
    if (node.retryOnFail && each) keptForRetry.set(each, kept);
  };

  const settle: Settle = async (item, answer) => {
    if (answer instanceof Error) {
      if (answer instanceof CarrierError && answer.kind === 'outcome-unknown') keep(item, { answer });
      fail(item, answer);
      return;
    }
    try {
      const done = await Promise.all(
        [answer].flat().map(async (output) => ({ item, data: await context.finish(output) })),
      );
      results[item] = done;
      keep(item, { done });
    } catch (error) {
      keep(item, { answer });
      fail(item, unstored(node, [answer].flat(), error));
    }
  };

  const throwFirstError = (): void => {
    const failed = stopsAtErrors && results.flat().find((result) => 'error' in result);
    if (failed) throw withProgress(failed.error, results);
  };

  let pace: Pace;
  try {
    pace = paceOf(functions, plan.oneCallAtATime ?? false);
  } catch (error) {
    // Thrown, it would let the items pass as if they had been sent, where the node continues on fail.
    for (const item of results.keys()) fail(item, error);
    throwFirstError();
    return results.flat();
  }

  const isKept = input.map((each) => keptForRetry.has(each));
  for (const [item, each] of input.entries()) {
    const kept = keptForRetry.get(each);
    if (kept === undefined) continue;
    if ('done' in kept) results[item] = kept.done;
    else await settle(item, kept.answer);
  }
  throwFirstError();

  const prepared = results.flatMap((_, item): Prepared<Request>[] => {
    if (isKept[item]) return [];
    try {
      return [{ item, request: plan.read(new ItemParameters(functions, item), context.session) }];
    } catch (error) {
      fail(item, error);
      if (stopsAtErrors) throw nodeErrorOf(node, error, item);
      return [];
    }
  });

  const problems = await checkAll(prepared, plan.check);
  const sound = prepared.filter(({ item }, position) => {
    const problem = problems[position];
    if (!problem) return true;
    fail(item, problem);
    if (stopsAtErrors) throw nodeErrorOf(node, problem, item);
    return false;
  });

  const calls = groupIntoCalls(sound, plan);
  const next = calls.values();
  const unsent: number[] = [];
  let stopped = false;
  let nextStart = 0;
  const isOver = (): boolean => stopped || (signal?.aborted ?? false);

  /** Calls begin in order and, with a pause, at least that far apart, in whichever lane they run. */
  const turn = async (): Promise<void> => {
    const now = Date.now();
    const start = Math.max(now, nextStart);
    nextStart = start + pace.pause;
    if (start > now)
      await wait(Math.min(start - now, LONGEST_WAIT), undefined, signal ? { signal } : {}).catch(() => undefined);
  };

  const lane = async (): Promise<void> => {
    for (const call of next) {
      if (!isOver()) await turn();
      if (isOver()) {
        unsent.push(...call.map(({ item }) => item));
        continue;
      }
      await runCall(call, plan.splitsWhenRefused ? splitting(plan.send) : plan.send, settle);
      if (stopsAtErrors && call.some(({ item }) => isFailed(results[item]))) stopped = true;
    }
  };
  await Promise.all(Array.from({ length: Math.min(pace.concurrency, calls.length) }, lane));

  throwFirstError();
  if (unsent.length > 0 && stopsAtErrors) {
    const message = `The execution was cancelled: ${unsent.length} of ${results.length} items were not sent`;
    throw withProgress(new NodeOperationError(node, message), results);
  }
  for (const item of unsent) {
    fail(item, new NodeOperationError(node, 'The execution was cancelled before this item was sent'));
  }
  if (calls.length > 1 && sound.length >= LONG_RUN && unsent.length === 0) hint(context, sound.length, calls.length);
  return results.flat();
}

type Settle = (item: number, answer: Answer) => Promise<void>;

/** A timer that is set to more runs off at once. */
const LONGEST_WAIT = 2 ** 31 - 1;

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

async function runCall<Request>(
  call: readonly Prepared<Request>[],
  send: Send<Request>,
  settle: Settle,
): Promise<void> {
  let answers: Answer[];
  try {
    answers = await send(call.map(({ request }) => request));
  } catch (error) {
    const failure = error instanceof Error ? error : new Error('The operation failed for an unknown reason');
    answers = call.map(() => failure);
  }
  for (const [position, { item }] of call.entries()) {
    await settle(item, answers[position] ?? new Error('The carrier gave no result for this item'));
  }
}

/** The carrier did its part: whoever reads only that something failed would create the order again. */
function unstored(node: INode, outputs: readonly Output[], error: unknown): NodeOperationError {
  const why = error instanceof Error ? error.message : 'unknown reason';
  const numbers = outputs.flatMap(({ json }) => numbersIn(objectOf(json)));
  return new NodeOperationError(node, `The carrier answered, but the output could not be stored in n8n: ${why}`, {
    description: [
      ...(numbers.length > 0 ? [`${numbers.join(', ')}.`] : []),
      'What this item asked for was done: do not create an order again. Check where n8n stores binary data, then get the file by itself.',
    ].join(' '),
  });
}

function numbersIn({ reference, orderNumber, trackingNumber }: JsonObject): string[] {
  return Object.entries({
    Reference: reference,
    'order number': orderNumber,
    'tracking number': trackingNumber,
  }).flatMap(([name, value]) => (textOf(value) === undefined ? [] : [`${name} ${textOf(value)}`]));
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

interface Pace {
  concurrency: number;
  /** Milliseconds between the starts of two calls. */
  pause: number;
}

function paceOf(functions: RunContext<unknown>['functions'], oneCallAtATime: boolean): Pace {
  const parameters = new ItemParameters(functions, 0);
  const concurrency = parameters.number('options.concurrency', 'Concurrency') ?? 5;
  const pause = parameters.number('options.pauseBetweenRequests', 'Pause Between Requests (Milliseconds)') ?? 0;
  return { concurrency: oneCallAtATime ? 1 : Math.max(1, Math.floor(concurrency)), pause: Math.max(0, pause) };
}
