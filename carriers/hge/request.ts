import * as z from 'zod/v4';
import { withExactNumbers } from '#carriers/shared/exact-numbers';
import type { JsonObject } from '#carriers/shared/json-value';
import type { Check, Checks } from '#carriers/shared/checks';
import { RequestTable, type RequestSettings } from '#carriers/shared/request';
import type { Rows } from '#carriers/shared/rows';

/**
 * A request as far as HGE documents it, its fields in the order of HGE's examples.
 * @param source where, e.g. `hge.md` 7.3
 */
export function requestTable(source: string, rows: Rows, settings: RequestSettings = {}): RequestTable {
  return new RequestTable(source, rows, { checks: CHECKS, ...settings });
}

/**
 * The body as it will be sent: the fields of the table first, in its order, then those that are not documented, untouched.
 * So the same content is the same text, however it was put together.
 * @throws RequestError naming every field that is wrong
 */
export function checkBody(table: RequestTable, body: JsonObject): JsonObject {
  return table.arranged(table.check(withExactNumbers(body)));
}

/**
 * Nothing is required and no value is enumerated, because HGE documents neither; only what cannot be the type of the
 * example is refused.
 */
const text: Check = () => z.union([z.string(), z.number(), z.null()], { error: 'must be text' }).optional();

const number: Check = () =>
  z
    .union([z.number(), z.string(), z.null()], { error: 'must be a number' })
    .refine((value) => Number.isFinite(Number(value)), 'must be a number')
    .optional();

const CHECKS: Checks = {
  text,
  country: text,
  amount: number,
  count: number,
  flag: () => z.union([z.boolean(), z.null()], { error: 'must be true or false' }).optional(),
  date: () => z.union([z.string(), z.null()], { error: 'must be a date as text, e.g. 2025-12-13' }).optional(),
};
