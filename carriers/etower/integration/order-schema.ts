import * as z from 'zod/v4';
import { isObject, listOf, numberOf, textOf, type JsonObject } from '../../json-value';
import {
  countryCode,
  optionalAmount,
  optionalText,
  requiredAmount,
  requiredCount,
  requiredText,
} from '../../request-fields';
import { kilogramsOf } from '../measures';

/**
 * An order as `etower.md` B.4.1 documents it. Checked is what the table states: mandatory fields, lengths and rules.
 * Marks that are only inferred from an error code are checked where no parcel can do without (address line 1, city,
 * country); the rest, postcodes of places that have none included, is left to the carrier. Fields that are not listed
 * pass.
 */
export const ORDER_SCHEMA: z.ZodType = z
  .looseObject({
    referenceNo: requiredText(80),
    referenceNo1: optionalText(80),
    trackingNo: optionalText(40),
    serviceCode: requiredText(64),
    // Two revisions, two lengths: 60 and 64.
    serviceOption: optionalText(64),
    incoterm: optionalText(3),
    description: requiredText(60),
    nativeDescription: optionalText(255),
    weight: amountFrom(0.000001),
    weightUnit: optionalText(3),
    length: optionalAmount(),
    width: optionalAmount(),
    height: optionalAmount(),
    volume: z
      .union([z.string(), z.number(), z.null()])
      .refine((value) => value === null || value === '' || Number(value) >= 0.01, 'must be at least 0.01')
      .optional(),
    dimensionUnit: optionalText(3),
    invoiceValue: amountFrom(0.01),
    invoiceCurrency: requiredText(3),
    batteryType: optionalText(64),
    batteryPacking: optionalText(64),
    sku: optionalText(128),
    instruction: optionalText(255),
    facility: optionalText(20),
    platform: optionalText(20),
    recipientName: latinText(requiredText(50)),
    addressLine1: latinText(requiredText()),
    city: requiredText(),
    state: latinText(optionalText()),
    country: countryCode(),
    shipperName: latinText(optionalText()),
    orderItems: z
      .array(
        z.looseObject({
          itemNo: requiredText(),
          sku: requiredText(),
          originCountry: requiredText(),
          itemCount: requiredCount(),
          unitValue: requiredAmount(),
          weight: optionalAmount(),
        }),
      )
      .min(1, 'needs at least one item'),
    extendData: z.looseObject({}).nullable().optional(),
    pieces: z.array(z.looseObject({})).nullable().optional(),
  })
  .check(({ value, issues }) => {
    for (const { path, order } of partsOf(value)) {
      for (const { field, message } of [...valueProblems(order), ...weightProblems(order)]) {
        issues.push({ code: 'custom', message, path: [...path, field], input: order });
      }
    }
  });

/**
 * A change of an order (B.4.11). Mandatory are the order and its weight; the vendor's sample has zeros and empty texts for
 * what stays as it is.
 */
export const UPDATE_SCHEMA: z.ZodType = z.looseObject({
  orderId: requiredText(80),
  weight: requiredAmount({ zero: true }),
  weightUnit: optionalText(2),
});

/** The order itself and every further piece, which is an order of its own (B.4.1). */
function partsOf(order: JsonObject): { path: (string | number)[]; order: JsonObject }[] {
  const pieces = listOf(order['pieces']).map((piece, index) => ({ path: ['pieces', index], order: piece }));
  return [{ path: [], order }, ...pieces];
}

interface Problem {
  field: string;
  message: string;
}

/** `must not differ by more than 0.1 from the sum of itemCount x unitValue`. */
function valueProblems(order: JsonObject): Problem[] {
  const invoiceValue = numberOf(order['invoiceValue']);
  const lines = itemsOf(order).map(
    ({ itemCount, unitValue }) => (numberOf(itemCount) ?? NaN) * (numberOf(unitValue) ?? NaN),
  );
  const sum = total(lines);
  if (invoiceValue === undefined || sum === undefined || Math.abs(invoiceValue - sum) <= 0.1 + ROUNDING) return [];
  return [
    {
      field: 'invoiceValue',
      message: `differs by more than 0.1 from the sum of its items (quantity x unit value), which is ${plain(sum)}`,
    },
  ];
}

/**
 * 190033: the items' weights, in kilograms, must not exceed the parcel's. Whether an item's weight is that of one piece is
 * not said, so that each counts once: what is too much then is too much either way.
 */
function weightProblems(order: JsonObject): Problem[] {
  const parcel = kilogramsOf(order['weight'], textOf(order['weightUnit']) ?? 'KG');
  const sum = total(itemsOf(order).map(({ weight }) => numberOf(weight) ?? 0));
  if (parcel === undefined || sum === undefined || sum <= parcel + ROUNDING) return [];
  return [{ field: 'weight', message: `is less than the weight of its items together, which is ${plain(sum)} kg` }];
}

const ROUNDING = 1e-9;

function itemsOf(order: JsonObject): JsonObject[] {
  return Array.isArray(order['orderItems']) ? order['orderItems'].filter(isObject) : [];
}

/** Undefined when a value is missing or there is nothing to add: another rule says so. */
function total(values: readonly number[]): number | undefined {
  const sum = values.reduce((left, right) => left + right, 0);
  return values.length === 0 || Number.isNaN(sum) ? undefined : sum;
}

function plain(value: number): string {
  return String(Number(value.toFixed(4)));
}

function amountFrom(least: number) {
  return requiredAmount().refine((value) => Number(value) >= least, `must be at least ${least}`);
}

/** `English or French characters, not digits only`. */
function latinText(text: z.ZodType) {
  return text
    .refine((value) => !/^[\d\s]+$/.test(textOf(value) ?? ''), 'must not be digits only')
    .refine((value) => !/(?!\p{Script=Latin})\p{L}/u.test(textOf(value) ?? ''), 'must be in English or French letters');
}
