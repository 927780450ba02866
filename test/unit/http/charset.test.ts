import { encode } from 'iconv-lite';
import { decodedText } from '../../../carriers/http/charset';

const JSON_TEXT = '{"a":"收件人不能为空"}';

it.each([
  ['GBK', 'gbk'],
  ['gb2312', 'gbk'],
  ['"GB18030"', 'gb18030'],
  ["'x-gbk'", 'gbk'],
  ['cp936', 'gbk'],
  ['utf8', 'utf8'],
  ['UTF-8', 'utf8'],
  ['utf8mb4', 'utf8'],
  ['utf-16', 'utf16le'],
  ['utf-16', 'utf16be'],
  // A name that nobody knows, or one for all files of a server: UTF-8 is not taken for it by chance.
  ['none', 'utf8'],
  ['ISO-8859-1', 'utf8'],
  ['GBK', 'utf8'],
])('charset=%s of bytes in %s', (name, encoding) => {
  expect(decodedText(encode(JSON_TEXT, encoding), `text/html; Charset = ${name}`)).toBe(JSON_TEXT);
});

it.each([
  ['Big5', 'big5', '收件人地址錯誤'],
  ['big5-hkscs', 'big5hkscs', '𧉧'],
  ['EUC-KR', 'cp949', '뷁 주소'],
  ['ks_c_5601-1987', 'cp949', '똠'],
  ['Shift_JIS', 'shiftjis', '髙島①'],
  ['sjis', 'shiftjis', 'ﾃｽﾄ'],
  ['SJIS-win', 'shiftjis', '①'],
  ['x-windows-31j', 'shiftjis', '髙'],
  ['x-windows-950', 'cp950', '錯誤'],
  ['x-euc-kr', 'cp949', '똠'],
  ['eucJP-win', 'eucjp', '東京'],
  ['euc-jp', 'eucjp', '東京'],
  ['ISO-8859-1', 'latin1', 'adresse erronée, créée: Größe'],
  ['windows-1251', 'win1251', 'Москва'],
  ['GBK', 'gbk', '联通'],
])('charset=%s', (name, encoding, text) => {
  expect(decodedText(encode(text, encoding), `application/json;charset=${name}`)).toBe(text);
});

const declared = '<?xml version="1.0" encoding="GBK"?><a>中文</a>';
const page = (meta: string): string => `<html><head>${meta}</head>中文`;
it.each([
  [declared, undefined],
  // The header says what does not fit, or what is said of all files.
  [declared, 'text/xml; charset=utf-8'],
  [declared, 'text/xml; charset=iso-8859-1'],
  [page('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'), 'text/html'],
  [page('<meta charset=gbk />'), undefined],
  [page('<meta charset="gbk">'), 'text/html; charset=ISO-8859-1'],
])('%s with the header %s', (text, header) => {
  expect(decodedText(encode(text, 'gbk'), header)).toBe(text);
});

it('byte order marks count, and one before text in another charset is dropped', () => {
  expect(decodedText(encode(JSON_TEXT, 'utf16be', { addBOM: true }))).toBe(JSON_TEXT);
  expect(decodedText(encode(JSON_TEXT, 'utf16le', { addBOM: true }), 'text/plain; charset=utf-8')).toBe(JSON_TEXT);
  const marked = Buffer.concat([Buffer.from('\ufeff\ufeff'), encode(JSON_TEXT, 'gbk')]);
  expect(decodedText(marked, 'text/html; charset=gbk')).toBe(JSON_TEXT);
});

it('a file that names a charset of single bytes itself is read in it', () => {
  const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>Größe</a>';
  expect(decodedText(encode(text, 'latin1'), 'text/xml; charset=ISO-8859-1')).toBe(text);
});

it('seven bits of Japanese', () => {
  const bytes = Buffer.from('\x1b$BF|K\\\x1b(B', 'latin1');
  expect(decodedText(bytes, 'text/plain; charset=ISO-2022-JP')).toBe('日本');
});

it.each([
  [encode('中文', 'gbk'), undefined, 'UTF-8'],
  [encode('中文', 'gbk'), 'text/html; charset=UTF-8', 'UTF-8'],
  [encode('中文', 'gbk').subarray(0, 3), 'text/html; charset=gb2312', 'gb2312'],
  [Buffer.from([0xff]), 'text/html; charset=Big5', 'Big5'],
  [encode('中文', 'gbk'), 'text/html; charset=x-own', 'x-own'],
  // Every byte is a letter in these, so what a server says of all its files would make wrong words.
  [encode('佐川急便', 'gbk'), 'application/json; charset=ISO-8859-1', 'ISO-8859-1'],
  [encode('佐川急便', 'gbk'), 'text/html; charset=windows-1252', 'windows-1252'],
  [encode('余额不足', 'gbk'), 'text/html; charset=us-ascii', 'us-ascii'],
  [Buffer.from('~{VPND~}'), 'text/html; charset=HZ-GB-2312', 'HZ-GB-2312'],
])('%j with the header %s is no text in %s', (bytes, header, name) => {
  expect(() => decodedText(bytes, header)).toThrow(new SyntaxError(`cannot be decoded as ${name}`));
});
