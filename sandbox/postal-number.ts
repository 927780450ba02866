/**
 * A postal tracking number of UPU standard S10: service letters, eight digits, check digit, country, e.g. `LZ251182095CN`.
 * `serial` is cut to eight digits.
 */
export function postalNumber(letters: string, serial: number, country: string): string {
  const digits = String(serial % 100_000_000).padStart(8, '0');
  return `${letters}${digits}${checkDigit(digits)}${country}`;
}

const weights = [8, 6, 4, 2, 3, 5, 9, 7];

function checkDigit(digits: string): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? 0 : rest === 11 ? 5 : rest;
}
