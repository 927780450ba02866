import * as z from 'zod/v4';
import { DECIMALS, isExact, ROUNDED, withoutNoise } from './exact-numbers';
import type { JsonObject } from './json-value';

/**
 * Kinds of request fields. Text may come as a number and numbers as text, as vendors' own examples do (`eccang.md` 1.4
 * no. 9); optional fields may be "" or null. Enumerations are not enforced: carriers add values of their own, and one
 * documented example uses a unit code outside the list.
 */
export const requiredText = (maxLength = Infinity) =>
  z
    .union([z.string(), z.number()])
    .refine((value) => String(value).trim() !== '', 'is required')
    .refine(isExact, ROUNDED)
    .refine(fits(maxLength), tooLong(maxLength));

export const optionalText = (maxLength = Infinity) =>
  z
    .union([z.string(), z.number(), z.null()])
    .refine(isExact, ROUNDED)
    .refine(fits(maxLength), tooLong(maxLength))
    .optional();

/**
 * kg with 3 decimals, cm, money: anything greater than zero, as number or as digits. JavaScript also reads the texts 0x10,
 * 1e-7 and Infinity as numbers; a carrier need not.
 */
export const requiredAmount = ({ decimals = Infinity, zero = false } = {}) =>
  z
    .union([z.string(), z.number()])
    .refine((value) => String(value).trim() !== '', { error: 'is required', abort: true })
    .refine((value) => Number(written(value)) > 0 || (zero && Number(written(value)) === 0), {
      error: `must be a number ${zero ? 'of 0 or more' : 'greater than 0'}`,
      abort: true,
    })
    .refine(isInDigits, { error: NOT_IN_DIGITS, abort: true })
    .refine((value) => decimalsOf(value) <= decimals, `has more than ${decimals} decimals`);

export const optionalAmount = () =>
  z
    .union([z.string(), z.number(), z.null()])
    .refine((value) => value === null || Number(value) >= 0, { error: 'must be a number', abort: true })
    .refine((value) => value === null || written(value) === '' || isInDigits(value), NOT_IN_DIGITS)
    .optional();

export const requiredCount = () =>
  z
    .union([z.string(), z.number()])
    .refine((value) => String(value).trim() !== '', { error: 'is required', abort: true })
    .refine(
      (value) => isInDigits(value) && Number.isInteger(Number(value)) && Number(value) > 0,
      'must be a whole number greater than 0',
    );

export const countryCode = () =>
  z
    .string()
    .refine((value) => value !== '', { error: 'is required', abort: true })
    .refine(
      (value) => /^[A-Za-z]{2}$/.test(value),
      'must be a country code of two letters, e.g. US (ISO 3166-1 alpha-2)',
    );

function fits(maxLength: number): (value: string | number | null) => boolean {
  return (value) => value === null || Array.from(String(value)).length <= maxLength;
}

function tooLong(maxLength: number): string {
  return `is longer than ${maxLength} characters`;
}

/** The same object with its own numbers, not those of objects in it, without noise. */
export function withCleanNumbers(group: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(group).map(([name, value]) => [name, typeof value === 'number' ? withoutNoise(value) : value]),
  );
}

/** Text as it goes out; of a number what is left without noise, never with an exponent as in 1e-7. */
function written(value: string | number): string {
  return typeof value === 'number' ? value.toFixed(DECIMALS) : value.trim();
}

function isInDigits(value: string | number): boolean {
  return /^(\d+(\.\d*)?|\.\d+)$/.test(written(value));
}

const NOT_IN_DIGITS = 'must be written in digits, e.g. 0.175';

function decimalsOf(value: string | number): number {
  return /\.(\d*[1-9])0*$/.exec(written(value))?.[1]?.length ?? 0;
}
