import { isBlank } from '#carriers/shared/blank';
import { givenList, type JsonObject } from '#carriers/shared/json-value';
import type { Finding } from '#carriers/shared/request';
import { RequestError } from '#carriers/shared/request-check';
import { ORDER } from './requests/order';

/** A parcel of a bag is `{trackingNo}` of an order that exists, or a complete new order (`etower.md` B.4.15). */
export function parcelFindings(bag: JsonObject): Finding[] {
  return [...wholeHandoverFindings(bag), ...givenList(bag['parcels']).flatMap(findingsOf)];
}

/** The vendor's sample is a whole hand-over. */
function wholeHandoverFindings(bag: JsonObject): Finding[] {
  if (!('bags' in bag)) return [];
  return [
    { path: ['bags'], problem: 'must not be here: an item is one bag, and what is said of all bags is in Handover' },
  ];
}

function findingsOf(parcel: JsonObject, at: number): Finding[] {
  const exists = !isBlank(parcel['trackingNo']) && !('orderItems' in parcel);
  if (exists) return [];
  if (isBlank(parcel['referenceNo'])) {
    const problem = 'is required, unless the parcel is a complete new order with its referenceNo';
    return [{ path: ['parcels', at, 'trackingNo'], problem }];
  }
  return orderFindings(parcel).map(({ path, problem }) => ({ path: ['parcels', at, ...path], problem }));
}

function orderFindings(order: JsonObject): Finding[] {
  try {
    ORDER.check(order);
    return [];
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return error.problems.map(({ path, problem }) => ({ path: [path], problem }));
  }
}
