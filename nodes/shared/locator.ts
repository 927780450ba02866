import { isObject } from '#carriers/shared/json-value';

/** The value of a field. A resource locator ("From List", "By Code") holds what was chosen in an object. */
export function withoutLocator(value: unknown): unknown {
  return isObject(value) && '__rl' in value ? value['value'] : value;
}
