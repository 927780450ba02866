import { CarrierError, type AccountRefusal } from '../../carriers/http';
import type { Answer } from './output';

export type Send<Request> = (requests: readonly Request[]) => Promise<Answer[]>;

/** The items that share a call to the carrier. */
export type Call<Request> = Prepared<Request>[];

export interface Prepared<Request> {
  item: number;
  request: Request;
  /** The number that the item asks about. */
  asked?: string | undefined;
  /** Whether nothing is to be sent for it; or why nobody can tell. */
  dryRun?: boolean | Error;
  /** What its order says and the carrier has no place for. */
  notSent?: readonly string[];
}

export interface Grouping<Request> {
  /** The most items that a call may carry, for the group that begins with this request. */
  perCall: (first: Request) => number;
  /** Only items with the same key share a call. */
  key?: (request: Request) => string;
  /** Items of one bundle, such as the parcels of a bag, are never divided: they go into the same call. */
  bundle?: (request: Request) => string;
  /** Whether one call may carry these, where that is more than a number of items. */
  fits?: (requests: readonly Request[]) => boolean;
}

/** Groups are filled in the order of the items, and a full one is closed. */
export function groupIntoCalls<Request>(
  prepared: Call<Request>,
  { key, perCall, bundle, fits }: Grouping<Request>,
): Call<Request>[] {
  const open = new Map<string, { call: Call<Request>; room: number }>();
  const calls: Call<Request>[] = [];
  const bundles = bundle ? grouped(prepared, ({ request }) => bundle(request)) : prepared.map((entry) => [entry]);
  for (const entries of bundles) {
    const [first] = entries;
    if (!first) continue;
    const group = key?.(first.request) ?? '';
    const begun = open.get(group);
    const hasRoom = begun && begun.call.length + entries.length <= begun.room;
    if (hasRoom && (!fits || fits([...begun.call, ...entries].map(({ request }) => request)))) {
      begun.call.push(...entries);
    } else {
      const call = [...entries];
      open.set(group, { call, room: perCall(first.request) });
      calls.push(call);
    }
  }
  return calls;
}

/** Those with the same key together, in the order of the first of each. */
export function grouped<Each>(all: readonly Each[], keyOf: (each: Each) => string): Each[][] {
  const groups = new Map<string, Each[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return [...groups.values()];
}

/** For an item that the answer to its call passes over. */
export const NO_RESULT = { kind: 'invalid-reply', message: 'The carrier gave no result for this item' } as const;

/**
 * A carrier may refuse a whole call because of one number in it. Halves are asked again, one after the other, until the
 * refusal is of one item alone, or the run is over. Only for reads.
 * @param goesOn whether the run goes on after these answers; otherwise the others are held back
 */
export function splitting<Request>(
  send: Send<Request>,
  goesOn: (answers: readonly Answer[]) => boolean,
): Send<Request> {
  return async function sendAll(requests): ReturnType<Send<Request>> {
    try {
      const answers = await send(requests);
      // As many as requests: otherwise the answers of the second half would be those of other requests.
      return requests.map((_, position) => answers[position] ?? new CarrierError(NO_RESULT));
    } catch (error) {
      const refusal =
        error instanceof Error ? error : new Error('The call could not be finished, for an unknown reason');
      if (!mayBeOfOne(refusal) || requests.length < 2 || !goesOn([])) return requests.map(() => refusal);
      const middle = Math.ceil(requests.length / 2);
      const first = await sendAll(requests.slice(0, middle));
      const rest = requests.slice(middle);
      return [...first, ...(goesOn(first) ? await sendAll(rest) : rest.map(() => new CarrierError(HELD_BACK)))];
    }
  };
}

const HELD_BACK = { kind: 'unavailable', message: 'Not sent, because the run is over', heldBack: true } as const;

/**
 * Not what a server says without a code of the carrier's, such as HTTP 405: only "too large" depends on the numbers. Nor
 * what became of a link: the carrier has answered then.
 */
function mayBeOfOne(refusal: Error): boolean {
  if (!(refusal instanceof CarrierError) || refusal.ofWholeCall || refusal.link !== undefined) return false;
  const { kind, httpStatus, code } = refusal;
  const isCarriers = httpStatus === undefined || httpStatus === 413 || code !== undefined;
  return isCarriers && (kind === 'rejected' || kind === 'not-found');
}

/** The refusal of the account among answers: nothing is to be sent after it. */
export function accountRefusalAmong(answers: readonly (Answer | undefined)[]): CarrierError | undefined {
  return answers.flatMap((answer) => (answer instanceof CarrierError && answer.ofAccount ? answer : []))[0];
}

const WHY: Readonly<Record<AccountRefusal, string>> = {
  'rate-limited': 'the carrier takes no more calls of this account now',
  unavailable: 'the carrier is busy',
  credentials: 'the carrier does not accept the account',
};

/** The end of an item that was held back after a refusal of the account: in the carrier's words, where it has any. */
export function notSent(refusal: CarrierError): CarrierError {
  const kind = refusal.ofAccount ?? 'unavailable';
  const message = `Not sent, because ${WHY[kind]}`;
  // The words of another outcome are about another item.
  if (refusal.kind !== kind) return new CarrierError({ kind, message, ofAccount: kind });
  return refusal.with({ message: `${message}: ${refusal.message}` });
}
