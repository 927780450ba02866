import * as z from 'zod/v4';

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

/** kg with 3 decimals, cm, money: anything greater than zero, as number or as digits. */
export const requiredAmount = ({ decimals = Infinity, zero = false } = {}) =>
  z
    .union([z.string(), z.number()])
    .refine((value) => String(value).trim() !== '', { error: 'is required', abort: true })
    .refine((value) => Number(value) > 0 || (zero && Number(value) === 0), {
      error: `must be a number ${zero ? 'of 0 or more' : 'greater than 0'}`,
      abort: true,
    })
    .refine((value) => decimalsOf(value) <= decimals, `has more than ${decimals} decimals`);

export const optionalAmount = () =>
  z
    .union([z.string(), z.number(), z.null()])
    .refine((value) => value === null || Number(value) >= 0, 'must be a number')
    .optional();

export const requiredCount = () =>
  z
    .union([z.string(), z.number()])
    .refine((value) => String(value).trim() !== '', { error: 'is required', abort: true })
    .refine((value) => Number.isInteger(Number(value)) && Number(value) > 0, 'must be a whole number greater than 0');

export const countryCode = () =>
  z
    .string()
    .refine((value) => value !== '', { error: 'is required', abort: true })
    .refine(
      (value) => /^[A-Za-z]{2}$/.test(value),
      'must be a country code of two letters, e.g. US (ISO 3166-1 alpha-2)',
    );

/** A whole number of this size was rounded before it came here: as an order number it would be another one. */
function isExact(value: string | number | null): boolean {
  return typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value);
}

const ROUNDED = 'has too many digits for a number: pass it as text';

function fits(maxLength: number): (value: string | number | null) => boolean {
  return (value) => value === null || Array.from(String(value)).length <= maxLength;
}

function tooLong(maxLength: number): string {
  return `is longer than ${maxLength} characters`;
}

function decimalsOf(value: string | number): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}
