import { isBlank } from '#carriers/shared/blank';
import { leavesOf, pathText } from '#carriers/shared/leaves';
import { isObject, objectAsIs, type JsonObject } from '#carriers/shared/json-value';
import type { OrderDefaults } from '#carriers/shared/order-defaults';
import type { OrderMapping } from '#carriers/shared/order-mapping';
import { valueAt } from '#carriers/shared/request-places';
import { placesOf } from './listed-lines';
import { withLines } from './order-lines';

/**
 * The order, and where it says nothing, what the credential has.
 * @param saidBesides neutral names of what the carrier's own fields say, which are laid over it
 */
export function orderWithDefaults(
  order: JsonObject,
  defaults: OrderDefaults = {},
  { order: moves }: OrderMapping,
  saidBesides: readonly string[] = [],
): JsonObject {
  const { sender, service, currency, originCountry, ioss } = defaults;
  const layer: JsonObject = {
    ...(sender ? { sender: senderFor(order['sender'], sender, saidBesides) } : {}),
    ...(service === undefined ? {} : { service: { code: service } }),
    ...(ioss === undefined ? {} : { taxNumbers: { ioss } }),
  };
  // Where a carrier has one place for several values, that of the order goes out.
  const filled = Object.keys(moves).filter((name) => !isBlank(valueAt(order, name)));
  const places = new Set(filled.flatMap((name) => placesOf(moves[name])));
  const isTaken = (name: string): boolean => placesOf(moves[name]).some((place) => places.has(place));
  return withLines(below(order, layer, isTaken), new Map(), { currency, originCountry });
}

/** A street is told in several fields: those of two addresses are not mixed. */
function senderFor(given: unknown, sender: object, saidBesides: readonly string[]): JsonObject {
  const own = Object.entries(objectAsIs(given)).flatMap(([name, value]) => (isBlank(value) ? [] : `sender.${name}`));
  const hasStreet = [...own, ...saidBesides].some(isOfStreet);
  return Object.fromEntries(Object.entries(sender).filter(([name]) => !(hasStreet && isOfStreet(`sender.${name}`))));
}

/** The paths on the wire of what is not blank. */
export function filledIn(request: JsonObject): string[] {
  return leavesOf(request).flatMap(({ path, leaf }) => (isBlank(leaf) ? [] : [pathText(path)]));
}

/** @param name in the neutral order */
export function isOfStreet(name: string): boolean {
  return /^sender\.(?:street[23]?|houseNumber|district)$/.test(name);
}

/** The second fills what the first leaves blank; a text in place of an object stays. */
function below(given: JsonObject, layer: JsonObject, isTaken: (name: string) => boolean, way = ''): JsonObject {
  const filled = Object.entries(layer).flatMap(([name, value]): [string, unknown][] => {
    const present = given[name];
    if (isObject(value) && (isObject(present) || isBlank(present))) {
      const inside = below(objectAsIs(present), value, isTaken, `${way}${name}.`);
      return Object.keys(inside).length === 0 ? [] : [[name, inside]];
    }
    return isBlank(present) && !isBlank(value) && !isTaken(way + name) ? [[name, value]] : [];
  });
  return { ...given, ...Object.fromEntries(filled) };
}
