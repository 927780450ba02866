import { createServer, request as forward, type Server } from 'node:http';
import { connect } from 'node:net';
import {
  closedPort,
  closeServers,
  failureOf,
  listen,
  loopback,
  selfSigned,
  stopClock,
  transport,
  trust,
  withoutProxies,
} from './loopback';

let restoreProxies: () => void;
beforeAll(() => (restoreProxies = withoutProxies()));
afterAll(() => restoreProxies());
afterEach(async () => {
  jest.useRealTimers();
  withoutProxies();
  await closeServers();
});

interface Proxy {
  port: number;
  connections: number;
  /** Request lines and CONNECT targets, as they came. */
  asked: string[];
  authorization: Set<string | undefined>;
}

/** Forwards http requests and tunnels, or answers each CONNECT with `refusal`. */
async function startProxy(refusal?: number): Promise<Proxy> {
  const server: Server = createServer((incoming, outgoing) => {
    proxy.asked.push(`${incoming.method} ${incoming.url}`);
    proxy.authorization.add(incoming.headers['proxy-authorization']);
    const { method = 'GET', url = '', headers } = incoming;
    incoming.pipe(
      forward(url, { method, headers }, (reply) => {
        outgoing.writeHead(reply.statusCode ?? 500, reply.headers);
        reply.pipe(outgoing);
      }),
    );
  });
  server.on('connect', ({ url = '', headers }, socket) => {
    proxy.asked.push(`CONNECT ${url}`);
    proxy.authorization.add(headers['proxy-authorization']);
    socket.on('error', () => undefined);
    if (refusal) return void socket.end(`HTTP/1.1 ${refusal} No\r\nContent-Length: 6\r\n\r\nbody!!`);
    const { hostname, port } = new URL(`http://${url}`);
    const target = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.once('close', () => target.destroy());
  });
  const proxy: Proxy = { port: await listen(server), connections: 0, asked: [], authorization: new Set() };
  server.on('connection', () => (proxy.connections += 1));
  return proxy;
}

const post = (url: string) => ({ method: 'POST', url, body: '订单' }) as const;

describe('http through a proxy', () => {
  it.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY'])('goes to %s, over one connection', async (variable) => {
    const [place, proxy] = [await loopback((response, { body }) => response.end(body)), await startProxy()];
    process.env[variable] = `http://user:p%40ss@127.0.0.1:${proxy.port}`;
    const { transport: carrier } = transport();
    for (let n = 0; n < 10; n += 1) {
      expect((await carrier.send(post(`${place.url}/svc?n=${n}`), { intent: 'write' })).text()).toBe('订单');
    }
    expect(proxy.asked).toEqual(Array.from({ length: 10 }, (_, n) => `POST ${place.url}/svc?n=${n}`));
    expect(proxy.authorization).toEqual(new Set([`Basic ${btoa('user:p@ss')}`]));
    expect(proxy.connections).toBe(1);
  });

  it('never tells its user name and password, however they are repeated', async () => {
    const told = `p@ss, p%40ss, ${btoa('user:p@ss')} of user`;
    const [place, proxy] = [
      await loopback((response) => response.writeHead(400, { 'content-type': 'text/plain' }).end(told)),
      await startProxy(),
    ];
    process.env['HTTP_PROXY'] = `http://user:p%40ss@127.0.0.1:${proxy.port}`;
    const reply = await transport().transport.send(post(place.url), { intent: 'write' });
    expect(reply.text()).toBe('[hidden], [hidden], [hidden] of [hidden]');
  });

  it('goes past it for hosts in NO_PROXY', async () => {
    const [place, proxy] = [await loopback((response) => response.end('direct')), await startProxy()];
    process.env.HTTP_PROXY = `http://127.0.0.1:${proxy.port}`;
    process.env.NO_PROXY = 'example.com,127.0.0.1';
    expect((await transport().transport.send(post(place.url), { intent: 'write' })).text()).toBe('direct');
    expect(proxy.connections).toBe(0);
  });

  it('opens no more connections than there are workers', async () => {
    const [place, proxy] = [await loopback((response) => setImmediate(() => response.end('ok'))), await startProxy()];
    process.env.HTTP_PROXY = `http://127.0.0.1:${proxy.port}`;
    const { transport: carrier } = transport();
    let left = 100;
    const work = async (): Promise<void> => {
      while (left-- > 0) await carrier.send(post(place.url), { intent: 'write' });
    };
    await Promise.all(Array.from({ length: 5 }, work));
    expect(place.received).toHaveLength(100);
    expect(proxy.connections).toBeLessThanOrEqual(5);
  });
});

describe('https through a proxy', () => {
  const pair = selfSigned();
  const local = ({ port }: { port: number }) => `https://localhost:${port}/`;
  afterEach(() => jest.restoreAllMocks());

  it('is a tunnel that is used again', async () => {
    trust(pair.cert);
    const [place, proxy] = [await loopback((response, { body }) => response.end(body), pair), await startProxy()];
    process.env.HTTPS_PROXY = `http://user:word@127.0.0.1:${proxy.port}`;
    const { transport: carrier } = transport();
    let left = 100;
    const work = async (): Promise<void> => {
      while (left-- > 0) expect((await carrier.send(post(local(place)), { intent: 'write' })).text()).toBe('订单');
    };
    await work();
    expect(place.received).toHaveLength(100);
    expect(proxy.asked).toEqual([`CONNECT localhost:${place.port}`]);
    left = 100;
    await Promise.all(Array.from({ length: 5 }, work));
    expect(proxy.asked.length).toBeLessThanOrEqual(5);
    expect(proxy.authorization).toEqual(new Set([`Basic ${btoa('user:word')}`]));
    expect(place.received[0]?.headers).not.toHaveProperty('proxy-authorization');
  });

  it('needs a trusted certificate all the same', async () => {
    const [place, proxy] = [await loopback((response) => response.end(), pair), await startProxy()];
    process.env.HTTPS_PROXY = `http://127.0.0.1:${proxy.port}`;
    const error = await failureOf(transport().transport.send(post(place.url), { intent: 'write' }));
    expect(error).toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('certificate of 127.0.0.1 is not trusted'),
    });
    expect(place.received).toEqual([]);
  });

  it.each([
    [407, 1, 'wants a user name and password'],
    [403, 1, 'does not allow connections to carrier.example.com'],
    [502, 3, 'could not connect to carrier.example.com'],
  ])('that the proxy refuses with %d was not sent (%d tries)', async (status, tries, words) => {
    const proxy = await startProxy(status);
    process.env.HTTPS_PROXY = `http://user:word@127.0.0.1:${proxy.port}`;
    const error = await failureOf(
      transport().transport.send(post('https://carrier.example.com/'), { intent: 'write' }),
    );
    expect(error.kind).toBe('unavailable');
    expect(error.message).toContain(`the proxy 127.0.0.1:${proxy.port} ${words}`);
    expect(error.message).toContain('Nothing was sent');
    expect(error).not.toHaveProperty('httpStatus');
    expect(proxy.asked).toEqual(Array.from({ length: tries }, () => 'CONNECT carrier.example.com:443'));
  });

  it('does not wait for ever for a proxy that says nothing', async () => {
    stopClock();
    const silent = createServer().on('connect', () => jest.advanceTimersByTime(200));
    process.env.HTTPS_PROXY = `http://127.0.0.1:${await listen(silent)}`;
    const send = transport().transport.send(post('https://carrier.example.com/'), { intent: 'write', timeoutMs: 200 });
    expect(await failureOf(send)).toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('Nothing was sent'),
    });
  });
});

it('a proxy that is not there is named without its password', async () => {
  const port = await closedPort();
  process.env.ALL_PROXY = `http://user:wordpass@127.0.0.1:${port}`;
  for (const url of ['http://carrier.example.com/', 'https://carrier.example.com/']) {
    const { message } = await failureOf(transport().transport.send(post(url), { intent: 'write' }));
    expect(message).toContain(`the proxy 127.0.0.1:${port} refused the connection`);
    expect(message).not.toContain('wordpass');
  }
});

it.each(['socks5://127.0.0.1:1080', 'http://:::'])(
  'a proxy setting that cannot be used is told (%s)',
  async (setting) => {
    process.env.HTTP_PROXY = setting;
    const error = await failureOf(transport().transport.send(post('http://carrier.example.com/'), { intent: 'write' }));
    expect(error).toMatchObject({ kind: 'unavailable', hint: expect.stringContaining('HTTP_PROXY') });
  },
);
