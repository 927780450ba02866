export type JsonRecord = Record<string, unknown>;

/** The value as an object; `{}` when it is none, so that a missing part reads as empty. */
export function record(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list sent as an array or as an object of entries; a single entry is told by `isEntry`. */
export function entries(value: unknown, isEntry: (candidate: JsonRecord) => boolean): JsonRecord[] {
  if (Array.isArray(value)) return value.map(record);
  if (!isRecord(value)) return [];
  return isEntry(value) ? [value] : Object.values(value).map(record);
}

/** A scalar as text: numbers and booleans in JSON spelling, anything else ''. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The texts of an array, or undefined when the value is not a non-empty array of non-empty scalars. */
export function texts(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const found = value.map(text);
  return found.includes('') ? undefined : found;
}
