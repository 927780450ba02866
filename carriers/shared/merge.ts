import { isObject, type JsonObject } from './json-value';
import { lookUp } from './lookup';

/** Both in one: objects grow together, anything else of `more` takes the place of what was there. */
export function mergeObjects(object: JsonObject, more: JsonObject): JsonObject {
  if (isEmpty(more)) return object;
  if (isEmpty(object)) return more;
  const merged = Object.entries(more).map(([name, value]): [string, unknown] => {
    const present = lookUp(object, name);
    return [name, isObject(present) && isObject(value) ? mergeObjects(present, value) : value];
  });
  return Object.fromEntries([...Object.entries(object), ...merged]);
}

function isEmpty(object: JsonObject): boolean {
  return Object.keys(object).length === 0;
}
