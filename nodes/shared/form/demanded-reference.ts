import { isBlank } from '#carriers/shared/blank';
import type { JsonObject } from '#carriers/shared/json-value';
import { RequestError } from '#carriers/shared/request-check';
import { valueAt } from '#carriers/shared/request-places';

/**
 * A model calls a tool again when it is not sure, and by the sender's own number alone the carrier knows the same order.
 * @param request on the wire
 * @param places of that number, one of which is enough; none where the carrier has no place for it
 * @returns the request
 * @throws RequestError for one without that number
 */
export function withReference(request: JsonObject, places: readonly string[]): JsonObject {
  const [path] = places;
  if (path === undefined || places.some((place) => !isBlank(valueAt(request, place)))) return request;
  throw new RequestError([{ path, problem: REFERENCE_FOR_TOOLS }]);
}

const REFERENCE_FOR_TOOLS =
  'is empty: what a model creates needs your own number, by which a second call is known to be the same';
