import * as z from 'zod/v4';
import { withExactNumbers } from '../exact-numbers';
import { isObject, type JsonObject } from '../json-value';
import { checkRequest } from '../request-check';
import { inSampleForm } from './sample-form';

/** Params of an operation: a field, a group of fields, or a list of groups. */
export type Shape = { readonly [name: string]: z.ZodType | Shape | readonly [Shape] };

/**
 * The params that are sent for what the user gave: in the form of the samples, with the fields that were left out as
 * empty text, as the samples have them (`mgoship.md` 2). Fields that the shape does not know stay.
 * @throws RequestError naming every field that is wrong
 */
export function paramsOf(shape: Shape, given: JsonObject, schema: z.ZodType = schemaOf(shape)): JsonObject {
  const params = checkRequest(schema, filled(shape, inSampleForm(withExactNumbers(given))));
  const sent: unknown = schema.parse(params);
  return isObject(sent) ? sent : {};
}

export function schemaOf(shape: Shape): z.ZodObject {
  return z.looseObject(
    Object.fromEntries(
      Object.entries(shape).map(([name, part]): [string, z.ZodType] => {
        if (part instanceof z.ZodType) return [name, part];
        return [name, isList(part) ? z.array(schemaOf(part[0])) : schemaOf(part)];
      }),
    ),
  );
}

/** Text of at most so many characters. */
export function text(longest: number, { required = false } = {}): z.ZodType {
  return z
    .string()
    .refine((value) => !required || value.trim() !== '', { error: 'is required', abort: true })
    .refine((value) => Array.from(value).length <= longest, `is longer than ${longest} characters`);
}

/** A number, written in digits, above zero unless zero may be. Zeros that say nothing are cut: 3800.00 is whole. */
export function amount({ required = false, decimals = 0, zero = false } = {}): z.ZodType {
  const idleZeros = decimals === 0 ? /^(\d+)\.0+$/ : new RegExp(`^(\\d+\\.\\d{${decimals}})0+$`);
  return z
    .string()
    .overwrite((value) => value.trim().replace(idleZeros, '$1'))
    .refine((value) => !required || value.trim() !== '', { error: 'is required', abort: true })
    .refine((value) => value === '' || (/^\d+(\.\d+)?$/.test(value) && (zero || Number(value) > 0)), {
      error: `must be a number ${zero ? 'of 0 or more' : 'greater than 0'}`,
      abort: true,
    })
    .refine((value) => (value.split('.')[1] ?? '').length <= decimals, {
      error: decimals === 0 ? 'must be a whole number' : `has more than ${decimals} decimals`,
    });
}

/** Text that must look a certain way, unless it is empty and not required. */
export function pattern(form: RegExp, problem: string, { required = false } = {}): z.ZodType {
  return z
    .string()
    .refine((value) => !required || value.trim() !== '', { error: 'is required', abort: true })
    .refine((value) => value === '' || form.test(value), problem);
}

/** `NNN-NNNN`, e.g. `901-1515` (`mgoship.md` 5.1, 6.1). */
export const postcode = (): z.ZodType =>
  pattern(/^\d{3}-\d{4}$/, 'must have the form NNN-NNNN with a hyphen, e.g. 901-1515', { required: true });

function filled(shape: Shape, given: unknown): unknown {
  if (!isObject(given)) return given === '' || given === undefined ? filled(shape, {}) : given;
  const known = Object.entries(shape).flatMap(([name, part]): [string, unknown][] => {
    const value = given[name];
    if (part instanceof z.ZodType) return value === undefined && isLeftOut(part) ? [] : [[name, value ?? '']];
    if (!isList(part)) return [[name, filled(part, value)]];
    const entries = value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value];
    return [[name, entries.map((entry: unknown) => filled(part[0], entry))]];
  });
  return { ...given, ...Object.fromEntries(known) };
}

/** Fields that no sample shows are left out when they are not used. */
function isLeftOut(field: z.ZodType): boolean {
  return field._zod.optin === 'optional';
}

function isList(part: Shape | readonly [Shape]): part is readonly [Shape] {
  return Array.isArray(part);
}
