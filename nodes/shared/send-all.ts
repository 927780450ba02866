import { CarrierError } from '../../carriers/http';
import { answersTo, type Answered } from './answers-to';
import { accountRefusalAmong, splitting, type Call, type Send } from './calls';
import type { ItemResults } from './item-results';
import type { Answer, RunContext } from './output';
import type { Pace } from './pace';

/** How calls are sent. */
export interface Sending<Request> {
  send: Send<Request>;
  /** A call that is refused may be so because of one of its items. */
  splitsWhenRefused?: boolean;
}

/**
 * Sends the calls in their order, as many at once as the pace allows, and takes each out of the list: a run of many items
 * holds what it has yet to send, and not what it has sent.
 * @returns the items that were not sent, because the run was cancelled or stopped at an error; with the refusal of
 * the account, if that was why
 */
export async function sendAll<Request>(
  { signal, stop, progress }: Pick<RunContext<unknown>, 'signal' | 'stop' | 'progress'>,
  calls: Call<Request>[],
  plan: Sending<Request>,
  pace: Pace,
  results: ItemResults,
): Promise<{ unsent: number[]; refusal: CarrierError | undefined }> {
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
    for (let call = calls.pop(); call; call = calls.pop()) {
      if (!isOver()) await pace.turn();
      if (isOver()) {
        unsent.push(...call.map(({ item }) => item));
        continue;
      }
      const items = call.map(({ item }) => item);
      unsent.push(...(await settleAll(await send(call), results)));
      progress?.answered(results.countRows(items));
      if (results.stopsAfter(items)) stop.abort();
    }
  };
  calls.reverse();
  await Promise.all(Array.from({ length: Math.min(pace.concurrency, calls.length) }, lane));
  return { unsent, refusal };
}

/**
 * Takes each answer out of the list: its files are let go once they are stored.
 * @returns the items that were held back because the run was over by the time they could be sent
 */
export async function settleAll(answered: Answered[], results: ItemResults): Promise<number[]> {
  const heldBack: number[] = [];
  answered.reverse();
  for (let next = answered.pop(); next; next = answered.pop()) {
    const { item, answer } = next;
    if (answer instanceof CarrierError && answer.heldBack) heldBack.push(item);
    else await results.settle(item, answer);
  }
  return heldBack;
}
