import { isBlank } from '#carriers/shared/blank';
import { detailsOf } from '#carriers/shared/details';
import { isBroken, isObject, objectOf, opened, type JsonObject } from '#carriers/shared/json-value';
import { present } from '#carriers/shared/parcel';
import { unreadableList } from '#carriers/shared/unreadable-part';

export type Details = Readonly<Record<string, unknown>>;

/** Documented fields that hold a list of whatever the manual does not explain, and those that hold an object. */
interface Nested {
  lists?: readonly string[];
  objects?: readonly string[];
  /** Lists and objects that stand elsewhere, or are left out. */
  elsewhere?: readonly string[];
}

/**
 * What else eTower told, with its documented lists and objects in the shape that the reference gives them, whatever PHP or
 * Java made of them.
 * @throws CarrierError `invalid-reply` when one of them breaks off
 */
export function nestedDetailsOf(
  from: JsonObject,
  told: readonly string[],
  { lists = [], objects = [], elsewhere = [] }: Nested,
): Details {
  return present<Record<string, unknown>>({
    ...detailsOf(from, told, [...lists, ...objects, ...elsewhere]),
    ...Object.fromEntries(lists.map((name) => [name, valuesIn(from[name])])),
    ...Object.fromEntries(objects.map((name) => [name, detailsOf(objectOf(from[name]), [])])),
  });
}

function valuesIn(list: unknown): unknown[] {
  const held = opened(list);
  if (isBroken(held)) throw unreadableList();
  const values: unknown[] = Array.isArray(held) ? held : isObject(held) ? Object.values(held) : [held];
  return values.filter((value) => !isBlank(value));
}
