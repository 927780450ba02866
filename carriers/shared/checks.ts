import * as z from 'zod/v4';
import { DECIMALS, isExact, ROUNDED } from './exact-numbers';
import { isObject, givenList, textOf } from './json-value';
import { isBlank } from './blank';
import type { Group, List, Part, Row, RowKind, Rows } from './rows';

/** How a row of one kind is checked. */
export type Check = (row: Row) => z.ZodType;

export type Checks = { readonly [kind in RowKind]?: Check };

/** What may be sent as the documented object. Fields that no row names pass: deployments have their own. */
export function schemaOf(rows: Rows, own: Checks = {}): z.ZodObject {
  const checks = { ...CHECKS, ...own };
  return z.looseObject(
    Object.fromEntries(Object.entries(rows).map(([name, part]): [string, z.ZodType] => [name, checkOf(part, checks)])),
  );
}

function checkOf(part: Part, checks: Record<RowKind, Check>): z.ZodType {
  if (part.kind === 'group') return groupCheck(part, schemaOf(part.rows, checks));
  if (part.kind === 'list') return listCheck(part, schemaOf(part.rows, checks));
  return part.check ?? checks[part.kind](part);
}

function groupCheck({ required }: Group, entries: z.ZodType): z.ZodType {
  return required ? entries : entries.nullable().optional();
}

/** What is said of a list without an entry. */
export function needsOne({ entry }: Pick<List, 'entry'>): string {
  return `needs at least one ${entry.toLowerCase()}`;
}

function listCheck({ entry, required, orOne }: List, entries: z.ZodType): z.ZodType {
  const all = z.array(entries);
  const check = required ? all.min(1, needsOne({ entry })) : all.nullable().optional();
  if (!orOne) return check;
  // Declared "Object/Array" (`eccang.md` 1.4 no. 10); a list that may be left out may also be empty text.
  return z.preprocess(
    (value) => (isObject(value) ? givenList(value) : !required && value === '' ? undefined : value),
    check,
  );
}

/**
 * Text may come as a number and a number as text, as vendors' own examples do (`eccang.md` 1.4 no. 9); what is not
 * required may be "" or null. Choices are not enforced: carriers add values of their own, and one documented example uses
 * a unit code outside the list.
 */
const text: Check = ({ required, most = Infinity, rules = [] }) => {
  const given = required
    ? z
        .union([z.string(), z.number()])
        .refine((value) => String(value).trim() !== '', { error: 'is required', abort: true })
    : z.union([z.string(), z.number(), z.null()]);
  const checked = rules.reduce<z.ZodType>(
    (check, { holds, problem }) => check.refine((value) => holds(textOf(value) ?? '') || isBlank(value), problem),
    given
      .refine(isExact, ROUNDED)
      .refine(
        (value) => value === null || Array.from(String(value)).length <= most,
        `is longer than ${most} characters`,
      ),
  );
  return required ? checked : checked.optional();
};

/**
 * Kilograms, centimetres, money: as number or as digits. JavaScript also reads the texts 0x10, 1e-7 and Infinity as
 * numbers; a carrier need not.
 */
const amount: Check = ({ required, zero = false, least = 0, decimals = Infinity }) => {
  if (!required) {
    return z
      .union([z.string(), z.number(), z.null()])
      .refine((value) => value === null || Number(value) >= 0, { error: 'must be a number', abort: true })
      .refine((value) => value === null || isBlank(value) || isInDigits(value), { error: NOT_IN_DIGITS, abort: true })
      .refine((value) => isBlank(value) || Number(value) >= least, `must be at least ${least}`)
      .optional();
  }
  return z
    .union([z.string(), z.number()])
    .refine((value) => String(value).trim() !== '', { error: 'is required', abort: true })
    .refine((value) => Number(written(value)) > 0 || (zero && Number(written(value)) === 0), {
      error: `must be a number ${zero ? 'of 0 or more' : 'greater than 0'}`,
      abort: true,
    })
    .refine(isInDigits, { error: NOT_IN_DIGITS, abort: true })
    .refine((value) => decimalsOf(value) <= decimals, `has more than ${decimals} decimals`)
    .refine((value) => Number(value) >= least, `must be at least ${least}`);
};

const count: Check = ({ required, usual, ...row }) => {
  if (!required && !usual) return amount(row);
  const given = required
    ? z
        .union([z.string(), z.number()])
        .refine((value) => String(value).trim() !== '', { error: 'is required', abort: true })
    : z.union([z.string(), z.number(), z.null()]);
  const whole = given.refine(
    (value) =>
      (!required && isBlank(value)) ||
      (value !== null && isInDigits(value) && Number.isInteger(Number(value)) && Number(value) > 0),
    'must be a whole number greater than 0',
  );
  return required ? whole : whole.optional();
};

const country: Check = (row) => {
  if (!row.required && !row.asked) return text(row);
  const given = row.required
    ? z.string().refine((value) => value !== '', { error: 'is required', abort: true })
    : z.string();
  const check = given.refine((value) => value === '' || isCountryCode(value), NO_COUNTRY_CODE);
  return row.required ? check : check.nullable().optional();
};

function isCountryCode(text: string): boolean {
  return /^[A-Za-z]{2}$/.test(text);
}

const NO_COUNTRY_CODE = 'must be a country code of two letters, e.g. US (ISO 3166-1 alpha-2)';

const anything: Check = () => z.unknown();

const CHECKS: Record<RowKind, Check> = {
  text,
  money: amount,
  amount,
  measure: amount,
  count,
  flag: anything,
  choice: text,
  listed: text,
  country,
  several: text,
  date: text,
  seconds: text,
  json: anything,
};

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
