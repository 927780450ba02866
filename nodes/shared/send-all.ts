import { CarrierError } from '../../carriers/http';
import { answersTo, type Answered } from './answers-to';
import { accountRefusalAmong, splitting, type Call } from './calls';
import type { ItemResults } from './item-results';
import type { Lane } from './lanes';
import type { Answer, RunContext } from './output';
import { Pace, type ChosenPace } from './pace';

/** What was left of a lane when it ended. */
export interface Unsent {
  /** The items that were not sent, because the run was cancelled or stopped at an error. */
  items: number[];
  /** The refusal of the account, if that was why. */
  refusal: CarrierError | undefined;
}

/**
 * Sends the calls of a lane in their order, as many at once as the pace allows, and takes each out of the list: a run of
 * many items holds what it has yet to send, and not what it has sent.
 */
export async function sendAll<Request>(
  { signal, stop, progress }: Pick<RunContext<unknown>, 'signal' | 'stop' | 'progress'>,
  calls: Call<Request>[],
  lane: Lane<Request>,
  { concurrency, pauseMs }: ChosenPace,
  results: ItemResults,
): Promise<Unsent> {
  const items: number[] = [];
  let refusal: CarrierError | undefined;
  const end = lane.stop ?? stop;
  const ends = [end.signal, stop.signal, signal].filter((each) => each !== undefined);
  const isOver = (): boolean => ends.some(({ aborted }) => aborted);
  const goesOn = (answers: readonly Answer[]): boolean => {
    refusal ??= accountRefusalAmong(answers);
    if (refusal) end.abort();
    if (results.stopsAt(answers)) stop.abort();
    return !isOver();
  };
  const sendOne = lane.splitsWhenRefused ? splitting(lane.send, goesOn) : lane.send;
  const send = async (call: Call<Request>): Promise<Answered[]> => {
    const answered = await answersTo(call, sendOne);
    // At once: storing the other answers of the call takes time, in which more would be sent.
    goesOn(answered.map(({ answer }) => answer));
    return answered;
  };
  const pace = new Pace(pauseMs, AbortSignal.any(ends));
  const oneAfterTheOther = async (): Promise<void> => {
    for (let call = calls.pop(); call; call = calls.pop()) {
      if (!isOver()) await pace.turn();
      if (isOver()) {
        items.push(...call.map(({ item }) => item));
        continue;
      }
      const sent = call.map(({ item }) => item);
      items.push(...(await settleAll(await send(call), results)));
      progress?.answered(results.countRows(sent));
      if (results.stopsAfter(sent)) stop.abort();
    }
  };
  calls.reverse();
  const atOnce = Math.min(lane.oneCallAtATime ? 1 : concurrency, calls.length);
  await Promise.all(Array.from({ length: atOnce }, oneAfterTheOther));
  return { items, refusal };
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
