import { checkedOrder } from '#carriers/shared/checked-order';
import type { JsonObject } from '#carriers/shared/json-value';
import { pathText } from '#carriers/shared/leaves';
import { mappedOrder } from '#carriers/shared/mapped-order';
import type { OrderMapping } from '#carriers/shared/order-mapping';
import { RequestError } from '#carriers/shared/request-check';
import { withValue, type Field } from './fields';

/** Two lines and two boxes, so that a field of the second one has its place. */
export const BARE: JsonObject = {
  customsItems: [{ quantity: 1 }, { quantity: 2 }],
  parcels: [{ number: 'A' }, { number: 'B' }],
};

/** What becomes of a field: of its first value, of its second, and whether the two are told apart. */
export function fatesOf(mapping: OrderMapping, { path, values: [value, other] }: Field): string[] {
  return [fateOf(mapping, path, value), fateOf(mapping, path, other), fateOf(mapping, path, value, other)];
}

/** A value is on the wire if another one, or none, gives another request. */
function fateOf(mapping: OrderMapping, path: Field['path'], value: unknown, other?: unknown): string {
  const mapped = (each: unknown) =>
    mappedOrder(mapping, checkedOrder(each === undefined ? BARE : withValue(BARE, path, each)));
  try {
    const { request, notSent } = mapped(value);
    const isThere = JSON.stringify(request) !== JSON.stringify(mapped(other).request);
    const isNamed = notSent.includes(pathText(path));
    return isThere && isNamed ? 'sent and named' : isThere ? 'sent' : isNamed ? 'named' : 'lost';
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    // The destination may be named by either of its names.
    const isNamed = error.problems.every((each) => `.${pathText(path)}`.endsWith(`.${each.path}`));
    return isNamed ? 'refused' : error.message;
  }
}
