import { textOf, type JsonObject } from '#carriers/shared/json-value';
import { RequestError } from '#carriers/shared/request-check';
import { valueAt } from '#carriers/shared/request-places';

/**
 * A model calls a tool again when it is not sure, and by the sender's own number alone the carrier knows the same order. 0 is
 * what stands for none: by it, different orders would pass for the same.
 * @param request on the wire
 * @param places of that number, one of which is enough; none where the carrier has no place for it
 * @returns the request
 * @throws RequestError for one without that number
 */
export function withReference(request: JsonObject, places: readonly string[]): JsonObject {
  const [path] = places;
  const given = places.map((place) => textOf(valueAt(request, place))?.trim() ?? '');
  if (path === undefined || given.some((reference) => !/^0*$/.test(reference))) return request;
  const lack = given.every((reference) => reference === '') ? 'is empty' : 'is 0';
  throw new RequestError([{ path, problem: `${lack}: ${REFERENCE_FOR_TOOLS}` }]);
}

const REFERENCE_FOR_TOOLS =
  'what a model creates needs your own number, by which a second call is known to be the same';
