import { createServer as createPlainServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { errorOfStatus, type HttpRequest } from '../../../carriers/http';
import {
  closedPort,
  closeServers,
  failureOf,
  listen,
  loopback,
  selfSigned,
  stopClock,
  transport,
  withoutProxies,
} from './loopback';

let restoreProxies: () => void;
beforeAll(() => (restoreProxies = withoutProxies()));
afterAll(() => restoreProxies());
afterEach(closeServers);
afterEach(() => jest.useRealTimers());

const posted = (url: string): HttpRequest => ({ method: 'POST', url, body: '<order/>' });

describe('a write', () => {
  it.each([408, 500, 502, 503, 504])('is not sent again after HTTP %d', async (status) => {
    const place = await loopback((response) => response.writeHead(status).end());
    const reply = await transport().transport.send(posted(place.url), { intent: 'write' });
    expect(reply.status).toBe(status);
    expect(errorOfStatus(reply, { carrier: 'Testpost', intent: 'write' })?.kind).toBe('outcome-unknown');
    expect(place.received).toHaveLength(1);
  });

  it.each([
    ['cut', ''],
    ['cut in the middle of the answer', 'part'],
  ])('is not sent again when the connection is %s', async (_name, part) => {
    const place = await loopback((response) => {
      if (part) response.writeHead(200, { 'content-length': 100 }).write(part, () => response.socket?.destroy());
      else response.socket?.destroy();
    });
    const error = await failureOf(transport().transport.send(posted(place.url), { intent: 'write' }));
    expect(error).toMatchObject({
      kind: 'outcome-unknown',
      message: expect.stringMatching(/^The request was sent to Testpost but no complete answer came back: /),
      hint: expect.stringContaining('before you run this again'),
    });
    expect(place.received).toHaveLength(1);
  });

  it('is not sent again when a connection used before is cut', async () => {
    const place = await loopback((response, _received, n) => (n === 1 ? response.end() : response.socket?.destroy()));
    const { transport: carrier } = transport();
    await carrier.send(posted(place.url), { intent: 'write' });
    expect((await failureOf(carrier.send(posted(place.url), { intent: 'write' }))).kind).toBe('outcome-unknown');
    expect([place.received.length, place.connections]).toEqual([2, 1]);
  });

  it('is not sent again when the answer does not come in time', async () => {
    stopClock();
    const place = await loopback(() => jest.advanceTimersByTime(200));
    const error = await failureOf(transport().transport.send(posted(place.url), { intent: 'write', timeoutMs: 200 }));
    expect(error.kind).toBe('outcome-unknown');
    expect(place.received).toHaveLength(1);
  });

  it('may take longer than the longest timer', async () => {
    const timers = jest.spyOn(global, 'setTimeout');
    const place = await loopback((response) => response.end('made'));
    const send = transport().transport.send(posted(place.url), { intent: 'write', timeoutMs: 9_999_999_999 });
    expect((await send).text()).toBe('made');
    const delays = timers.mock.calls.map(([, delay]) => delay ?? 0);
    timers.mockRestore();
    expect(Math.max(...delays)).toBe(2 ** 31 - 1);
  });

  it('has its whole time from when a connection is free', async () => {
    stopClock();
    const place = await loopback((response, _received, n) => {
      if (n === 50) jest.advanceTimersByTime(300);
      if (n > 50) response.end('made');
    });
    const { transport: carrier } = transport({ tries: 1 });
    const send = () => carrier.send(posted(place.url), { intent: 'write', timeoutMs: 300 });
    const sent = await Promise.allSettled(Array.from({ length: 60 }, send));
    const ends = sent.map(({ status }) => status);
    expect([ends.indexOf('fulfilled'), ends.lastIndexOf('rejected')]).toEqual([50, 49]);
  });

  it('is sent again after HTTP 429', async () => {
    const place = await loopback((response, _received, n) => response.writeHead(n < 3 ? 429 : 200).end());
    expect((await transport().transport.send(posted(place.url), { intent: 'write' })).status).toBe(200);
    expect(place.received).toHaveLength(3);
  });

  it('is given back as 429 after 3 tries', async () => {
    const place = await loopback((response) => response.writeHead(429, { 'retry-after': '7' }).end());
    const reply = await transport().transport.send(posted(place.url), { intent: 'write' });
    expect(errorOfStatus(reply, { carrier: 'Testpost', intent: 'write' })).toMatchObject({
      kind: 'rate-limited',
      httpStatus: 429,
      retryAfterMs: 7000,
    });
    expect(place.received).toHaveLength(3);
  });

  it('is tried again when the connection was refused', async () => {
    const port = await closedPort();
    const received: string[] = [];
    const wait = async (): Promise<void> => {
      const server = createPlainServer((socket) => {
        socket.once('data', (bytes) => {
          received.push(bytes.toString());
          socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
        });
      });
      await listen(server, port);
    };
    const reply = await transport({ wait }).transport.send(posted(`http://127.0.0.1:${port}/`), { intent: 'write' });
    expect(reply.text()).toBe('ok');
    expect(received).toHaveLength(1);
  });

  it('says that nothing was sent when it could not be', async () => {
    const port = await closedPort();
    const { transport: carrier, waits } = transport();
    const error = await failureOf(carrier.send(posted(`http://127.0.0.1:${port}/?token=1`), { intent: 'write' }));
    expect(error).toMatchObject({
      kind: 'unavailable',
      message:
        'Testpost could not be reached: 127.0.0.1 refused the connection (3 tries). Nothing was sent, so it is safe to run this again.',
    });
    expect(waits).toEqual([500, 1000]);
  });

  it('is tried again, with nothing sent, when the name is not known', async () => {
    const { transport: carrier, waits } = transport();
    const error = await failureOf(carrier.send(posted('http://carrier.invalid/'), { intent: 'write' }));
    expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('Nothing was sent') });
    expect(waits).toHaveLength(2);
  });

  it('is tried again, with nothing sent, when TLS is never agreed', async () => {
    let connections = 0;
    stopClock();
    const server = createPlainServer((socket) => {
      connections += 1;
      socket.on('error', () => undefined).once('data', () => jest.advanceTimersByTime(200));
    });
    const port = await listen(server);
    const send = transport().transport.send(posted(`https://127.0.0.1:${port}/`), { intent: 'write', timeoutMs: 200 });
    expect(await failureOf(send)).toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('Nothing was sent'),
    });
    expect(connections).toBe(3);
  });

  it('is tried again, with nothing sent, when the connection is cut before TLS is agreed', async () => {
    let connections = 0;
    const server = createPlainServer((socket) => {
      connections += 1;
      socket.on('error', () => undefined).once('data', () => socket.destroy());
    });
    const port = await listen(server);
    const error = await failureOf(
      transport().transport.send(posted(`https://127.0.0.1:${port}/`), { intent: 'write' }),
    );
    expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('Nothing was sent') });
    expect(connections).toBe(3);
  });
});

describe('a write over TLS', () => {
  const pair = selfSigned();
  const usual = getCACertificates();
  beforeAll(() => setDefaultCACertificates([...usual, pair.cert]));
  afterAll(() => setDefaultCACertificates(usual));

  it.each([1, 2])('is not sent again when it is cut as number %d of a connection', async (cutAt) => {
    const place = await loopback(
      (response, _received, n) => (n < cutAt ? response.end() : response.socket?.destroy()),
      pair,
    );
    const { transport: carrier } = transport();
    const send = () => carrier.send(posted(`https://localhost:${place.port}/`), { intent: 'write' });
    for (let n = 1; n < cutAt; n += 1) await send();
    expect((await failureOf(send())).kind).toBe('outcome-unknown');
    expect([place.received.length, place.connections]).toEqual([cutAt, 1]);
  });
});

it.each(['read', 'write'] as const)(
  'a %s to a host whose certificate is not trusted is neither sent nor tried again',
  async (intent) => {
    const place = await loopback((response) => response.end('ok'), selfSigned());
    const { transport: carrier, waits } = transport();
    const error = await failureOf(carrier.send(posted(place.url), { intent }));
    expect(error).toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('the certificate of 127.0.0.1 is not trusted'),
      hint: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    });
    expect(waits).toEqual([]);
    expect(place.received).toEqual([]);
  },
);
