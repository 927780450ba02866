import { withoutNoise } from './exact-numbers';

/** A number in digits, of which none is lost: `digits` x 10^-`scale`. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

/** Of digits such as `0.175`, or of a number; undefined for anything else, and for what is below 0. */
export function decimalOf(value: unknown): Decimal | undefined {
  if (typeof value === 'string') return written(value.trim());
  if (typeof value !== 'number') return undefined;
  const [mantissa = '', power = '0'] = String(withoutNoise(value)).split('e');
  const decimal = written(mantissa);
  if (decimal === undefined) return undefined;
  const scale = decimal.scale - Number(power);
  return scale >= 0 ? { ...decimal, scale } : { digits: decimal.digits * 10n ** BigInt(-scale), scale: 0 };
}

function written(text: string): Decimal | undefined {
  const [, whole = '', part = ''] = /^(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  return whole + part === '' ? undefined : { digits: BigInt(whole + part), scale: part.length };
}

/** `0.175`: with as many decimals as it has. */
export function inDigits({ digits, scale }: Decimal): string {
  const text = String(digits).padStart(scale + 1, '0');
  return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

/** Without zeros at the end. */
export function shortened(decimal: Decimal): Decimal {
  let { digits, scale } = decimal;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}

export function times(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, scale: left.scale + right.scale };
}

export function plus(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { digits: digitsAt(left, scale) + digitsAt(right, scale), scale };
}

export function isMore(left: Decimal, right: Decimal): boolean {
  const scale = Math.max(left.scale, right.scale);
  return digitsAt(left, scale) > digitsAt(right, scale);
}

export function isEqual(left: Decimal, right: Decimal): boolean {
  return !isMore(left, right) && !isMore(right, left);
}

/** With at most so many decimals, half up. */
export function roundedTo(decimal: Decimal, decimals: number): Decimal {
  const { digits, scale } = shortened(decimal);
  if (scale <= decimals) return { digits, scale };
  const unit = 10n ** BigInt(scale - decimals);
  return { digits: (digits + unit / 2n) / unit, scale: decimals };
}

/** Exactly, with the decimals that it had or more; undefined where no decimal number is the result. */
export function dividedBy({ digits, scale }: Decimal, count: number): Decimal | undefined {
  if (!Number.isSafeInteger(count) || count <= 0) return undefined;
  for (let more = 0; more <= MOST_DECIMALS; more += 1) {
    const shifted = digits * 10n ** BigInt(more);
    if (shifted % BigInt(count) === 0n) return { digits: shifted / BigInt(count), scale: scale + more };
  }
  return undefined;
}

/** Nobody counts further. */
const MOST_DECIMALS = 12;

/** The digits with so many decimals: at least as many as it has. */
export function digitsAt({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}
