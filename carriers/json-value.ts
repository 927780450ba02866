/** Readers for JSON of which the type is not known: carriers send numbers as text, objects for lists and null for "". */
export type JsonObject = { [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** An object where the carrier declares "Object/Array" (`eccang.md` 1.4 no. 10) counts as a list of one. */
export function listOf(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) && Object.keys(value).length > 0 ? [value] : [];
}

/** Text as it stands; numbers written out; anything else is no text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

/** A number, also when it came as text; `undefined` when it is none. */
export function numberOf(value: unknown): number | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Money and the like: what the carrier wrote, number or text. */
export function amountOf(value: unknown): string | number | undefined {
  return typeof value === 'number' ? value : textOf(value);
}

/** The first of several spellings or languages that holds something: neither missing nor null nor "". */
export function firstOf(object: JsonObject, ...names: string[]): unknown {
  const name = names.find((each) => object[each] !== undefined && object[each] !== null && object[each] !== '');
  return name === undefined ? undefined : object[name];
}

/** The same object with every text in it changed; the names of its fields stay. */
export function withTexts(object: JsonObject, change: (text: string) => string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, changed(value, change)]));
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry: unknown) => changed(entry, change));
  return isObject(value) ? withTexts(value, change) : value;
}
