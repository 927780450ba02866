import { isObject, listOf, type JsonObject } from '../json-value';

/** The names under which deployments put what they answer (`eccang.md` 1.4 no. 6). */
export const CONTAINERS = ['data', 'Data', 'Result', 'result'] as const;

/** Members of every reply, which are no content. */
const FRAME = new Set(['ask', 'message', 'Error', 'err_code', 'time_cost(s)', 'pagination']);

/** The entries of a list answer, in whichever container they are. */
export function entriesOf(reply: JsonObject): JsonObject[] {
  return CONTAINERS.map((name) => listOf(reply[name])).find((entries) => entries.length > 0) ?? [];
}

/** The one object that a reply is about: in a container, or its fields directly at the top level. */
export function contentOf(reply: JsonObject): JsonObject {
  const [first] = entriesOf(reply);
  if (first) return first;
  return Object.fromEntries(
    Object.entries(reply).filter(([name, value]) => !FRAME.has(name) && !isContainer(name, value)),
  );
}

function isContainer(name: string, value: unknown): boolean {
  return (
    CONTAINERS.some((each) => each === name) &&
    (value === null || value === '' || isObject(value) || Array.isArray(value))
  );
}
