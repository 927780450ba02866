import { SentRequests, WouldSend, type HttpRequest, type SendOptions } from '../../../carriers/http';
import { closeServers, loopback, transport, withoutProxies } from './loopback';

let restoreProxies: () => void;
beforeAll(() => (restoreProxies = withoutProxies()));
afterAll(() => restoreProxies());
afterEach(closeServers);

const SECRET = `S3cr3t&<"'\\key`;

/** What a dry run shows of a request, and what was thrown. */
async function shown(
  request: HttpRequest | (() => HttpRequest),
  options: Partial<SendOptions> = {},
): Promise<{ held: WouldSend | undefined; thrown: unknown }> {
  const sent = new SentRequests(true);
  const { transport: carrier } = transport({}, [SECRET]);
  const thrown: unknown = await sent
    .during(() => carrier.send(request, { intent: 'write', ...options }))
    .then(() => 'a reply')
    .catch((error: unknown) => error);
  return { held: sent.wouldSend, thrown };
}

test.each(['read', 'write'] as const)('a %s does not leave in a dry run, and no connection is made', async (intent) => {
  const place = await loopback((response) => response.end());
  const { held, thrown } = await shown({ method: 'POST', url: place.url, body: '<order/>' }, { intent });
  expect(thrown).toBeInstanceOf(WouldSend);
  expect(held).toBe(thrown);
  expect([place.received.length, place.connections]).toEqual([0, 0]);
  expect(held?.intent).toBe(intent);
  expect(held?.request).toEqual({
    method: 'POST',
    url: place.url,
    headers: {
      Accept: 'application/json, text/plain, */*',
      'User-Agent': 'n8n-nodes-crossborder',
      'Accept-Encoding': 'gzip, deflate, br',
      'Content-Length': '8',
    },
    body: '<order/>',
  });
});

test('the headers are those that go out without it, but for those of the connection', async () => {
  const place = await loopback((response) => response.end());
  const request: HttpRequest = { method: 'PUT', url: place.url, headers: { 'Content-Type': 'text/x' }, body: 'é' };
  const { held } = await shown(request);
  await transport().transport.send(request, { intent: 'write' });
  const { host, connection, ...sent } = place.received[0]?.headers ?? {};
  expect([host, connection]).toEqual([expect.any(String), expect.any(String)]);
  const headers = Object.entries(held?.request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  expect(Object.fromEntries(headers)).toEqual(sent);
});

test('only the first request of a task is kept, whatever its code does with what is thrown', async () => {
  const sent = new SentRequests(true);
  const { transport: carrier } = transport();
  await sent.during(async () => {
    for (const url of ['http://a.invalid/', 'http://b.invalid/']) {
      await carrier.send({ method: 'GET', url }, { intent: 'read' }).catch(() => undefined);
    }
  });
  expect(sent.wouldSend?.request.url).toBe('http://a.invalid/');
});

test('bytes that are no text are shown in Base64', async () => {
  const body = Buffer.from([0x50, 0x4b, 0xff, 0x00]);
  const { held } = await shown({ method: 'POST', url: 'http://a.invalid/', body });
  expect(held?.request).toMatchObject({ body: body.toString('base64'), bodyEncoding: 'base64' });
});

test.each([
  ['as it is', SECRET],
  ['in Base64', Buffer.from(`user:${SECRET}`).toString('base64')],
  ['in a URL', encodeURIComponent(SECRET)],
  ['in JSON', JSON.stringify(SECRET)],
  ['among bytes', Buffer.concat([Buffer.from([0xff]), Buffer.from(SECRET)])],
])('a secret %s is hidden', async (_, body) => {
  const { held } = await shown({
    method: 'POST',
    url: `http://a.invalid/?key=${encodeURIComponent(SECRET)}`,
    headers: { Authorization: `Basic ${Buffer.from(`user:${SECRET}`).toString('base64')}`, 'X-Key': SECRET },
    body,
  });
  const text = JSON.stringify(held?.request);
  expect(text).toContain('[hidden]');
  const opened = text.replace(
    /[\w+/-]{8,}={0,2}/g,
    (word) => `${word} ${Buffer.from(word, 'base64').toString('latin1')}`,
  );
  expect(opened).not.toMatch(/s3cr3t/i);
});

test('a signature is hidden, in what is shown and in errors', async () => {
  const sign = 'C0FFEE00C0FFEE00';
  const request: HttpRequest = {
    method: 'POST',
    url: 'http://a.invalid/',
    body: `{"sign":"${sign}"}`,
    signature: sign,
  };
  const { held } = await shown(request);
  expect(held?.request.body).toBe('{"sign":"[hidden]"}');
  const place = await loopback((response) => response.end());
  const sent = new SentRequests();
  await sent.during(() => transport().transport.send({ ...request, url: place.url }, { intent: 'write' }));
  expect(place.received[0]?.body.toString()).toBe(request.body);
  expect(sent.hider()(`Refused: ${sign}`)).toBe('Refused: [hidden]');
});

test.each([
  ['no address', { method: 'GET', url: 'ftp://a.invalid/' }, {}, 'credentials'],
  ['a private address', { method: 'GET', url: 'http://127.0.0.1/' }, { publicOnly: true }, 'invalid-reply'],
] as const)('%s is refused as without a dry run', async (_, request, options, kind) => {
  const { held, thrown } = await shown(request, options);
  expect(thrown).toMatchObject({ kind });
  expect(held).toBeUndefined();
});

test('what is cancelled is not shown', async () => {
  const { held, thrown } = await shown({ method: 'GET', url: 'http://a.invalid/' }, { signal: AbortSignal.abort() });
  expect(thrown).toMatchObject({ kind: 'unavailable', heldBack: true });
  expect(held).toBeUndefined();
});

test('a mistake in building the request is passed on', async () => {
  const mistake = new TypeError('No key');
  const { thrown } = await shown(() => {
    throw mistake;
  });
  expect(thrown).toBe(mistake);
});
