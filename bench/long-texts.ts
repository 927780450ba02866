/**
 * `npm run bench:texts`: the functions with which carriers read text get texts that make a careless search slow, in each of
 * the forms in which a reply could bring them. Ends with status 1 when one takes a hundred times what the slowest should.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Transport } from '../carriers/http';
import { atOnce } from '../carriers/http/slices';
import { EccangClient, ECCANG } from '../carriers/eccang';

const CARRIERS = path.join(__dirname, '../carriers');

/** Characters: a search that looks at each of them again for each of them takes many seconds of work. */
const LENGTH = 100_000;

/** Microseconds of work, a hundred times what the slowest reader takes. */
const MOST_WORK = 3_000_000;

const repeated = (piece: string): string => piece.repeat(LENGTH / piece.length);

const TEXTS: readonly string[] = [
  `A${repeated(' ')}!`,
  repeated('<a href=x '),
  `<?xml version="1.0"?>${repeated('</Envelope <b ')}`,
  `["${repeated('a\\"')}`,
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

/** The readers of text. */
const FILES = /^http\/(json|php|charset)|^shared\/(links|words|wrapped|file-type|verdict)|^hge\/reply/;

/** The exported functions of a file, with their names. */
async function functionsOf(file: string): Promise<unknown[]> {
  const exported: unknown = await import(path.join(CARRIERS, file));
  const members: unknown[] = typeof exported === 'object' && exported !== null ? Object.values(exported) : [];
  return members.filter((each) => typeof each === 'function' && !/^class\b/.test(String(each)));
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

async function main(): Promise<void> {
  Transport.prototype.send = () => Promise.reject(new Error('Nothing is sent here'));
  const files = readdirSync(CARRIERS, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && FILES.test(file),
  );
  for (const file of files.sort()) {
    const most = await slowestOf(await functionsOf(file));
    process.stdout.write(
      `${most > MOST_WORK ? 'BAD ' : '    '}${String(Math.round(most / 1000)).padStart(6)} ms  ${file}\n`,
    );
    if (most > MOST_WORK) process.exitCode = 1;
  }
}

/** Microseconds of work that the slowest call takes. */
async function slowestOf(functions: readonly unknown[]): Promise<number> {
  let most = 0;
  for (const text of TEXTS) {
    for (const shape of shapesOf(text)) {
      for (const each of functions) {
        const before = process.cpuUsage();
        await called(each, shape);
        most = Math.max(most, process.cpuUsage(before).user);
      }
    }
  }
  return most;
}

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

void main();
