import { parseJson, readJson } from '../../../carriers/http';

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

describe('JSON as servers send it', () => {
  const value = { ask: 'Success', m: 'on line 5 {x}' };
  const text = JSON.stringify(value);

  it.each([
    ['PHP Notice:  Undefined variable: a in /x.php on line 4\n', '', ['Notice: Undefined variable: a']],
    ['', '\nDeprecated: foo() is deprecated in C:\\Web Site\\a.php on line 3\n', ['Deprecated: foo() is deprecated']],
    [
      "<br />\n<b>Warning</b>:  fopen() [<a href='f'>f</a>]: no file in <b>/a</b> on line <b>3</b><br />\n",
      'Notice: b in /b on line 1\n',
      ['Warning: fopen() [f]: no file', 'Notice: b'],
    ],
    [
      '[26-Nov-2026 00:22:23 UTC] PHP Warning:  sent (output started at /srv/a.php:3) in /x on line 4\nPHP Stack trace:\nPHP   1. {main}() /x:0\n',
      '',
      ['Warning: sent (output started at …)'],
    ],
    [
      "<br />\n<font size='1'><table class='xdebug-error'><tr><th><span>( ! )</span> Notice: a in /x.php on line <i>3</i></th></tr></table></font>\n",
      '',
      ['Notice: a'],
    ],
    ['Warning: a in /x on line 3', '', ['Warning: a']],
    ['<b>Notice</b>: Undefined index: foo<br />', '', ['Notice: Undefined index: foo']],
  ])('%j before it and %j after it', (before, after, notices) => {
    expect(readJson(before + text + after)).toEqual({ value, notices });
  });

  it.each([
    ['marks', `\ufeff\ufeff ${text} \ufeff`],
    ['zero bytes', `\u0000${text}\u0000\u0000`],
    ['JSON in a text', JSON.stringify(` ${text}`)],
    ['JSON in a text twice', JSON.stringify(JSON.stringify(text))],
    ['control characters', text.replace('Succ', 'S\u0001u\u001fc\u000bc')],
  ])('%s', (_, disturbed) => {
    expect(readJson(disturbed)).toEqual({ value, notices: [] });
  });

  it('blanks and lines in a text stay', () => {
    expect(readJson('{"a":"x\ty\r\nz\\"\n"}')).toEqual({ value: { a: 'x\ty\r\nz"\n' }, notices: [] });
  });

  it.each([
    `<html>${text}</html>`,
    `<div>Warning: x on line 3</div>${text}`,
    `hello ${text}`,
    `${text} bye`,
    text + text,
    `Notice: x in /a on line 3\n${text.slice(0, -1)}`,
    'Warning: x in /a on line 3\n',
    '{"a":"b',
    '',
    `{"a":1"${'x'.repeat(30_000)}"}`,
    `{"a":-{"b":"${'x'.repeat(30_000)}"}}`,
  ])('%j holds no whole answer', (disturbed) => {
    expect(readJson(disturbed)).toEqual({ value: undefined, notices: [] });
  });
});
