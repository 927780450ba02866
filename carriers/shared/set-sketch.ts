/**
 * A set of numbers in 44 bytes. Of other numbers it tells which belong to the set: all of them, exactly, as long as none of the
 * set is missing among them, or else as long as both differ by a few numbers.
 *
 * It holds the sums of the odd powers of the numbers, in the field of 2^32 elements (PinSketch, as in Bitcoin's minisketch). Sums
 * are without carry: equal numbers cancel each other out, and a sum does not depend on the order.
 */
export type Sketch = Readonly<Uint32Array>;

/** How many sums a sketch has, of 32 bits each. */
export const SUMS = 11;

/** What is told of numbers. */
export interface Membership {
  /** For each number whether it belongs to the set. */
  belongs: boolean[];
  /** Nothing of the set is missing among the numbers. */
  isWhole: boolean;
}

/** @param numbers whole, above 0 and below 2^32, each once */
export function sketchOf(numbers: readonly number[]): Sketch {
  return sum(NOTHING, numbers.map(powersOf));
}

/**
 * @param numbers each once. The later of them are the likelier to belong to the set; that matters only where something of it is
 * missing, or where there are hundreds.
 * @returns undefined where the set and the numbers differ by too many
 */
export function membershipOf(sketch: Sketch, numbers: readonly number[]): Membership | undefined {
  const powers = numbers.map(powersOf);
  return laterPart(sketch, powers) ?? partOf(sketch, powers) ?? nearTo(sketch, numbers, powers);
}

const NOTHING: Sketch = new Uint32Array(SUMS);

function sum(begun: Sketch, others: readonly Sketch[]): Sketch {
  const sums = Uint32Array.from(begun);
  for (const other of others) {
    for (let at = 0; at < SUMS; at += 1) sums[at] = (sums[at] ?? 0) ^ (other[at] ?? 0);
  }
  return sums;
}

/** The powers 1, 3, 5 and so on. */
function powersOf(number: number): Sketch {
  const square = times(number, number);
  const powers = new Uint32Array(SUMS);
  powers[0] = number;
  for (let at = 1; at < SUMS; at += 1) powers[at] = times(powers[at - 1] ?? 0, square);
  return powers;
}

/** The usual case, which is quickly seen: all numbers from some place on. */
function laterPart(sketch: Sketch, powers: readonly Sketch[]): Membership | undefined {
  let difference = sum(sketch, powers);
  const begin = [...powers, NOTHING].findIndex((each) => {
    if (difference.every((left) => left === 0)) return true;
    difference = sum(difference, [each]);
    return false;
  });
  return begin < 0 ? undefined : { belongs: powers.map((_, at) => at >= begin), isWhole: true };
}

/** As many as leave 64 of the 352 bits to prove that the answer is right. */
const MOST_SOLVED = 288;

/** Which of the numbers add up to the sketch: a system of linear equations in bits. */
function partOf(sketch: Sketch, powers: readonly Sketch[]): Membership | undefined {
  if (powers.length > MOST_SOLVED) return undefined;
  const room = BigInt(powers.length);
  // Bits of a sum, then a bit for each number in it. The greatest first, no two with the same leading bit.
  const rows: bigint[] = [];
  const rest = (row: bigint): bigint => rows.reduce((left, each) => ((left ^ each) < left ? left ^ each : left), row);
  for (const [at, each] of powers.entries()) {
    const row = rest((bitsOf(each) << room) | (1n << BigInt(at)));
    if (row >> room === 0n) return undefined;
    const place = rows.findIndex((other) => other < row);
    rows.splice(place < 0 ? rows.length : place, 0, row);
  }
  const chosen = rest(bitsOf(sketch) << room);
  if (chosen >> room !== 0n) return undefined;
  return { belongs: powers.map((_, at) => ((chosen >> BigInt(at)) & 1n) === 1n), isWhole: true };
}

function bitsOf(sketch: Sketch): bigint {
  return [...sketch].reduce((bits, each) => (bits << 32n) | BigInt(each), 0n);
}

/** Two of the sums are left to prove that the answer is right. */
const MOST_DIFFERENT = SUMS - 2;

/** How often it is tried, for lists of any length. */
const MOST_TRIES = 64;

/** Takes the numbers from some place on for the set, and looks for the few by which that is wrong. */
function nearTo(sketch: Sketch, numbers: readonly number[], powers: readonly Sketch[]): Membership | undefined {
  const step = Math.max(4, Math.ceil(numbers.length / MOST_TRIES));
  let difference = sum(sketch, powers);
  for (let begin = 0; ; begin += step) {
    const locator = locatorOf(difference);
    if (locator) {
      const isRoot = numbers.map((number) => isRootOf(locator, number));
      return {
        belongs: isRoot.map((differs, at) => at >= begin !== differs),
        isWhole: isRoot.filter(Boolean).length === locator.length - 1,
      };
    }
    if (begin >= numbers.length) return undefined;
    difference = sum(difference, powers.slice(begin, begin + step));
  }
}

/**
 * The polynomial whose roots are the numbers of a sketch, by Berlekamp and Massey; the coefficient of the highest power first.
 * Undefined where there are too many numbers.
 */
function locatorOf(sketch: Sketch): number[] | undefined {
  const sums = everySumOf(sketch);
  let [locator, before] = [[1], [1]];
  let [degree, gap, scale] = [0, 1, 1];
  for (const [at, each] of sums.entries()) {
    const discrepancy = locator.reduce(
      (found, factor, place) => (place === 0 ? found : found ^ times(factor, sums[at - place] ?? 0)),
      each,
    );
    if (discrepancy !== 0) {
      const factor = times(discrepancy >>> 0, inverseOf(scale));
      const changed = shiftedSum(locator, before, factor, gap);
      if (2 * degree <= at) {
        [degree, before, scale, gap] = [at + 1 - degree, locator, discrepancy >>> 0, 0];
      }
      locator = changed;
    }
    if (degree > MOST_DIFFERENT) return undefined;
    gap += 1;
  }
  return Array.from({ length: degree + 1 }, (_, at) => locator[at] ?? 0);
}

/** The even powers too: the square of a sum is the sum of the squares. */
function everySumOf(sketch: Sketch): number[] {
  const sums: number[] = [];
  for (let power = 1; power <= 2 * SUMS; power += 1) {
    const half = sums[power / 2 - 1] ?? 0;
    sums.push(power % 2 === 1 ? (sketch[(power - 1) / 2] ?? 0) : times(half, half));
  }
  return sums;
}

/** `left` and `factor` times `right`, moved by some places. */
function shiftedSum(left: readonly number[], right: readonly number[], factor: number, places: number): number[] {
  const length = Math.max(left.length, right.length + places);
  return Array.from(
    { length },
    (_, at) => ((left[at] ?? 0) ^ times(factor, at < places ? 0 : (right[at - places] ?? 0))) >>> 0,
  );
}

function isRootOf(polynomial: readonly number[], number: number): boolean {
  return polynomial.reduce((value, factor) => (times(value, number) ^ factor) >>> 0, 0) === 0;
}

function inverseOf(number: number): number {
  // To the power of 2^32 - 2, in which all bits but the lowest are set.
  let [power, square] = [1, number];
  for (let bit = 1; bit < 32; bit += 1) {
    square = times(square, square);
    power = times(power, square);
  }
  return power;
}

/** Modulo x^32 + x^7 + x^3 + x^2 + 1. Without branches: a processor guesses every second one of such bits wrong. */
function times(left: number, right: number): number {
  let product = 0;
  let shifted = left | 0;
  for (let rest = right; rest !== 0; rest >>>= 1) {
    product ^= shifted & -(rest & 1);
    shifted = (shifted << 1) ^ ((shifted >> 31) & 0x8d);
  }
  return product >>> 0;
}
