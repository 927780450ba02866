import * as z from 'zod/v4';
import { isObject, objectAsIs, type JsonObject } from '#carriers/shared/json-value';
import { ORDER_SCHEMA } from '#carriers/shared/order-schema';

/** One field of the neutral order, by its path, with two values that are told apart. Lists have an index of 1. */
export interface Field {
  path: (string | number)[];
  values: [unknown, unknown];
  description: string;
}

/** Every field of the neutral order, from its JSON Schema, but `extra`, which has no fields of its own. */
export const FIELDS: readonly Field[] = fieldsOf(objectAsIs(z.toJSONSchema(ORDER_SCHEMA, { io: 'input' })), []);

function fieldsOf(schema: JsonObject, path: Field['path']): Field[] {
  const { properties, items, anyOf = [] } = schema;
  if (isObject(items)) return fieldsOf(items, [...path, 1]);
  const alternatives = [anyOf].flat().filter(isObject);
  const withFields = isObject(properties) ? schema : alternatives.find((each) => isObject(each['properties']));
  if (withFields === undefined)
    return path[0] === 'extra'
      ? []
      : [{ path, values: valuesOf(path, alternatives), description: String(schema['description']) }];
  return Object.entries(objectAsIs(withFields['properties'])).flatMap(([name, each]) =>
    fieldsOf(objectAsIs(each), [...path, name]),
  );
}

/** Values that a user would give, of the kind that the schema asks for. */
function valuesOf(path: Field['path'], alternatives: readonly JsonObject[]): Field['values'] {
  const name = String(path.at(-1));
  const types = alternatives.map(({ type }) => type);
  if (types.includes('boolean')) return [true, false];
  if (types.includes('integer')) return [3, 4];
  if (/country$/i.test(name)) return ['AU', 'JP'];
  if (name === 'currency') return ['USD', 'EUR'];
  if (name === 'incoterm') return ['DDP', 'DDU'];
  // Of the boxes of `BARE`, and none.
  if (name === 'parcelNumber') return ['B', 'C'];
  if (alternatives.some(({ minimum }) => minimum === 0)) return ['7.5', '8.5'];
  return [`a ${name}`, `another ${name}`];
}

/** The order with a value put at a path; objects and lists on the way are made. */
export function withValue(order: JsonObject, [first = '', ...rest]: Field['path'], value: unknown): JsonObject {
  return { ...order, [first]: inside(order[first], rest, value) };
}

function inside(held: unknown, [first, ...rest]: Field['path'], value: unknown): unknown {
  if (first === undefined) return value;
  if (typeof first === 'string') return { ...objectAsIs(held), [first]: inside(objectAsIs(held)[first], rest, value) };
  const list: unknown[] = Array.isArray(held) ? [...held] : [];
  while (list.length <= first) list.push({});
  list[first] = inside(list[first], rest, value);
  return list;
}
