import { isObject, numberOf, type JsonObject } from './json-value';
import { present } from './parcel';

/**
 * What a carrier told beyond the neutral names: its other fields, by its own names and in its own words. A field that a
 * carrier adds later reaches the user here.
 * @param told the fields that stand elsewhere in the parcel, or that only say whether the answer is one
 */
export function detailsOf(from: JsonObject, told: readonly string[]): Readonly<Record<string, unknown>> {
  const others = Object.entries(from).filter(([name, value]) => value !== null && !told.includes(name));
  const given = others.map(([name, value]) => [name, isObject(value) ? detailsOf(value, []) : value] as const);
  return present<Record<string, unknown>>(Object.fromEntries(given));
}

/** Those of the fields of numbers that hold one. What another holds is told as the carrier wrote it. */
export function readable(from: JsonObject, fields: readonly string[]): string[] {
  return fields.filter((name) => numberOf(from[name]) !== undefined);
}
