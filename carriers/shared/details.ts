import { isObject, numberOf, opened, type JsonObject } from './json-value';
import { present } from './parcel';
import { saysNothing } from './unreadable-part';

/**
 * What a carrier told beyond the neutral names: its other fields, by its own names and in its own words. A field that a
 * carrier adds later reaches the user here.
 * @param told the fields whose text, number or flag stands elsewhere in the parcel, or only says whether the answer is
 * one. A list or an object in its place is told: no reader of such a field takes it
 * @param wholes the fields that are left out whatever they hold, such as lists that stand elsewhere
 */
export function detailsOf(
  from: JsonObject,
  told: readonly string[],
  wholes: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const isTold = (name: string, value: unknown): boolean =>
    wholes.includes(name) || (told.includes(name) && typeof value !== 'object');
  const others = Object.entries(from).filter(([name, value]) => value !== null && !isTold(name, value));
  const given = others.map(([name, value]) => [name, isObject(value) ? detailsOf(value, []) : value] as const);
  return present<Record<string, unknown>>(Object.fromEntries(given));
}

/** Those of the fields of numbers that hold one. What another holds is told as the carrier wrote it. */
export function readable(from: JsonObject, fields: readonly string[]): string[] {
  return fields.filter((name) => numberOf(from[name]) !== undefined);
}

/** The same of measures, which are never below zero; 0 is that nothing was measured. */
export function measuresIn(from: JsonObject, fields: readonly string[]): string[] {
  return fields.filter((name) => (numberOf(from[name]) ?? -1) >= 0);
}

/** Those of the fields of objects that hold no words in the place of one: words are told as they are. */
export function objectsIn(from: JsonObject, fields: readonly string[]): string[] {
  return fields.filter((name) => {
    const held = opened(from[name]);
    return typeof held !== 'string' || saysNothing(held);
  });
}
