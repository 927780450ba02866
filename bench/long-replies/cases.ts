import { encode } from 'iconv-lite';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { escaped, type Operation } from './operations';
import type { Answer } from './server';

export interface Case {
  name: string;
  /** Calls that run side by side. */
  atOnce: number;
  /** Undefined where the operation has no such reply. */
  answer: (operation: Operation) => Answer | undefined;
}

const LENGTH = 5 * 1024 * 1024;

function repeated(piece: string, length = LENGTH): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

function listed(record: (n: number) => string, [open, close] = ['[', ']'], length = LENGTH): string {
  const records: string[] = [];
  for (let characters = 0, n = 0; characters < length; n += 1) {
    const next = record(n);
    characters += next.length + 1;
    records.push(next);
  }
  return open + records.join(',') + close;
}

const record = (n: number): string =>
  `{"orderId":"A${n}","referenceNo":"R${n}","reference_no":"R${n}","trackingNo":"T${n}","status":"Success","fee":12.5,"name":"somebody there","note":null}`;

const PDF = `%PDF-1.4\n${repeated('stream of a label \\x01\n', LENGTH * 0.74)}\n%%EOF\n`;
const PDF_NOISE = Buffer.concat([Buffer.from('%PDF-1.4\n'), noise(LENGTH * 0.74), Buffer.from('\n%%EOF\n')]);

function noise(length: number): Buffer {
  let state = 1;
  return Buffer.from(Uint8Array.from({ length }, () => (state = (state * 16807) % 2147483647) & 255));
}

const text = (content: string): string => JSON.stringify(content);
const base64 = (content: Buffer | string): string => Buffer.from(content).toString('base64');

/** In the place of what was asked for. */
const VALUES: Record<string, () => string> = {
  records: () => listed(record),
  'records of one name each': () => listed((n) => `{"n${n}":0}`),
  'records of 20 names each': () =>
    listed((n) => `{${Array.from({ length: 20 }, (_, k) => `"n${n}_${k}":1`).join(',')}}`),
  '370,000 objects': () => listed(() => '{"orderId":1}'),
  'empty objects': () => listed(() => '{}'),
  'empty lists': () => listed(() => '[]'),
  'lists in lists': () => listed(() => '[{"a":1}]'),
  numbers: () => listed(() => '1'),
  texts: () => listed(() => '"a"'),
  'one long text': () => text(repeated('a long text 中文 ')),
  'one text of escapes': () => text(repeated('"\\\n', LENGTH / 2)),
  'JSON in a text': () => text(listed(record)),
  'broken JSON in a text': () => text(listed(record).slice(0, -1)),
  'JSON in a text in a text': () => text(text(listed(record, ['[', ']'], LENGTH * 0.7))),
  'records in texts': () => listed((n) => text(record(n))),
  'numbers of 1,000 digits': () => listed(() => '7'.repeat(1000)),
  'long numbers in records': () => listed((n) => `{"orderId":${'7'.repeat(20)}${n},"weight":0.1234567890123456789}`),
  'keyed list': () => listed((n) => `"${n}":${record(n)}`, ['{', '}']),
  'keyed list by names': () => listed((n) => `"key ${n}":${record(n)}`, ['{', '}'], LENGTH),
  'keyed list of small records': () => listed((n) => `"${n}":{"a":1}`, ['{', '}']),
  '90,000 names': () => listed((n) => `"name ${n}":"${repeated('a', 40)}"`, ['{', '}']),
  '100 levels': () => listed(() => `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`),
  '100 levels of lists': () => listed(() => `${'['.repeat(100)}1${']'.repeat(100)}`),
  'control characters': () => listed((n) => `{"name":"a\u0001b\tc\n","orderId":"A${n}"}`),
};

/** In the one entry of A1. */
const HELD: Record<string, () => string> = {
  'many in one entry': () =>
    listed(
      (n) =>
        `{"eventTime":"2024-01-02 03:04:${String(n % 60).padStart(2, '0')}","Occur_date":"2024-01-02 03:04:05","time":"2024-01-02 03:04:05","referenceNo":"P${n}","status":"Success"}`,
    ),
  'many small in one entry': () => listed(() => '{"a":1}'),
  'JSON in one entry': () => text(listed(record)),
  'a label': () => text(base64(PDF)),
  'a label of noise': () => text(base64(PDF_NOISE)),
  'a label in a data URI': () => text(`data:application/pdf;base64,${base64(PDF)}`),
  'a label in lines': () => text(base64(PDF).replace(/.{76}/g, '$&\r\n')),
  'a label in gzip': () => text(base64(gzipSync(PDF_NOISE))),
  'a label in gzip that unpacks to 60 MB': () => text(base64(gzipSync(`%PDF-1.4\n${'x'.repeat(60e6)}\n%%EOF\n`))),
  'a label in gzip beyond the limit': () => text(base64(gzipSync(Buffer.alloc(200e6)))),
  'a label in gzip cut short': () => text(base64(gzipSync(PDF_NOISE).subarray(0, -50))),
  'a label in Base64 twice': () => text(base64(base64(PDF.slice(0, LENGTH / 2)))),
  'a label in percent code': () => text(`data:application/pdf,${repeated('%41', LENGTH)}`),
  'JSON in Base64': () => text(base64(listed(record).slice(0, LENGTH * 0.74))),
  'a page in place of a label': () => text(`<html>${repeated('<p>page &amp; ')}`),
  'blanks in place of a label': () => text(`A${repeated(' ')}!`),
  'no label': () => text(repeated('no label ')),
  'several labels': () =>
    `[${Array.from({ length: 10 }, () => text(base64(PDF_NOISE.subarray(0, LENGTH / 14)))).join(',')}]`,
  links: () => listed((n) => text(`http://127.0.0.1/label/${n}.pdf`)),
  'links in a text': () => text(repeated('http://127.0.0.1/label/1.pdf,')),
};

const CHARSETS: Record<string, (content: string) => Answer> = {
  GBK: (content) => ({ headers: { 'content-type': 'text/plain; charset=GBK' }, body: encode(content, 'gbk') }),
  'EUC-KR': (content) => ({
    headers: { 'content-type': 'text/plain; charset=EUC-KR' },
    body: encode(content, 'euc-kr'),
  }),
  'ISO-8859-1': (content) => ({
    headers: { 'content-type': 'text/plain; charset=ISO-8859-1' },
    body: encode(content, 'latin1'),
  }),
  'UTF-16': (content) => ({ body: encode(content, 'utf-16') }),
  'a byte order mark': (content) => ({ body: Buffer.from(`\ufeff${content}`) }),
  'HTTP 500': (content) => ({
    status: 500,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(content),
  }),
  'HTTP 400': (content) => ({
    status: 400,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(content),
  }),
  'a notice before it': (content) => ({
    body: Buffer.from(
      `<br />\n<b>Notice</b>: Undefined index: sku in <b>/www/a.php</b> on line <b>31</b><br />\n${content}`,
    ),
  }),
  'a notice behind it': (content) => ({
    body: Buffer.from(
      `${content}\n<br />\n<b>Notice</b>: Undefined index: sku in <b>/www/a.php</b> on line <b>31</b><br />\n`,
    ),
  }),
};

/** The whole reply. */
const BODIES: Record<string, (operation: Operation) => string> = {
  blanks: () => repeated(' '),
  backslashes: () => repeated('\\'),
  quotes: () => repeated('"'),
  braces: () => repeated('{'),
  'less-than signs': () => repeated('<'),
  ampersands: () => repeated('&'),
  digits: () => repeated('1'),
  addresses: () => repeated('a@'),
  'percent signs': () => repeated('%'),
  words: () => repeated('请求过于频繁 too many requests '),
  notices: () => repeated('<br />\n<b>Notice</b>: Undefined index: sku in <b>/www/a.php</b> on line <b>31</b><br />\n'),
  'notices without an end': () => repeated('Notice: '),
  'a web page': () => `<html>${repeated('<p>page &amp; ')}`,
  'a text': () => repeated('the service is down '),
};

function failing({ wrap, isXml }: Operation): string {
  const words = `"${repeated('wrong ')}"`;
  return isXml
    ? wrap('null').replace(
        'Success&quot;,&quot;message&quot;:&quot;Success',
        `Failure&quot;,&quot;message&quot;:&quot;${repeated('wrong ')}`,
      )
    : `{"status":{"code":"ERROR","msg":${words}},"success":false,"code":400,"detail":${words},"errors":[{"code":1,"message":${words}}],"message":${words}}`;
}

function failingOften({ wrap, isXml }: Operation): string {
  const errors = listed((n) => `{"code":${n},"errCode":${n},"message":"wrong ${n}","errMessage":"wrong ${n}"}`);
  return isXml
    ? wrap('null').replace('Success&quot;,', `Failure&quot;,&quot;Error&quot;:${escaped(errors)},`)
    : `{"status":"Failure","success":false,"code":400,"detail":${errors},"errors":${errors},"data":null}`;
}

const plain = (body: string): Answer => ({ body: Buffer.from(body) });

export const CASES: readonly Case[] = [
  ...Object.entries(VALUES).map(([name, value]): Case => ({
    name,
    atOnce: 1,
    answer: ({ wrap }) => plain(wrap(value())),
  })),
  ...Object.entries(HELD).map(([name, value]): Case => ({
    name,
    atOnce: 1,
    answer: ({ wrap, holds }) =>
      holds === undefined
        ? undefined
        : plain(
            wrap(
              `[{"orderId":"A1","Code":"A1","code":"A1","shipper_hawbcode":"A1","status":"Success","${holds}":${value()}}]`,
            ),
          ),
  })),
  {
    name: 'CDATA',
    atOnce: 1,
    answer: ({ wrap, isXml }) =>
      isXml
        ? plain(
            wrap('null').replace(
              /<response>.*<\/response>/,
              () => `<response><![CDATA[{"ask":"Success","data":${listed(record)}}]]></response>`,
            ),
          )
        : undefined,
  },
  {
    name: 'CDATA in JSON in a text',
    atOnce: 1,
    answer: ({ wrap, isXml }) =>
      isXml
        ? plain(
            wrap('null').replace(
              /<response>.*<\/response>/,
              () => `<response><![CDATA[{"ask":"Success","data":${text(listed(record))}}]]></response>`,
            ),
          )
        : undefined,
  },
  ...Object.entries(CHARSETS).map(([name, answer]): Case => ({
    name,
    atOnce: 1,
    answer: ({ wrap }) => answer(wrap(listed((n) => record(n).replace('somebody', '한국 "ok"'.replaceAll('"', ''))))),
  })),
  ...Object.entries(BODIES).map(([name, body]): Case => ({
    name,
    atOnce: 1,
    answer: (operation) => plain(body(operation)),
  })),
  { name: 'a refusal of 5 MB', atOnce: 1, answer: (operation) => plain(failing(operation)) },
  {
    name: 'a refusal of 5 MB in HTTP 500',
    atOnce: 1,
    answer: (operation) => ({ ...plain(failing(operation)), status: 500 }),
  },
  { name: 'many refusals', atOnce: 1, answer: (operation) => plain(failingOften(operation)) },
  {
    name: 'many refusals in HTTP 400',
    atOnce: 1,
    answer: (operation) => ({ ...plain(failingOften(operation)), status: 400 }),
  },
];

const MiB = 1024 * 1024;
const AT_ONCE = 4;

const BOMB_BODIES: Record<string, (operation: Operation) => Answer> = {
  'bomb of gzip': () => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(500 * MiB)) }),
  'bomb of deflate': () => ({ headers: { 'content-encoding': 'deflate' }, body: deflateSync(Buffer.alloc(500 * MiB)) }),
  'bomb of brotli': () => ({
    headers: { 'content-encoding': 'br' },
    body: brotliCompressSync(Buffer.alloc(500 * MiB)),
  }),
  'bomb of gzip within the limit': ({ wrap }) => ({
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(wrap(text(' '.repeat(31 * MiB)))),
  }),
  'bomb of entities': ({ wrap }) =>
    plain(
      `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n} "&a;&a;">`).join('')}]>${wrap('null')}`,
    ),
  'bomb of 100,000 levels': ({ wrap }) => plain(wrap(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)),
  'bomb of 10 million keys': ({ wrap }) => plain(wrap(listed((n) => `"${n.toString(36)}":0`, ['{', '}'], 31 * MiB))),
  'bomb of 10 million numbered keys': ({ wrap }) => plain(wrap(listed((n) => `"${n}":0`, ['{', '}'], 31 * MiB))),
  'bomb of 10 million objects': ({ wrap }) => plain(wrap(listed(() => '{}', ['[', ']'], 30 * MiB))),
  'bomb of names': ({ wrap }) => plain(wrap(listed((n) => `{"n${n}":0}`, ['[', ']'], 30 * MiB))),
  'bomb of texts': ({ wrap }) => plain(wrap(listed((n) => `"${n}"`, ['[', ']'], 30 * MiB))),
  'bomb of JSON in texts': ({ wrap }) =>
    plain(wrap(listed(() => text(listed(() => '{}', ['[', ']'], 20_000)), ['[', ']'], 20 * MiB))),
};

export const BOMBS: readonly Case[] = Object.entries(BOMB_BODIES).map(([name, answer]) => ({
  name,
  atOnce: AT_ONCE,
  answer,
}));
