import * as z from 'zod/v4';
import { withExactNumbers } from '../exact-numbers';
import { isObject, type JsonObject } from '../json-value';
import { checkRequest } from '../request-check';
import type { Kind, Shape } from './shapes';

/**
 * The body as it will be sent: the fields of `shape` first, in the order of HGE's examples, then those that are not
 * documented, untouched. So the same content is the same text, however it was put together.
 *
 * Nothing is required and no value is enumerated, because HGE documents neither; only what cannot be the documented
 * type is refused, and numbers that lost digits. Fields that are not documented may be anything else.
 * @throws RequestError naming every field that is wrong
 */
export function checkBody(shape: Shape, body: JsonObject): JsonObject {
  return arranged(shape, checkRequest(schemaOf(shape), withExactNumbers(body)));
}

/** Adds what the form does not have. Objects grow together; any other value of `more` takes the place of the first. */
export function mergeBodies(body: JsonObject, more: JsonObject): JsonObject {
  const merged = Object.entries(more).map(([name, value]): [string, unknown] => {
    const present = Object.hasOwn(body, name) ? body[name] : undefined;
    return [name, isObject(present) && isObject(value) ? mergeBodies(present, value) : value];
  });
  return Object.fromEntries([...Object.entries(body), ...merged]);
}

const KINDS: Record<Kind, z.ZodType> = {
  text: z.union([z.string(), z.number(), z.null()], { error: 'must be text' }).optional(),
  number: z
    .union([z.number(), z.string(), z.null()], { error: 'must be a number' })
    .refine((value) => Number.isFinite(Number(value)), 'must be a number')
    .optional(),
  flag: z.union([z.boolean(), z.null()], { error: 'must be true or false' }).optional(),
  date: z.union([z.string(), z.null()], { error: 'must be a date as text, e.g. 2025-12-13' }).optional(),
};

function schemaOf(shape: Shape): z.ZodType {
  return z.looseObject(
    Object.fromEntries(
      Object.entries(shape).map(([name, part]): [string, z.ZodType] => {
        if (typeof part === 'string') return [name, KINDS[part]];
        if (isList(part)) return [name, z.array(schemaOf(part[0])).nullable().optional()];
        return [name, schemaOf(part).nullable().optional()];
      }),
    ),
  );
}

function arranged(shape: Shape, body: JsonObject): JsonObject {
  const documented = Object.entries(shape)
    .filter(([name]) => Object.hasOwn(body, name))
    .map(([name, part]): [string, unknown] => [name, arrangedPart(part, body[name])]);
  const others = Object.entries(body).filter(([name]) => !Object.hasOwn(shape, name));
  return Object.fromEntries([...documented, ...others]);
}

function arrangedPart(part: Shape[string], value: unknown): unknown {
  if (typeof part === 'string') return value;
  if (isList(part)) return Array.isArray(value) ? value.map((entry: unknown) => arrangedPart(part[0], entry)) : value;
  return isObject(value) ? arranged(part, value) : value;
}

function isList(part: Exclude<Shape[string], Kind>): part is readonly [Shape] {
  return Array.isArray(part);
}
