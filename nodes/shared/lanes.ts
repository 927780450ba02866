import type { Grouping, Prepared, Send } from './calls';
import type { Answer } from './output';

/**
 * What is sent for one account: its items share calls, a pace, and the end when the account is refused. A run has one
 * lane, or one for each carrier.
 */
export interface Lane<Request> extends Grouping<Request> {
  send: Send<Request>;
  /** A call that is refused may be so because of one of its items. */
  splitsWhenRefused?: boolean;
  oneCallAtATime?: boolean;
  check?: (requests: readonly Request[]) => Promise<(Error | undefined)[]>;
  /** The answer to a request for which no call is needed; undefined where one is. */
  withoutCall?: (request: Request) => Answer | undefined;
  /** Ends this lane and no other. Undefined where it is the only one of the run. */
  stop?: AbortController;
}

/** The items of each lane, in their order. */
export function byLane<Request>(
  prepared: readonly Prepared<Request>[],
  laneOf: (request: Request) => Lane<Request>,
): Map<Lane<Request>, Prepared<Request>[]> {
  const lanes = new Map<Lane<Request>, Prepared<Request>[]>();
  for (const each of prepared) {
    const lane = laneOf(each.request);
    const begun = lanes.get(lane);
    if (begun) begun.push(each);
    else lanes.set(lane, [each]);
  }
  return lanes;
}
