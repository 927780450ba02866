import { isObject, type JsonObject } from '../../../carriers/shared/json-value';

export interface Answer {
  type: string;
  body: string | Buffer;
}

/** Answers what a carrier is asked, and tells the order that came. */
export type Carrier = (url: string, body: string, host: string) => (Answer & { order?: unknown }) | undefined;

export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
