import fc from 'fast-check';
import { always } from './property';
import { isSafeNumber } from 'lossless-json';
import { parseJson } from '../../carriers/http';

const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,24})(\.\d{1,24})?([eE][+-]?\d{1,3})?$/);

it.each(['%', '[%]', '{"a":%}', '{"a": -1, "b" :\n%}', '[1,2 ,\t%]'])('no digit of a number is lost in %s', (frame) => {
  always(
    fc.property(digits, (number) => {
      const value = parseJson(frame.replace('%', number));
      const found = JSON.stringify(value).includes(JSON.stringify(number)) ? number : Number(number);
      expect(typeof found === 'string').toBe(!isSafeNumber(number));
    }),
  );
});

it('everything without numbers is read as JSON.parse reads it', () => {
  always(
    fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(
        value,
        (_, each: unknown) => (typeof each === 'number' ? String(each) : each),
        indent,
      );
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});
