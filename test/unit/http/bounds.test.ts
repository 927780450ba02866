import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { inSlices, readingAnswer, readJson } from '../../../carriers/http';
import { closeServers, failureOf, loopback, transport, withoutProxies } from './loopback';

let restoreProxies: () => void;
beforeAll(() => (restoreProxies = withoutProxies()));
afterAll(() => restoreProxies());
afterEach(async () => {
  jest.restoreAllMocks();
  await closeServers();
});

const MiB = 1024 * 1024;
const JSON_TYPE = { 'content-type': 'application/json' };

async function answerOf(body: Buffer | string, headers: Record<string, string> = {}) {
  const place = await loopback((response) => response.writeHead(200, { ...JSON_TYPE, ...headers }).end(body));
  return transport().transport.send({ method: 'GET', url: place.url }, { intent: 'read', maxReplyBytes: 8 * MiB });
}

describe('a reply that breaks off inside its compression is no reply', () => {
  const body = JSON.stringify({ data: 'x'.repeat(1000), numbers: Array.from({ length: 500 }, (_, n) => n * n) });

  it.each([
    ['gzip', gzipSync(body)],
    ['deflate', deflateSync(body)],
    ['deflate', deflateRawSync(body)],
    ['br', brotliCompressSync(body)],
  ])('%s', async (encoding, packed) => {
    const headers = { 'content-encoding': encoding };
    expect((await answerOf(packed, headers)).text()).toBe(body);
    for (const missing of [1, 9, Math.floor(packed.length / 2)]) {
      const short = packed.subarray(0, packed.length - missing);
      const error = await failureOf(answerOf(short, headers));
      expect(error).toMatchObject({ kind: 'invalid-reply', message: expect.stringContaining('decompressed') });
    }
    expect((await answerOf('', headers)).text()).toBe('');
  });
});

it.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', (content: Buffer) => brotliCompressSync(content)],
])('a bomb of %s ends at the limit', async (encoding, pack) => {
  const error = await failureOf(answerOf(pack(Buffer.alloc(64 * MiB)), { 'content-encoding': encoding }));
  expect(error).toMatchObject({ kind: 'invalid-reply', message: expect.stringContaining('larger than 8 MiB') });
});

it.each([
  ['100,000 levels of lists', '['.repeat(100_000) + ']'.repeat(100_000), 'nested more than 500 levels deep'],
  [
    '100,000 levels of objects',
    `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    'nested more than 500 levels deep',
  ],
  ['400,000 objects', `[${'{},'.repeat(400_000)}{}]`, 'larger than 250,000 objects and lists'],
  ['3 million values', `[${'1,'.repeat(3_000_000)}1]`, 'larger than 2,000,000 values'],
  [
    '200,000 names',
    `{${Array.from({ length: 200_000 }, (_, n) => `"a${n}":1`).join(',')}}`,
    'larger than 20,000 different names',
  ],
])('%s end in a clear error', async (_, body, words) => {
  expect(await failureOf(answerOf(body))).toMatchObject({
    kind: 'invalid-reply',
    message: expect.stringContaining(words),
  });
});

it('a reply to a write that is beyond a limit leaves its outcome open', async () => {
  const place = await loopback((response) => response.end('['.repeat(1000)));
  const sent = transport().transport.send({ method: 'POST', url: place.url }, { intent: 'write' });
  expect(await failureOf(sent)).toMatchObject({ kind: 'outcome-unknown' });
  expect(place.received).toHaveLength(1);
});

it('a long number is no number, and one with 900 digits keeps them', () => {
  const digits = '7'.repeat(900);
  expect(readJson(`{"a":${digits}}`).value).toEqual({ a: digits });
  expect(readJson(`{"a":${'7'.repeat(5 * MiB)}}`).value).toBeUndefined();
});

it('names of prototypes are names, wherever they stand', () => {
  const text = '[{"__proto__":{"a":1},"constructor":2,"toString":3},{"__proto__":null}]';
  const { value } = readJson(text);
  expect(JSON.stringify(value)).toBe(text);
  expect({}).not.toHaveProperty('a');
});

it('others have a turn while a long reply is read', async () => {
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => (now += 20));
  let turns = 0;
  let reading = true;
  const other = (): void => {
    turns += 1;
    if (reading) setImmediate(other);
  };
  setImmediate(other);
  const record = JSON.stringify({ orderNo: 'A1', trackno: '123456789012345678', fee: 12.5 });
  const { value } = await inSlices(readingAnswer(`[${`${record},`.repeat(50_000)}${record}]`));
  reading = false;
  expect(value).toHaveLength(50_001);
  expect(turns).toBeGreaterThan(100);
});
