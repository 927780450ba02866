import fc from 'fast-check';
import { decimalOf, dividedBy, inDigits, isEqual, isMore, plus, roundedTo, times } from '#carriers/shared/decimals';
import { kilogramsOf } from '#carriers/shared/exact-units';

const amount = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.nat(20))
  .map(([digits, scale]) => inDigits({ digits, scale }));
const count = fc.integer({ min: 1, max: 100_000 });

it.each([
  ['1500', 'g', '1.5'],
  [500, 'GRAMS', '0.5'],
  ['0.5', 'kg', '0.5'],
  ['8', 'oz', '0.226796185'],
  ['1', 'OUNCES', '0.028349523125'],
  [1, 'lbs', '0.45359237'],
  ['2.20', 'pounds', '0.997903214'],
  [1e-7, 'kilograms', '0.0000001'],
  [1e21, 'g', '1000000000000000000'],
  [0, 'g', '0'],
])('%s %s are %s kg', (weight, unit, kilograms) => {
  expect(kilogramsOf(weight, unit)).toBe(kilograms);
});

it.each([
  ['heavy', 'g'],
  ['-1', 'g'],
  [-1, 'g'],
  ['1e3', 'g'],
  ['', 'g'],
  ['.', 'g'],
  [null, 'g'],
  [{}, 'g'],
  ['1', 'stone'],
  ['1', 'constructor'],
])('%s %s are no weight', (weight, unit) => {
  expect(kilogramsOf(weight, unit)).toBeUndefined();
});

it('loses no digit of a weight, whatever the unit', () => {
  const units = [
    ['g', '1000', '1'],
    ['kg', '1', '1'],
    ['oz', '1000000000000', '28349523125'],
    ['lb', '100000000', '45359237'],
  ] as const;
  fc.assert(
    fc.property(amount, fc.constantFrom(...units), (text, [unit, over, factor]) => {
      const [weight, kilograms] = [decimalOf(text), decimalOf(kilogramsOf(text, unit))];
      const [top, bottom] = [decimalOf(factor), decimalOf(over)];
      expect(weight && kilograms && top && bottom && isEqual(times(kilograms, bottom), times(weight, top))).toBe(true);
    }),
  );
});

it('keeps money as it is written, also as the part of one piece', () => {
  fc.assert(
    fc.property(amount, count, (text, quantity) => {
      const [piece, many] = [decimalOf(text), decimalOf(quantity)];
      const total = piece && many && times(piece, many);
      const again = total && dividedBy(total, quantity);
      expect(piece && inDigits(piece)).toBe(text);
      expect(again && inDigits(again)).toBe(text);
    }),
  );
  expect(dividedBy({ digits: 1000n, scale: 2 }, 3)).toBeUndefined();
  expect(dividedBy({ digits: 1n, scale: 0 }, 0)).toBeUndefined();
});

it('rounds half up, never by more than half of the last decimal', () => {
  fc.assert(
    fc.property(amount, fc.nat(4), (text, decimals) => {
      const exact = decimalOf(text);
      const short = exact && roundedTo(exact, decimals);
      const half = { digits: 5n, scale: decimals + 1 };
      expect(short?.scale).toBeLessThanOrEqual(decimals);
      expect(exact && short && (isMore(short, plus(exact, half)) || !isMore(plus(short, half), exact))).toBe(false);
    }),
  );
  expect([roundedTo({ digits: 2265n, scale: 4 }, 3), roundedTo({ digits: 22649n, scale: 5 }, 3)].map(inDigits)).toEqual(
    ['0.227', '0.226'],
  );
});
