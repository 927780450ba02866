/** What all carriers of the fault server have in common. It shares no code with the client, nor with the sandbox. */

/** A request as it came in. */
export interface Asked {
  method: string;
  path: string;
  body: Buffer;
}

/** What a request asks its carrier for. */
export interface Call {
  /** The references under which it makes or changes something, as it names them; none when it only reads. */
  references: readonly string[];
  /** The carrier's good answer, with one entry for each of these references, which need not be those that were asked. */
  answer: (references: readonly string[]) => string;
  /** The carrier says no, in HTTP 200. */
  refusal: () => string;
  contentType: string;
  /** What was sent under each reference, for a look-up. */
  orders: ReadonlyMap<string, unknown>;
}

/** An order as a look-up finds it. */
export interface Found {
  order: unknown;
  /** Milliseconds since 1970, where the carrier tells it. */
  made: number | undefined;
}

/** The carrier's side of its wire form. `find` looks up by any number of an order. */
export type Wire = (asked: Asked, find: (number: string) => Found | undefined) => Call;

export interface Numbers {
  reference: string;
  order: string;
  tracking: string;
}

/** The numbers that a carrier gives to what is asked under a reference. All hold its digits, which no other one has. */
export function numbersOf(reference: string): Numbers {
  const digits = digitsOf(reference);
  return { reference, order: `1000${digits}`, tracking: `T${digits}` };
}

/** What the numbers of one order share: eight digits. */
export function digitsOf(number: string): string {
  return /\d{8}$/.exec(number)?.[0] ?? number;
}

/** References that nobody asked for. */
export const strangerOf = (place: number): string => `R${99_999_000 + place}`;

export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The member at the end of the names. */
export function within(value: unknown, ...names: string[]): unknown {
  return names.reduce(memberOf, value);
}

export function textIn(value: unknown, ...names: string[]): string {
  const found = within(value, ...names);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

export function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function fieldsIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
