import type { LookupAddress } from 'node:dns';
import { guardedLookup, isPrivateHost } from '../../../carriers/http/private-addresses';
import { closeServers, failureOf, loopback, transport, withoutProxies } from './loopback';

let restoreProxies: () => void;
beforeAll(() => (restoreProxies = withoutProxies()));
afterAll(() => restoreProxies());
afterEach(async () => {
  withoutProxies();
  await closeServers();
});

const hosts = (place: { port: number }) =>
  ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]'].map(
    (host) => `http://${host}:${place.port}/label.pdf?sign=1`,
  );

it('a link to this machine is not opened, however it is written', async () => {
  const place = await loopback((response) => response.end('%PDF'));
  for (const url of hosts(place)) {
    const { transport: carrier, waits } = transport();
    const error = await failureOf(carrier.send({ method: 'GET', url }, { intent: 'read', publicOnly: true }));
    expect(error).toMatchObject({
      kind: 'invalid-reply',
      message: expect.stringContaining('not an address on the public internet'),
    });
    expect(error.message).not.toContain('sign');
    expect(waits).toEqual([]);
  }
  expect(place.connections).toBe(0);
});

it('a connection of other requests is not used for a link', async () => {
  const place = await loopback((response) => response.end('ok'));
  const { transport: carrier } = transport();
  const request = { method: 'GET', url: `http://localhost:${place.port}/` } as const;
  expect((await carrier.send(request, { intent: 'read' })).text()).toBe('ok');
  expect((await failureOf(carrier.send(request, { intent: 'read', publicOnly: true }))).kind).toBe('invalid-reply');
  expect(place.received).toHaveLength(1);
});

it('a literal address is refused behind a proxy as well', async () => {
  const proxy = await loopback((response) => response.end('through the proxy'));
  process.env.HTTP_PROXY = proxy.url;
  const { transport: carrier } = transport();
  const options = { intent: 'read', publicOnly: true } as const;
  const literal = carrier.send({ method: 'GET', url: 'http://169.254.169.254/latest' }, options);
  expect((await failureOf(literal)).kind).toBe('invalid-reply');
  const named = carrier.send({ method: 'GET', url: 'http://labels.example.com/1.pdf' }, options);
  expect((await named).text()).toBe('through the proxy');
});

it('a link that is no URL is refused', async () => {
  const error = await failureOf(
    transport().transport.send({ method: 'GET', url: 'javascript:alert(1)' }, { intent: 'read', publicOnly: true }),
  );
  expect(error.kind).toBe('invalid-reply');
});

it.each(
  `0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.9.9.9 169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1 198.18.0.1 224.0.0.1
   255.255.255.255 [::] [::1] [::ffff:8.8.8.8] [::ffff:a00:1] [64:ff9b::a00:1] [fc00::1] [fd12::1] [fe80::1] [ff02::1] [2002:a00:1::]`.split(
    /\s+/,
  ),
)('%s is not public', (host) => {
  expect(isPrivateHost(host)).toBe(true);
});

it.each(
  '8.8.8.8 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.167.1.1 223.255.255.255 [2606:4700::1111] example.com'.split(
    ' ',
  ),
)('%s may be public', (host) => {
  expect(isPrivateHost(host)).toBe(false);
});

describe('the lookup of names', () => {
  const publicLookup = guardedLookup({ publicOnly: true, ssrf: undefined });
  const look = (host: string, all: boolean) =>
    new Promise<{ error: NodeJS.ErrnoException | null; address: string | LookupAddress[]; family: number | undefined }>(
      (resolve) => {
        publicLookup?.(host, { all }, (error, address, family) => resolve({ error, address, family }));
      },
    );

  it.each([true, false])('hands public addresses on (all: %s)', async (all) => {
    const found = await look('8.8.8.8', all);
    expect(found.error).toBeNull();
    expect(found.address).toEqual(all ? [{ address: '8.8.8.8', family: 4 }] : '8.8.8.8');
  });

  it.each([true, false])('hands no private one on (all: %s)', async (all) => {
    const found = await look('localhost', all);
    expect(found.error?.code).toBe('ERR_PRIVATE_ADDRESS');
    expect(found.address).toEqual([]);
  });

  it('passes on that a name is not known', async () => {
    expect((await look('carrier.invalid', true)).error?.code).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
  });
});
