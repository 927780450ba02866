import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { type HttpRequest, Transport } from '../../../carriers/http';
import { closeServers, failureOf, loopback, transport, withoutProxies } from './loopback';

let restoreProxies: () => void;
beforeAll(() => (restoreProxies = withoutProxies()));
afterAll(() => restoreProxies());
afterEach(closeServers);

/** To one origin. */
const MOST_CONNECTIONS = 50;

const posted = (url: string): HttpRequest => ({ method: 'POST', url, body: '<order/>' });

it('a request given as a function is made anew for each try', async () => {
  const place = await loopback((response, _received, n) => response.writeHead(n < 3 ? 503 : 200).end());
  let made = 0;
  const request = (): HttpRequest => ({ method: 'POST', url: place.url, body: `signed ${(made += 1)}` });
  await transport().transport.send(request, { intent: 'read' });
  expect(place.received.map(({ body }) => body.toString())).toEqual(['signed 1', 'signed 2', 'signed 3']);
});

describe('Retry-After', () => {
  const now = Date.parse('2026-03-01T00:00:00Z');
  const limited = (retryAfter: string, status = 429) =>
    loopback((response, _received, n) =>
      response.writeHead(n === 1 ? status : 200, { 'retry-after': retryAfter }).end(),
    );

  it.each([
    ['0', 0],
    ['2', 2000],
    ['120', 120_000],
    ['Sun, 01 Mar 2026 00:01:30 GMT', 90_000],
    ['Sun, 01 Mar 2026 00:00:00 GMT', 0],
    ['Sat, 28 Feb 2026 00:00:00 GMT', 0],
    ['soon', 500],
    ['-5', 500],
    ['1.5', 500],
  ])('%j is waited for', async (value, ms) => {
    const place = await limited(value);
    const { transport: carrier, waits } = transport({ now: () => now });
    const told: unknown[] = [];
    const waiting = (_whose: object, state?: unknown): void => void told.push(state ?? 'over');
    expect((await carrier.send(posted(place.url), { intent: 'write', waiting })).status).toBe(200);
    expect(waits).toEqual([ms]);
    // A short pause is not worth a word.
    expect(told).toEqual(ms < 5000 ? [] : [{ pauseMs: ms }, 'over']);
  });

  it.each([
    ['121', 429, 'rate-limited', 121_000],
    ['Sun, 01 Mar 2026 01:00:00 GMT', 429, 'rate-limited', 3_600_000],
    ['3600', 503, 'unavailable', 3_600_000],
  ] as const)('%j with HTTP %d is not waited for', async (value, status, kind, retryAfterMs) => {
    const place = await limited(value, status);
    const { transport: carrier, waits } = transport({ now: () => now });
    const error = await failureOf(carrier.send(posted(place.url), { intent: 'read' }));
    expect(error).toMatchObject({ kind, httpStatus: status, retryAfterMs });
    expect(waits).toEqual([]);
  });
});

describe('cancellation', () => {
  it('before anything was sent sends nothing', async () => {
    const place = await loopback((response) => response.end());
    const send = transport().transport.send(posted(place.url), { intent: 'write', signal: AbortSignal.abort() });
    expect(await failureOf(send)).toMatchObject({ kind: 'unavailable', message: 'Cancelled before it was sent.' });
    expect(place.received).toEqual([]);
  });

  it.each(['signal', 'stop'])('ends a wait at once (%s)', async (name) => {
    const cancel = new AbortController();
    const place = await loopback((response) => {
      response.writeHead(429, { 'retry-after': '100' }).end();
      response.once('close', () => setImmediate(() => cancel.abort()));
    });
    const carrier = new Transport({ carrier: 'Testpost', secrets: [] });
    const error = await failureOf(carrier.send(posted(place.url), { intent: 'write', [name]: cancel.signal }));
    expect(error).toMatchObject({ kind: 'unavailable', message: 'Cancelled before it was sent.', heldBack: true });
    expect(place.received).toHaveLength(1);
  });

  it.each(['signal', 'stop'] as const)('sends no write that still waits for a connection (%s)', async (name) => {
    const end = new AbortController();
    const held: (() => void)[] = [];
    const place = await loopback((response) => {
      held.push(() => response.end('made'));
      if (held.length < MOST_CONNECTIONS) return;
      end.abort();
      for (const answer of held) answer();
    });
    const { transport: carrier } = transport();
    const send = () => carrier.send(posted(place.url), { intent: 'write', [name]: end.signal });
    const sent = await Promise.allSettled(Array.from({ length: MOST_CONNECTIONS + 10 }, send));
    const unsent = sent.flatMap((each): unknown => (each.status === 'rejected' ? [each.reason] : []));
    expect(place.received).toHaveLength(MOST_CONNECTIONS);
    expect(unsent).toHaveLength(10);
    for (const error of unsent) expect(error).toMatchObject({ kind: 'unavailable', heldBack: true });
  });

  it('a stop ends no read, and no write under way', async () => {
    const stop = new AbortController();
    const place = await loopback((response) => {
      stop.abort();
      response.end('here');
    });
    for (const intent of ['write', 'read'] as const) {
      const request = posted(place.url);
      const started = intent === 'read' ? stop : new AbortController();
      const reply = await transport().transport.send(request, { intent, stop: started.signal });
      expect(reply.text()).toBe('here');
    }
  });

  it('cuts a read off, before and during the answer', async () => {
    for (const part of ['', 'part']) {
      const cancel = new AbortController();
      const place = await loopback((response) => {
        if (part) response.write(part);
        cancel.abort();
      });
      const error = await failureOf(
        transport().transport.send(posted(place.url), { intent: 'read', signal: cancel.signal }),
      );
      expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('cancelled') });
      expect(place.received).toHaveLength(1);
    }
  });

  it('lets a write under way end', async () => {
    const cancel = new AbortController();
    const place = await loopback((response) => {
      cancel.abort();
      response.end('created');
    });
    const reply = await transport().transport.send(posted(place.url), { intent: 'write', signal: cancel.signal });
    expect(reply.text()).toBe('created');
  });

  it('leaves no listeners on the signals', async () => {
    const [{ signal }, { signal: stop }] = [new AbortController(), new AbortController()];
    for (const intent of ['read', 'write'] as const) {
      const place = await loopback((response, _received, n) => response.writeHead(n === 1 ? 429 : 200).end());
      await transport().transport.send(posted(place.url), { intent, signal, stop });
    }
    expect([signal, stop].flatMap((each) => getEventListeners(each, 'abort'))).toEqual([]);
  });
});

it('an error holds nothing of the request', async () => {
  const place = await loopback((response) => response.socket?.destroy());
  const request: HttpRequest = {
    method: 'POST',
    url: `${place.url.replace('//', '//user:wordpass@')}/path?sign=querysecret`,
    headers: { 'X-Key': 'headersecret' },
    body: 'bodysecret',
  };
  for (const intent of ['read', 'write'] as const) {
    const error = await failureOf(transport().transport.send(request, { intent }));
    const everything = inspect(error, { depth: 20, showHidden: true });
    expect(everything).not.toMatch(/querysecret|headersecret|bodysecret|wordpass|axios/i);
    expect(error.cause).toBeUndefined();
  }
});
