import { createServer as createPlainServer } from 'node:net';
import type { HttpRequest } from '../../../carriers/http';
import { closeServers, failureOf, listen, loopback, stopClock, transport, withoutProxies } from './loopback';

let restoreProxies: () => void;
beforeAll(() => (restoreProxies = withoutProxies()));
afterAll(() => restoreProxies());
afterEach(closeServers);
afterEach(() => jest.useRealTimers());

const posted = (url: string): HttpRequest => ({ method: 'POST', url, body: '<order/>' });

describe('a read', () => {
  it.each([408, 429, 500, 502, 503, 504])('is tried again after HTTP %d', async (status) => {
    const place = await loopback((response, _received, n) => response.writeHead(n < 3 ? status : 200).end('ok'));
    const { transport: carrier, waits } = transport();
    const reply = await carrier.send(posted(place.url), { intent: 'read' });
    expect(reply.status).toBe(200);
    expect(waits).toEqual([500, 1000]);
  });

  it('gives the last reply back after 3 tries', async () => {
    const place = await loopback((response, _received, n) => response.writeHead(503).end(`${n}`));
    const reply = await transport().transport.send(posted(place.url), { intent: 'read' });
    expect([reply.status, reply.text()]).toEqual([503, '3']);
  });

  it.each([200, 302, 400, 401, 404, 501])('is not tried again after HTTP %d', async (status) => {
    const place = await loopback((response) => response.writeHead(status).end());
    expect((await transport().transport.send(posted(place.url), { intent: 'read' })).status).toBe(status);
    expect(place.received).toHaveLength(1);
  });

  it('is not tried again when the 500 holds the answer, as SOAP faults do', async () => {
    const place = await loopback((response) => response.writeHead(500).end('<Fault/>'));
    const isAnswer = (reply: { text(): string }) => reply.text().includes('Fault');
    await transport().transport.send(posted(place.url), { intent: 'read', isAnswer });
    expect(place.received).toHaveLength(1);
  });

  it('is tried again when isAnswer cannot read the reply', async () => {
    const place = await loopback((response, _received, n) => response.writeHead(n < 2 ? 502 : 200).end('<html>'));
    const isAnswer = (): boolean => {
      throw new SyntaxError('not XML');
    };
    expect((await transport().transport.send(posted(place.url), { intent: 'read', isAnswer })).status).toBe(200);
  });

  it('is tried again when the connection is cut, the answer cut short or late', async () => {
    const place = await loopback((response, _received, n) => {
      if (n === 1) response.socket?.destroy();
      else if (n === 2)
        response.writeHead(200, { 'content-length': 100 }).write('part', () => response.socket?.destroy());
      else response.end('whole');
    });
    expect((await transport().transport.send(posted(place.url), { intent: 'read' })).text()).toBe('whole');
    stopClock();
    const silent = await loopback((response, _received, n) => {
      if (n === 1) jest.advanceTimersByTime(200);
      else response.end('ok');
    });
    expect((await transport().transport.send(posted(silent.url), { intent: 'read', timeoutMs: 200 })).text()).toBe(
      'ok',
    );
  });

  it('has one limit for the whole attempt, also when bytes keep coming', async () => {
    stopClock();
    const place = await loopback((response) => {
      const drip = (left: number) => {
        response.write('.', () => {
          jest.advanceTimersByTime(20);
          if (left > 1) setImmediate(drip, left - 1);
        });
      };
      drip(10);
    });
    const error = await failureOf(
      transport({ tries: 1 }).transport.send(posted(place.url), { intent: 'read', timeoutMs: 200 }),
    );
    expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('0.2 s') });
  });

  it('fails as unavailable after 3 tries', async () => {
    const place = await loopback((response) => response.socket?.destroy());
    const error = await failureOf(transport().transport.send(posted(place.url), { intent: 'read' }));
    expect(error).toMatchObject({
      kind: 'unavailable',
      message: 'No complete answer came back from Testpost: 127.0.0.1 closed the connection (3 tries).',
    });
    expect(place.received).toHaveLength(3);
  });

  it('fails as invalid when the answer is not HTTP', async () => {
    const server = createPlainServer((socket) => socket.on('error', () => undefined).end('SSH-2.0-OpenSSH\r\n'));
    const port = await listen(server);
    const error = await failureOf(transport().transport.send(posted(`http://127.0.0.1:${port}/`), { intent: 'read' }));
    expect(error).toMatchObject({ kind: 'invalid-reply', message: expect.stringContaining('not valid HTTP') });
  });

  it('fails at once when the server goes over to another protocol', async () => {
    const switching = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n';
    const server = createPlainServer((socket) => socket.on('error', () => undefined).write(switching));
    const port = await listen(server);
    const error = await failureOf(transport().transport.send(posted(`http://127.0.0.1:${port}/`), { intent: 'read' }));
    expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('closed the connection') });
  });

  it('doubles its delays up to the cap', async () => {
    const place = await loopback((response) => response.writeHead(503).end());
    const { transport: carrier, waits } = transport({ tries: 9, random: () => 0.5 });
    await carrier.send(posted(place.url), { intent: 'read' });
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
  });
});
