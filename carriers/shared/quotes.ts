import type { JsonObject } from './json-value';
import { mappedOrder, neutralPathOf } from './mapped-order';
import type { NeutralOrder } from './neutral-order';
import type { MappedOrder, OrderMapping } from './order-mapping';
import { RequestError } from './request-check';

/** How a carrier is asked what a parcel costs, and where its answer says so. */
export interface Quotes {
  /** From the neutral parcel (`quoted-parcel.ts`) to the request of the carrier's own step. */
  mapping: OrderMapping;
  /** What the carrier's own step checks. @throws RequestError by names on the wire */
  check: (request: JsonObject) => unknown;
  /** How the carrier's own step takes the request: as the object in its field Body, or each value in a field of that name. */
  takenAs: 'body' | 'fields';
  /** The name in its neutral quote of what the parcel costs in all. */
  price: string;
  /** The name of how long it takes, where the carrier tells it. */
  days?: string;
}

/** A quote is of a parcel as a whole. */
export const NO_LINES: OrderMapping['lines'] = { to: 'lines', moves: {} };

/**
 * The request of a carrier's own step for a parcel. A weight with more decimals than the carrier takes is rounded, and a
 * hint says so.
 * @param parcel as `checkedOrder` gave it, with what is laid over the request under `extra`
 * @throws RequestError naming, by neutral path where there is one, everything with which the carrier cannot be asked
 */
export function quoteRequest({ mapping, check }: Quotes, parcel: NeutralOrder): MappedOrder {
  const mapped = mappedOrder(mapping, parcel, ['weightKg']);
  try {
    check(mapped.request);
    return mapped;
  } catch (error) {
    throw error instanceof RequestError ? inNeutralWords(mapping, error) : error;
  }
}

function inNeutralWords(mapping: OrderMapping, { problems }: RequestError): RequestError {
  return new RequestError(
    problems.map(({ path, problem }) => ({ path: neutralPathOf(mapping, path) ?? path, problem })),
  );
}
