import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { Transport } from '../../../carriers/http';
import { awaited, closeServers, failureOf, loopback, transport, withoutProxies } from './loopback';

let restoreProxies: () => void;
beforeAll(() => (restoreProxies = withoutProxies()));
afterAll(() => restoreProxies());
afterEach(closeServers);

describe('the request on the wire', () => {
  const texts = ['{"name":"王小明 🚚","zip":"00000"}', ' <a>&amp;</a>\r\n', '{ "a" : 1.10 }', '"quoted"', ''];

  it.each(texts)('sends the text %j byte for byte, without a content type of its own', async (body) => {
    const place = await loopback((response) => response.end('ok'));
    await transport().transport.send({ method: 'POST', url: place.url, body }, { intent: 'write' });
    expect(place.received[0]?.body).toEqual(Buffer.from(body));
    expect(place.received[0]?.headers).not.toHaveProperty('content-type');
    expect(place.received[0]?.headers['content-length']).toBe(String(Buffer.byteLength(body)));
  });

  it('sends bytes as they are', async () => {
    const body = Buffer.from([0xff, 0x00, 0xd6, 0xd0, 0x0a]);
    const place = await loopback((response) => response.end('ok'));
    await transport().transport.send({ method: 'PUT', url: place.url, body }, { intent: 'write' });
    expect(place.received[0]?.body).toEqual(body);
  });

  it('sends the headers of the caller and no others but the usual ones', async () => {
    const place = await loopback((response) => response.end('ok'));
    const headers = { 'content-type': 'text/xml; charset=utf-8', 'X-Date': 'now' };
    await transport().transport.send({ method: 'POST', url: place.url, headers, body: 'x' }, { intent: 'write' });
    const { headers: got } = place.received[0] ?? {};
    expect(Object.keys(got ?? {}).sort()).toEqual(
      [
        'accept',
        'accept-encoding',
        'connection',
        'content-length',
        'content-type',
        'host',
        'user-agent',
        'x-date',
      ].sort(),
    );
    expect(got).toMatchObject({
      'content-type': headers['content-type'],
      'x-date': 'now',
      'user-agent': 'n8n-nodes-crossborder',
    });
  });

  it('keeps path and query as they are written', async () => {
    const place = await loopback((response) => response.end('ok'));
    await transport().transport.send({ method: 'GET', url: `${place.url}/a%2Fb?x=1%2B1&y=a+b` }, { intent: 'read' });
    expect(place.received[0]?.path).toBe('/a%2Fb?x=1%2B1&y=a+b');
  });
});

describe('the reply', () => {
  it('comes with status, headers in lower case, bytes and text without a byte order mark', async () => {
    const place = await loopback((response) => {
      response
        .writeHead(201, { 'X-Trace': 'a', 'Set-Cookie': ['b=1', 'c=2'] })
        .end(Buffer.from('\uFEFF{"城市":"深圳"}'));
    });
    const reply = await transport().transport.send({ method: 'GET', url: place.url }, { intent: 'read' });
    expect(reply.status).toBe(201);
    expect(reply.headers).toMatchObject({ 'x-trace': 'a', 'set-cookie': 'b=1, c=2' });
    expect(reply.body).toEqual(Buffer.from('\uFEFF{"城市":"深圳"}'));
    expect(reply.text()).toBe('{"城市":"深圳"}');
  });

  it.each([
    ['gzip', gzipSync('深圳')],
    ['deflate', deflateSync('深圳')],
    ['br', brotliCompressSync('深圳')],
  ])('is decompressed (%s)', async (encoding, body) => {
    const place = await loopback((response) => response.writeHead(200, { 'content-encoding': encoding }).end(body));
    const reply = await transport().transport.send({ method: 'GET', url: place.url }, { intent: 'read' });
    expect(reply.text()).toBe('深圳');
  });

  it('is a redirect when the carrier redirects', async () => {
    const place = await loopback((response) => response.writeHead(302, { location: '/other' }).end());
    const reply = await transport().transport.send({ method: 'GET', url: place.url }, { intent: 'read' });
    expect(reply.status).toBe(302);
    expect(place.received).toHaveLength(1);
  });

  it('may be as large as the limit', async () => {
    const place = await loopback((response) => response.end('x'.repeat(1000)));
    const send = transport().transport.send({ method: 'GET', url: place.url }, { intent: 'read', maxReplyBytes: 1000 });
    expect((await send).body).toHaveLength(1000);
  });

  it.each(['identity', 'gzip'])('is refused beyond the limit, and not asked for again (%s)', async (encoding) => {
    const place = await loopback((response) => {
      const body = Buffer.from('x'.repeat(100_000));
      response.writeHead(200, { 'content-encoding': encoding }).end(encoding === 'gzip' ? gzipSync(body) : body);
    });
    const request = { method: 'POST', url: place.url } as const;
    const read = await failureOf(transport().transport.send(request, { intent: 'read', maxReplyBytes: 1000 }));
    expect(read).toMatchObject({ kind: 'invalid-reply', message: expect.stringContaining('larger than 1000 bytes') });
    const write = await failureOf(transport().transport.send(request, { intent: 'write', maxReplyBytes: 1000 }));
    expect(write.kind).toBe('outcome-unknown');
    expect(place.received).toHaveLength(2);
  });
});

describe('connections', () => {
  it('are used again by requests one after the other, also of another transport', async () => {
    const place = await loopback((response) => response.end('ok'));
    for (let n = 0; n < 20; n += 1) {
      await new Transport({ carrier: 'Testpost', secrets: [] }).send(
        { method: 'POST', url: place.url, body: `${n}` },
        { intent: 'write' },
      );
    }
    expect(place.received).toHaveLength(20);
    expect(place.connections).toBe(1);
  });

  it('are no more than the workers', async () => {
    const place = await loopback((response) => setImmediate(() => response.end('ok')));
    const { transport: shared } = transport();
    let left = 100;
    const work = async (): Promise<void> => {
      while (left-- > 0) await shared.send({ method: 'POST', url: place.url, body: 'x' }, { intent: 'read' });
    };
    await Promise.all(Array.from({ length: 5 }, work));
    expect(place.received).toHaveLength(100);
    expect(place.connections).toBeLessThanOrEqual(5);
  });

  it('are at most 50 to one origin', async () => {
    const waiting: Array<() => void> = [];
    const place = await loopback((response, _received, n) => {
      waiting.push(() => response.end('ok'));
      if (n >= 50) while (waiting.length > 0) waiting.shift()?.();
    });
    const { transport: shared } = transport();
    const sent = Array.from({ length: 120 }, () => shared.send({ method: 'GET', url: place.url }, { intent: 'read' }));
    await Promise.all(sent);
    expect(place.connections).toBe(50);
  });

  it('are closed when idle, while a request that is slow to be answered goes on', async () => {
    const slowRequest = awaited<ServerResponse>();
    const place = await loopback((response, { path }) => {
      if (path === '/slow') slowRequest.resolve(response);
      else response.end('ok');
    });
    const { transport: shared } = transport();
    const slow = shared.send({ method: 'GET', url: `${place.url}/slow` }, { intent: 'read' });
    const slowResponse = await slowRequest.promise;
    const [[socket]] = await Promise.all([
      once(place.server, 'connection'),
      shared.send({ method: 'GET', url: `${place.url}/quick` }, { intent: 'read' }),
    ]);
    await once(socket, 'close');
    slowResponse.end('late');
    expect((await slow).text()).toBe('late');
    expect(place.connections).toBe(2);
  });

  it('are not shared by two origins', async () => {
    const [one, two] = await Promise.all([loopback((r) => r.end('1')), loopback((r) => r.end('2'))]);
    const { transport: shared } = transport();
    const replies = await Promise.all(
      [one, two].map(({ url }) => shared.send({ method: 'GET', url }, { intent: 'read' })),
    );
    expect(replies.map((reply) => reply.text())).toEqual(['1', '2']);
  });
});

describe('addresses that cannot be used', () => {
  it.each(['', 'example.com', 'ftp://example.com/', 'data:text/plain,x', 'file:///etc/hosts'])(
    '%j is refused',
    async (url) => {
      const error = await failureOf(transport().transport.send({ method: 'GET', url }, { intent: 'read' }));
      expect(error).toMatchObject({ kind: 'credentials', hint: expect.stringContaining('Base URL') });
    },
  );
});

it('of replies that come together, what follows on one is sent before the other is read', async () => {
  const waiting: ServerResponse[] = [];
  const place = await loopback((response) => {
    if (waiting.push(response) === 2) for (const each of waiting) each.end('together');
    else if (waiting.length > 2) response.end('next');
  });
  const log: string[] = [];
  const noteSent = (): void => void log.push('sent');
  const ask = async (): Promise<void> => {
    const reply = await transport().transport.send({ method: 'GET', url: place.url }, { intent: 'read' });
    log.push(reply.text());
  };
  const lane = async (): Promise<void> => {
    await ask();
    await ask();
  };
  subscribe('http.client.request.start', noteSent);
  await Promise.all([lane(), lane()]);
  unsubscribe('http.client.request.start', noteSent);
  expect(log.slice(0, 5)).toEqual(['sent', 'sent', 'together', 'sent', 'together']);
});
