import { parseJson } from '../../../carriers/http';

it.each([
  ['1', 1],
  ['-12.5', -12.5],
  ['0.90', 0.9],
  ['1.0', 1],
  ['1e2', 100],
  ['9007199254740991', 9007199254740991],
  ['9007199254740993', '9007199254740993'],
  ['20260301123456789012', '20260301123456789012'],
  ['-9007199254740993', '-9007199254740993'],
  ['0.12345678901234567890123', '0.12345678901234567890123'],
  ['1e400', '1e400'],
  ['1e-400', '1e-400'],
])('%s is read as %p', (text, value) => {
  expect(parseJson(text)).toBe(value);
});

it('reads numbers at any depth, and everything else as JSON.parse does', () => {
  const text =
    '{"ids":[{"id":123456789012345678,"kg":0.90}],"s":"\\u4e2d\\n","t":true,"f":false,"n":null,"e":{},"l":[]}';
  expect(parseJson(text)).toEqual({
    ids: [{ id: '123456789012345678', kg: 0.9 }],
    s: '中\n',
    t: true,
    f: false,
    n: null,
    e: {},
    l: [],
  });
});

it('takes the last of keys that occur twice', () => {
  expect(parseJson('{"a":1,"a":2}')).toEqual({ a: 2 });
});

it('makes __proto__ a property like any other', () => {
  const value = parseJson('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
  expect(JSON.stringify(value)).toBe('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect({}).not.toHaveProperty('polluted');
});

it.each(['', ' ', '{', '{"a":}', '[1,]', '01', 'NaN', '<html>', '{"a":1} x', '\uFEFF{}'])(
  '%j is a SyntaxError',
  (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  },
);

it('is a SyntaxError when nested too deeply', () => {
  expect(() => parseJson('['.repeat(200_000))).toThrow(SyntaxError);
});

it('does not tell the text in its error', () => {
  expect(() => parseJson('{"token":"secret-token" "b"}')).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret') }),
  );
});
