import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Transport } from '../../carriers/http';
import { atOnce } from '../../carriers/http/slices';
import { EccangClient, ECCANG } from '../../carriers/eccang';

/**
 * The functions with which carriers read text get texts that make a careless search slow, in each of the forms in which a
 * reply could bring them. `npm run test:fuzz` tries every text.
 */
const CARRIERS = path.join(__dirname, '../../carriers');

/** Characters: a search that looks at each of them again for each of them takes many seconds of work. */
const LENGTH = 100_000;

/** Microseconds of work, a hundred times what the slowest reader takes. */
const MOST_WORK = 3_000_000;

const repeated = (piece: string): string => piece.repeat(LENGTH / piece.length);

const FAST: readonly string[] = [
  `A${repeated(' ')}!`,
  repeated('<a href=x '),
  `<?xml version="1.0"?>${repeated('</Envelope <b ')}`,
  `["${repeated('a\\"')}`,
];

const ALL: readonly string[] = [
  ...FAST,
  repeated('/'),
  repeated('\\'),
  repeated('<'),
  repeated('&amp;'),
  repeated('Notice: '),
  `Notice: a ${repeated(' in /x')}`,
  `Notice: a\n${repeated('[\n')}`,
  repeated('1'),
  repeated('a1 '),
  repeated('中文,'),
  repeated('{"a":'),
  repeated('data:,'),
  repeated('http://a,'),
  repeated('"\n'),
  repeated('%41'),
  repeated('%'),
  repeated('a@'),
  repeated('['),
  repeated('"'),
  repeated('请求过于频繁 '),
  repeated('too many requests '),
  repeated('system is busy, please '),
  repeated('<br />\n<b>Notice</b>: '),
  repeated('标签生成中'),
  `^XA${repeated('^')}`,
  `%PDF-1${repeated('\r\n')}`,
  repeated('=\n'),
];

const TEXTS = process.env['FUZZ_RUNS'] === undefined ? FAST : ALL;

/** The readers of text. */
const FILES = /^http\/(json|php|charset)|^shared\/(links|words|wrapped|file-type|verdict)|^hge\/reply/;

const FUNCTIONS = readdirSync(CARRIERS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/index.ts$|private-addresses/.test(file))
  .filter((file) => FILES.test(file))
  .map((file): [string, unknown[]] => [file, functionsOf(path.join(CARRIERS, file))])
  .filter(([, functions]) => functions.length > 0);

function functionsOf(file: string): unknown[] {
  const exported: unknown = jest.requireActual(file);
  return Object.values(Object(exported)).filter((each) => typeof each === 'function' && !/^class\b/.test(String(each)));
}

const transport = new Transport({ carrier: 'Carrier', secrets: ['secret-of-the-account'] });
const client = new EccangClient(ECCANG, { baseUrl: 'http://tms.example.com', appToken: 'token', appKey: 'key' });
const context = {
  carrier: 'Carrier',
  intent: 'read',
  sent: {},
  anyForm: true,
  transport,
  redact: (text: string) => text,
};

beforeAll(() => {
  jest.spyOn(Transport.prototype, 'send').mockRejectedValue(new Error('Nothing is sent here'));
});
afterAll(() => jest.restoreAllMocks());

function shapesOf(text: string): unknown[][] {
  const json = { message: text, Error: [{ errMessage: text }], data: [{ label: text, status: text }], status: text };
  const reply = {
    status: 200,
    headers: { 'content-type': text },
    body: Buffer.from(text),
    text: () => text,
    content: () => text,
    json: () => json,
    tell: () => undefined,
  };
  return [
    [text, context, context],
    [Buffer.from(text), context],
    [reply, context],
    [json, context],
    [client, text],
  ];
}

it.each(FUNCTIONS)('%s reads any text in time that grows with it', async (_, functions) => {
  const slow: string[] = [];
  for (const text of TEXTS) {
    for (const shape of shapesOf(text)) {
      for (const each of functions) {
        const before = process.cpuUsage();
        await called(each, shape);
        const { user } = process.cpuUsage(before);
        if (user > MOST_WORK) slow.push(`${nameOf(each)}(${text.slice(0, 20)}…): ${user} µs`);
      }
    }
  }
  expect(slow).toEqual([]);
});

/** What it gives or throws does not matter: most of these calls make no sense. */
async function called(each: unknown, shape: unknown[]): Promise<void> {
  if (typeof each !== 'function') return;
  try {
    const result: unknown = await Reflect.apply(each, undefined, shape);
    if (isGenerator(result)) atOnce(result);
  } catch {
    return;
  }
}

function isGenerator(value: unknown): value is Generator<undefined, unknown, undefined> {
  return Object.prototype.toString.call(value) === '[object Generator]';
}

function nameOf(each: unknown): string {
  return typeof each === 'function' ? each.name : '';
}
