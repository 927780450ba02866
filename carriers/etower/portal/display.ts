import type { JsonObject } from '#carriers/shared/json-value';
import { lookUp } from '#carriers/shared/lookup';

/** Data rule 4 (A.5.1): decimals with which the portal shows a whole number. */
const DECIMALS: Readonly<Record<string, number>> = {
  actualWeight: 3,
  actualWidth: 1,
  actualLength: 1,
  actualHeight: 1,
  invoiceValue: 1,
  weight: 1,
  length: 1,
  width: 1,
  height: 1,
};

/** Data rule 4 (A.5.1) exactly: whole numbers become texts with a fixed number of decimals, all else stays as it is. */
export function asDisplayed(order: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(order).map(([field, value]) => {
      const decimals = lookUp(DECIMALS, field);
      const isWhole = typeof value === 'number' && Number.isInteger(value);
      return [field, isWhole && decimals !== undefined ? value.toFixed(decimals) : value];
    }),
  );
}

/** The fields that the rule is for, and the units of weights and sizes. */
export function displayedOf(order: JsonObject): JsonObject {
  const fields = [...Object.keys(DECIMALS), 'weightUnit', 'dimensionUnit'];
  return asDisplayed(Object.fromEntries(fields.map((field) => [field, order[field]])));
}
