import { setTimeout as wait } from 'node:timers/promises';
import { CarrierError, type CallSettings } from '../http';
import { asAnswer } from './lost-answer';

/** Until when to ask again, for what the carrier makes later. */
export interface Patience {
  /** In milliseconds from the start of the run, for all its calls together. */
  deadlineMs: number;
  intervalMs: number;
  /** What is waited for, as one. Default: `label`. */
  what?: string;
}

/** What waiting needs of a client. */
interface Run {
  /** Start of the run, in milliseconds of the clock. */
  openedAt: number;
  settings: CallSettings;
}

/** Words of servers for a file that is still being made. Seen at carriers and ERPs; no reference lists them. */
const STILL_MADE = [
  /(生成|产生|產生|制作|製作|作成|准备|準備|打印|打单|获取|排队|處理|处理)中/,
  /[正还還]在.{0,6}(生成|产生|產生|制作|製作|准备|準備|打印|获取|处理|處理)/,
  /(未|没有|還沒|还没)(被)?(生成|产生|產生|就绪)|等待(生成|打印|获取)/,
  /not[\s_-]*(yet[\s_-]*)?(been[\s_-]*)?(ready|generated|created|finished)|not (available yet|yet available)|isn't available yet/i,
  /being[\s_-]*(generated|created|prepared|processed|printed)|generating|label[\s_-]*(is[\s_-]*)?pending/i,
];

/** Words that say so unless something failed. */
const LATER =
  /稍[后後候等]|[请請].{0,4}等待|processing|pending|queued|in[\s_-]*progress|please[\s_-]*wait|(retry|try)[\s_-]*(again[\s_-]*)?later/i;
const FAILED = /fail|失败|失敗/i;

export function saysNotReady(words: string): boolean {
  return STILL_MADE.some((pattern) => pattern.test(words)) || (LATER.test(words) && !FAILED.test(words));
}

const WAIT_HINT = 'The label is not ready yet. Try again later, or turn on Wait Until Ready.';

/** What an error about a label becomes when its words say that the label is still being made; any other stays. */
export function notReadyIfSaid(error: CarrierError): CarrierError {
  const { kind, message, carrierText = '', notReady } = error;
  if (notReady || !MAY_MEAN_IT.has(kind) || !saysNotReady(`${message} ${carrierText}`)) return error;
  return error.with({ kind: 'unavailable', notReady: true, hint: WAIT_HINT });
}

/** A refusal that concerns the account or the rate asks to come back later as well. */
const MAY_MEAN_IT = new Set<string>(['rejected', 'not-found', 'invalid-reply']);

/**
 * Asks for a label, again and again while it is not ready, until it is there or the deadline has come.
 * @param patience undefined: asks once
 * @param isPending of an answer that holds a part only
 * @throws CarrierError with `notReady` when it is still being made
 */
export async function whenReady<Answer>(
  run: Run,
  patience: Patience | undefined,
  ask: () => Promise<Answer>,
  isPending: (answer: Answer) => boolean = () => false,
): Promise<Answer> {
  const one = async (): Promise<[Answer | CarrierError]> => [await ask().catch(lasting)];
  const [answer] = await askAgain(run, patience, ['label'], one, (each) =>
    each instanceof CarrierError ? isNotReady(each) : isPending(each),
  );
  if (answer instanceof CarrierError) throw answer;
  if (answer === undefined) throw new TypeError('Nothing was asked');
  return answer;
}

/** The same for several that share a call: an answer or an error for each. */
export function allWhenReady<Asked, Answer>(
  run: Run,
  patience: Patience | undefined,
  asked: readonly Asked[],
  ask: (asked: Asked[]) => Promise<(Answer | CarrierError)[]>,
): Promise<(Answer | CarrierError)[]> {
  // An error of the whole call is that of the one in it; of several it need not be.
  const answersOf = (each: Asked[]): Promise<(Answer | CarrierError)[]> =>
    each.length === 1 ? ask(each).catch((error: unknown) => [lasting(error)]) : ask(each);
  const judged = async (each: Asked[]): Promise<(Answer | CarrierError)[]> =>
    (await answersOf(each)).map((answer) => (answer instanceof CarrierError ? notReadyIfSaid(answer) : answer));
  return askAgain(run, patience, asked, judged, isNotReady);
}

export function isNotReady(answer: unknown): boolean {
  return answer instanceof CarrierError && answer.notReady === true;
}

/**
 * Asks again for what is pending, until nothing is or the deadline has come.
 * @param ask gives an answer for each, in their order
 */
export async function askAgain<Asked, Answer>(
  { openedAt, settings: { signal, tell, waiting } }: Run,
  patience: Patience | undefined,
  asked: readonly Asked[],
  ask: (asked: Asked[]) => Promise<Answer[]>,
  isPending: (answer: Answer) => boolean,
): Promise<Answer[]> {
  const answers = await ask([...asked]);
  if (!patience) return answers;
  const isStillPending = (answer: Answer | undefined): boolean => answer !== undefined && isPending(answer);
  const { deadlineMs, intervalMs, what = 'label' } = patience;
  for (let times = 1; ; times += 1) {
    const pending = [...asked.entries()].filter(([index]) => isStillPending(answers[index]));
    if (pending.length === 0 || Date.now() + intervalMs > openedAt + deadlineMs || signal?.aborted) break;
    waiting?.(asked, { count: pending.length, what, asked: times, intervalMs });
    await wait(intervalMs, undefined, signal ? { signal } : {}).catch(() => undefined);
    const again = await ask(pending.map(([, each]) => each)).catch(asAnswer);
    // What was had before stays, and the rest is asked for again: one failed question is not the end of waiting. A refusal
    // of the account is, unless it is busy.
    if (again instanceof CarrierError) {
      if (!again.ofAccount || again.ofAccount === 'unavailable') continue;
      tell?.(`Waiting ended early, because the carrier refused to be asked again: ${again.message}`);
      break;
    }
    for (const [place, [index]] of pending.entries()) {
      const answer = again[place];
      if (answer !== undefined) answers[index] = answer;
    }
  }
  waiting?.(asked);
  return answers;
}

/** An error that will not pass by waiting is the answer. */
function lasting(error: unknown): CarrierError {
  const judged = notReadyIfSaid(asAnswer(error));
  const passes = !judged.notReady && (judged.kind === 'unavailable' || judged.kind === 'rate-limited');
  if (passes) throw judged;
  return judged;
}
