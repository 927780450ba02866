import { decimalOf, inDigits, shortened, times, type Decimal } from './decimals';
import { lookUp } from './lookup';

/** Kilograms in one unit, by the names that shops and people write. Ounce and pound: exact by the agreement of 1959. */
const KILOGRAMS: Readonly<Record<string, Decimal>> = {
  ...named('0.001', ['g', 'gram', 'grams']),
  ...named('1', ['kg', 'kgs', 'kilogram', 'kilograms']),
  ...named('0.028349523125', ['oz', 'ounce', 'ounces']),
  ...named('0.45359237', ['lb', 'lbs', 'pound', 'pounds']),
};

/**
 * A weight in kilograms, in digits, of which none is lost: 8 ounces are `0.226796185`.
 * @param weight digits as text, or a number, of 0 or more
 * @param unit grams, kilograms, ounces or pounds, by name or sign, in any case
 * @returns undefined where the weight is no such number, or the unit another one
 */
export function kilogramsOf(weight: unknown, unit: string): string | undefined {
  const factor = factorOf(unit);
  // What shops have nearly always. Of so few digits, a number divided by a thousand shows each.
  if (factor === GRAM && typeof weight === 'number' && Number.isInteger(weight) && weight >= 0 && weight < MOST_DIGITS)
    return String(weight / 1000);
  const amount = decimalOf(weight);
  return factor && amount && inDigits(shortened(times(amount, factor)));
}

export function isWeightUnit(unit: string): boolean {
  return factorOf(unit) !== undefined;
}

const MOST_DIGITS = 1e12;

function factorOf(unit: string): Decimal | undefined {
  return lookUp(KILOGRAMS, unit.trim().toLowerCase());
}

const GRAM = factorOf('g');

function named(kilograms: string, names: readonly string[]): Record<string, Decimal> {
  const factor = decimalOf(kilograms);
  return Object.fromEntries(names.flatMap((name) => (factor ? [[name, factor]] : [])));
}
