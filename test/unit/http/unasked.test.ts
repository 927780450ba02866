import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { HttpRequest } from '../../../carriers/http';
import { attempt } from '../../../carriers/http/attempt';
import { awaited, closeServers, listen, selfSigned, transport, trust, withoutProxies } from './loopback';

let restoreProxies: () => void;
beforeAll(() => (restoreProxies = withoutProxies()));
afterAll(() => restoreProxies());
afterEach(closeServers);

const pair = selfSigned();
beforeAll(() => trust(pair.cert));
afterAll(() => jest.restoreAllMocks());

const reply = (text: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${text.length}\r\n\r\n${text}`;

/** Answers each request with its number; how the first one is answered is for the test. */
async function numbering(secure: boolean, answerFirst: (socket: Socket) => void) {
  const place = { connections: 0, requests: 0, url: '', firstClosed: awaited<unknown>() };
  const serve = (socket: Socket): void => {
    place.connections += 1;
    socket.on('error', () => undefined);
    socket.once('close', () => place.firstClosed.resolve(undefined));
    socket.on('data', () => {
      place.requests += 1;
      if (place.requests === 1) answerFirst(socket);
      else socket.write(reply(`answer ${place.requests}`));
    });
  };
  const port = await listen(secure ? createTlsServer(pair, serve) : createServer(serve));
  place.url = `${secure ? 'https' : 'http'}://localhost:${port}/`;
  return place;
}

function orders(url: string): (name: string) => Promise<string> {
  const { transport: carrier } = transport();
  return async (body) => {
    const request: HttpRequest = { method: 'POST', url, body };
    return (await carrier.send(request, { intent: 'write' })).text();
  };
}

const answers = ['answer 1', 'answer 2', 'answer 3'];

describe.each([
  ['HTTP', false],
  ['HTTPS', true],
])('a reply that nobody asked for (%s)', (_name, secure) => {
  it.each<[string, (socket: Socket) => void]>([
    ['in the same piece', (socket) => socket.write(reply('answer 1') + reply('answer 1'))],
    [
      'right behind the first',
      (socket) => {
        socket.write(reply('answer 1'));
        socket.write(reply('answer 1'));
      },
    ],
    [
      'a moment later',
      (socket) => socket.write(reply('answer 1'), () => setImmediate(() => socket.write(reply('answer 1')))),
    ],
  ])('%s closes its connection', async (_when, answerFirst) => {
    const place = await numbering(secure, answerFirst);
    const order = orders(place.url);
    const first = await order('1');
    await place.firstClosed.promise;
    expect([first, await order('2'), await order('3')]).toEqual(answers);
    expect(place).toMatchObject({ requests: 3, connections: 2 });
  });
});

it('an unasked reply that is here before the next request goes out does not answer it', async () => {
  let connection: Socket | undefined;
  const place = await numbering(false, (socket) => {
    connection = socket;
    socket.write(reply('answer 1'));
  });
  const order = orders(place.url);
  const first = await order('1');
  await new Promise<void>((sent) => connection?.write(reply('answer 1'), () => sent()));
  expect([first, await order('2'), await order('3')]).toEqual(answers);
});

it('a read that is cancelled before it goes out leaves its connection as it was for the write after it', async () => {
  const serve = (socket: Socket): void => {
    const [beginning, end] = [reply('answer').slice(0, -1), 'r'];
    socket.on('data', () => socket.write(beginning, () => setImmediate(() => socket.write(end))));
  };
  const url = `http://localhost:${await listen(createServer(serve))}/`;
  const limits = { timeoutMs: 60_000, maxReplyBytes: 1000, publicOnly: false, insecure: false, mayGoOut: () => true };
  await attempt({ method: 'GET', url }, limits);
  const cancelled = await attempt({ method: 'GET', url }, { ...limits, cancel: AbortSignal.abort() });
  expect(cancelled).toMatchObject({ failure: { code: 'CANCELLED', sent: false } });
  expect(await attempt({ method: 'POST', url, body: 'order' }, limits)).toMatchObject({ reply: { status: 200 } });
});

it.each([
  ['keeps the connection', ''],
  ['closes it', 'Connection: close\r\n'],
])('what stands behind a complete reply does not make it worse, where the server %s', async (_, header) => {
  const text = `HTTP/1.1 200 OK\r\n${header}Content-Length: 2\r\n\r\nok<br />`;
  const server = createServer((socket) => socket.on('data', () => socket.write(text)));
  const url = `http://localhost:${await listen(server)}/`;
  expect(await orders(url)('1')).toBe('ok');
});
