import type { IExecuteFunctions } from 'n8n-workflow';
import { objectAsIs } from '#carriers/shared/json-value';
import { SentRequests, type WouldSend } from '../../carriers/http';
import { answersTo } from './answers-to';
import { grouped, type Call, type Prepared } from './calls';
import type { ItemResults } from './item-results';
import { byLane, type Lane } from './lanes';
import type { RunContext } from './output';
import type { ItemParameters } from './parameters';
import { settleAll } from './send-all';

/**
 * Whether the Dry Run of an item is on, or of one of the items of its order. A mistyped expression must not send a real
 * order, so that anything but true or false is an error.
 */
export function dryRunOf(
  functions: Pick<IExecuteFunctions, 'getNode'>,
): (parameters: ItemParameters) => boolean | Error {
  if (!Object.hasOwn(objectAsIs(functions.getNode().parameters['options']), 'dryRun')) return () => false;
  const ofOne = (parameters: ItemParameters): boolean | Error => {
    const value = parameters.any('options.dryRun');
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    return parameters.problem(
      'Dry Run is neither true nor false',
      'Nothing was sent. Check that the expression of Dry Run gives true or false for this item, or remove the option.',
    );
  };
  return (parameters) => {
    const chosen = [parameters, ...parameters.rows].map(ofOne);
    return chosen.find((each) => each instanceof Error) ?? chosen.includes(true);
  };
}

/**
 * Those that are sent, and those that are only shown. What goes out whole, such as a bag, is shown as soon as a part of it
 * is, and refused as soon as nobody can tell of a part.
 */
export function partedByDryRun<Request>(
  prepared: readonly Prepared<Request>[],
  laneOf: (request: Request) => Lane<Request>,
  results: ItemResults,
): { live: Prepared<Request>[]; dry: Prepared<Request>[] } {
  if (!prepared.some((each) => each.dryRun)) return { live: [...prepared], dry: [] };
  const bundles = [...byLane(prepared, laneOf)].flatMap(([{ bundle }, ofLane]) =>
    bundle ? grouped(ofLane, ({ request }) => bundle(request)) : ofLane.map((each) => [each]),
  );
  const isDry = new Map<Prepared<Request>, boolean>();
  for (const each of bundles) {
    const chosen = each.map((entry) => entry.dryRun);
    const problem = chosen.find((choice) => choice instanceof Error);
    for (const entry of each) {
      if (problem) results.refuse(entry.item, problem);
      else isDry.set(entry, chosen.includes(true));
    }
  }
  const those = (dry: boolean): Prepared<Request>[] => prepared.filter((each) => isDry.get(each) === dry);
  return { live: those(false), dry: those(true) };
}

/**
 * Makes the request of each call the output of its items.
 * @returns the items that were held back because the run was over
 */
export async function showAll<Request>(
  { stop, tell }: Pick<RunContext<unknown>, 'stop' | 'tell'>,
  calls: readonly Call<Request>[],
  { send }: Lane<Request>,
  results: ItemResults,
): Promise<number[]> {
  const heldBack: number[] = [];
  for (const call of calls) {
    const sent = new SentRequests(true);
    const answered = await answersTo(call, send, sent);
    // Whatever became of it on its way here.
    if (sent.wouldSend) showTo(call, sent.wouldSend, results, tell);
    else heldBack.push(...(await settleAll(answered, results)));
    if (results.stopsAfter(call.map(({ item }) => item))) stop.abort();
  }
  return heldBack;
}

/**
 * The problems that a check finds without the carrier: as soon as it has to ask, it is left out.
 * @param tell is told so
 */
export async function checkedWithoutCarrier(
  check: () => Promise<(Error | undefined)[]>,
  tell: RunContext<unknown>['tell'],
): Promise<(Error | undefined)[]> {
  const sent = new SentRequests(true);
  const checked = sent.during(check);
  try {
    return await checked;
  } catch {
    if (!sent.wouldSend) return checked;
    tell?.('The check that needs the carrier was left out: nothing is asked in a dry run.');
    return [];
  }
}

/** The items share the texts of the request, which may be long: a bulk call repeats it for each of its items. */
function showTo<Request>(
  call: Call<Request>,
  { request, intent }: WouldSend,
  results: ItemResults,
  tell: RunContext<unknown>['tell'],
): void {
  tell?.(intent === 'write' ? NOTHING_SENT : `${NOTHING_SENT} ${READS_FIRST}`);
  for (const { item, notSent = [] } of call) {
    const wouldSend = { ...request, headers: { ...request.headers } };
    results.show(item, { dryRun: true, wouldSend, ...(notSent.length > 0 ? { notSent: [...notSent] } : {}) });
  }
}

const NOTHING_SENT = 'Dry Run is on: nothing was sent. Each item shows the request of its call.';
const READS_FIRST = 'That request only reads; what would be sent after it follows from its answer.';
