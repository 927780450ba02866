import { countryCodeNamed } from '#carriers/shared/countries';
import { lookUp } from '#carriers/shared/lookup';
import { positiveOf, textOf, type JsonObject } from '#carriers/shared/json-value';
import { present, type Dimensions } from '#carriers/shared/parcel';
import { verdictOf } from '#carriers/shared/verdict';

const KILOGRAMS: Readonly<Record<string, number>> = { G: 0.001, KG: 1, LB: 0.45359237 };
const CENTIMETRES: Readonly<Record<string, number>> = { CM: 1, M: 100, IN: 2.54 };

/**
 * Kilograms of a weight in one of the units of both parts; undefined when the unit is another one or nothing was
 * weighed.
 */
export function kilogramsOf(weight: unknown, unit: unknown): number | undefined {
  return converted(weight, unit, KILOGRAMS);
}

/** Centimetres of length, width and height; what was not measured is absent. */
export function centimetresOf(length: unknown, width: unknown, height: unknown, unit: unknown): Dimensions {
  return present<Dimensions>({
    length: converted(length, unit, CENTIMETRES),
    width: converted(width, unit, CENTIMETRES),
    height: converted(height, unit, CENTIMETRES),
  });
}

/** Whether weights in this unit become kilograms, and lengths in this one centimetres. */
export function isWeightUnit(unit: unknown): boolean {
  return factorOf(unit, KILOGRAMS) !== undefined;
}

export function isLengthUnit(unit: unknown): boolean {
  return factorOf(unit, CENTIMETRES) !== undefined;
}

/** A flag in whatever spelling; undefined when it says neither yes nor no. */
export function flagOf(value: unknown): boolean | undefined {
  const verdict = verdictOf(value);
  return verdict === 'unclear' ? undefined : verdict === 'yes';
}

/** An ISO code, also from the name that queries answer with (B.4.7). */
export function countryCodeOf(country: unknown): string | undefined {
  const text = textOf(country)?.trim();
  if (text === undefined || /^[A-Za-z]{2}$/.test(text)) return text?.toUpperCase();
  return countryCodeNamed(text);
}

/** The fields of a party under their names in this part: `field('City')` reads `shipperCity` and the like. */
export function fieldsOf(holder: JsonObject, prefix: string): (name: string) => string | undefined {
  return (name) => textOf(holder[prefix === '' ? name : prefix + name.charAt(0).toUpperCase() + name.slice(1)]);
}

function converted(value: unknown, unit: unknown, factors: Readonly<Record<string, number>>): number | undefined {
  const factor = factorOf(unit, factors);
  const number = positiveOf(value);
  if (factor === undefined || number === undefined) return undefined;
  return Number((number * factor).toPrecision(12));
}

function factorOf(unit: unknown, factors: Readonly<Record<string, number>>): number | undefined {
  return lookUp(factors, textOf(unit)?.trim().toUpperCase());
}
