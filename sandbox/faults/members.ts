import { isRecord, type JsonRecord } from '../json';

/**
 * The value with each part of it as `change` gives it, the innermost first. `name` is that of the member which holds the
 * part, '' for the whole and for what stands in a list. What becomes undefined is left out.
 */
export function rewritten(value: unknown, change: (part: unknown, name: string) => unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    return change(
      value.map((part) => rewritten(part, change)),
      name,
    );
  }
  if (!isRecord(value)) return change(value, name);
  const members = Object.entries(value).map(([own, part]) => [own, rewritten(part, change, own)]);
  return change(Object.fromEntries(members), name);
}

/** The value with every list of objects in it, at any depth, as `change` gives it. */
export function withLists(value: unknown, change: (list: JsonRecord[], name: string) => unknown): unknown {
  return rewritten(value, (part, name) => {
    const list = Array.isArray(part) && part.length > 0 && part.every(isRecord) ? part : undefined;
    return list ? change(list, name) : part;
  });
}

/** The value with every object that has a member of this name as `change` gives it. */
export function withObjects(value: unknown, member: string, change: (object: JsonRecord) => unknown): unknown {
  return rewritten(value, (part) => (isRecord(part) && part[member] !== undefined ? change(part) : part));
}

/** The value with every text under one of these names as `change` gives it. */
export function withTexts(value: unknown, names: readonly string[], change: (text: string) => unknown): unknown {
  return rewritten(value, (part, name) => {
    if (!names.includes(name)) return part;
    if (typeof part === 'string' && part !== '') return change(part);
    return Array.isArray(part) ? part.map((each: unknown) => (typeof each === 'string' ? change(each) : each)) : part;
  });
}

/** The object with the members of the other, those of inner objects each by itself. */
export function merged(object: JsonRecord, changes: JsonRecord): JsonRecord {
  const members = Object.entries(changes).map(([name, value]) => {
    const own = object[name];
    return [name, isRecord(own) && isRecord(value) ? merged(own, value) : value] as const;
  });
  return { ...object, ...Object.fromEntries(members) };
}

/** The objects and lists at the top of a document as JSON in a text, `before` in front of each. */
export function asTexts(document: unknown, before = ''): unknown {
  if (!isRecord(document)) return document;
  return Object.fromEntries(Object.entries(document).map(([name, value]) => [name, asText(value, before)]));
}

export function asText(value: unknown, before = ''): unknown {
  return typeof value === 'object' && value !== null ? before + JSON.stringify(value) : value;
}
