import type { Reply } from '../carrier';
import type { JsonRecord } from '../json';
import { bodyReply } from '../reply';

export interface Problem {
  code: number | null;
  message: string;
}

/** `Partial Success` only of what holds several, B.3. */
export type Status = 'Success' | 'Failure' | 'Partial Success';

/** One entry of `data`, `etower.md` B.3. */
export interface Entry extends JsonRecord {
  status: Status;
  errors: Problem[] | null;
}

export function succeeded(fields: JsonRecord = {}): Entry {
  return { status: 'Success', errors: null, ...fields };
}

export function failed(problems: readonly Problem[], fields: JsonRecord = {}): Entry {
  return { status: 'Failure', errors: [...problems], ...fields };
}

export function problem(code: number, message: string): Problem {
  return { code, message };
}

export const unknownOrder = problem(100009, 'Order does not exist');

/** The status of several entries: `Partial Success` when they differ. */
export function overall(entries: readonly Entry[]): Status {
  const [status = 'Success', ...others] = new Set(entries.map((entry) => entry.status));
  return others.length === 0 ? status : 'Partial Success';
}

/** The envelope of several entries. */
export function envelope(entries: readonly Entry[], fields: JsonRecord = {}): JsonRecord {
  return { status: overall(entries), errors: null, data: entries, ...fields };
}

/** A request that was not taken at all. */
export function refusal(code: number, message: string): JsonRecord {
  return { status: 'Failure', errors: [problem(code, message)], data: null };
}

export const nothingGiven = refusal(950002, 'Parameter is null');
export const tooMany = refusal(950003, 'Too many orders');

/** Compact, as servers write it: 300 labels are large enough. */
export function json(status: number, value: unknown): Reply {
  return bodyReply(status, 'application/json;charset=UTF-8', JSON.stringify(value));
}
