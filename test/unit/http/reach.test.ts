import { guardedLookup } from '../../../carriers/http/private-addresses';
import { ssrfSettings } from '../../../carriers/http/ssrf-settings';
import { Transport } from '../../../carriers/http';
import { closeServers, failureOf, loopback, selfSigned, withoutProxies } from './loopback';

/** n8n's own settings, and certificates that nobody has signed. */
let restoreProxies: () => void;
beforeAll(() => (restoreProxies = withoutProxies()));
afterAll(() => restoreProxies());
afterEach(async () => {
  for (const name of Object.keys(process.env))
    if (name.startsWith('N8N_SSRF_')) Reflect.deleteProperty(process.env, name);
  await closeServers();
});

const set = (settings: Record<string, string>): void => {
  for (const [name, value] of Object.entries(settings)) process.env[`N8N_SSRF_${name}`] = value;
};

const carrier = (insecure = false) =>
  new Transport({ carrier: 'Testpost', secrets: [], insecure, retry: { wait: async () => undefined } });

describe("n8n's protection against forged requests", () => {
  it.each<[string, Record<string, string>, string, boolean]>([
    ['is off unless it is on', { BLOCKED_IP_RANGES: '127.0.0.0/8' }, '127.0.0.1', true],
    ['blocks private networks', { PROTECTION_ENABLED: 'true' }, '127.0.0.1', false],
    ['blocks names that stand for them', { PROTECTION_ENABLED: '1' }, 'localhost', false],
    [
      'allows networks',
      { PROTECTION_ENABLED: 'true', ALLOWED_IP_RANGES: '10.0.0.0/8, 127.0.0.1/32' },
      '127.0.0.1',
      true,
    ],
    ['allows names', { PROTECTION_ENABLED: 'TRUE', ALLOWED_HOSTNAMES: 'LOCALHOST' }, 'localhost', true],
    [
      'does not allow an address by the name of another',
      { PROTECTION_ENABLED: 'true', ALLOWED_HOSTNAMES: 'localhost' },
      '127.0.0.1',
      false,
    ],
    [
      'blocks names',
      { PROTECTION_ENABLED: 'true', BLOCKED_IP_RANGES: '10.0.0.0/8', BLOCKED_HOSTNAMES: 'localhost' },
      'localhost',
      false,
    ],
    [
      'blocks what is listed instead',
      { PROTECTION_ENABLED: 'true', BLOCKED_IP_RANGES: '10.0.0.0/8' },
      '127.0.0.1',
      true,
    ],
    [
      'adds to the default',
      { PROTECTION_ENABLED: 'true', BLOCKED_IP_RANGES: 'default, 8.8.8.0/24' },
      '127.0.0.1',
      false,
    ],
    [
      'leaves out what is no network',
      { PROTECTION_ENABLED: 'true', ALLOWED_IP_RANGES: 'nonsense,127.0.0.0/99' },
      '127.0.0.1',
      false,
    ],
  ])('%s', async (_, settings, host, isAllowed) => {
    const place = await loopback((response) => response.end('ok'));
    set(settings);
    const sent = carrier().send({ method: 'POST', url: `http://${host}:${place.port}/` }, { intent: 'write' });
    if (isAllowed) expect((await sent).text()).toBe('ok');
    else {
      expect(await failureOf(sent)).toMatchObject({
        kind: 'unavailable',
        message: expect.stringContaining("n8n's protection"),
        hint: expect.stringContaining('N8N_SSRF_ALLOWED_HOSTNAMES'),
      });
    }
    expect(place.connections).toBe(isAllowed ? 1 : 0);
  });

  it.each([
    ['*.example.com', 'labels.example.com', false],
    ['*.example.com', 'a.b.example.com.', false],
    ['*.example.com', 'example.com', true],
    ['example.com', 'labels.example.com', true],
  ])('%s allows %s, refused: %s', (pattern, host, isRefused) => {
    set({ PROTECTION_ENABLED: 'true', ALLOWED_HOSTNAMES: pattern });
    expect(ssrfSettings()?.refusesAddressOf(host, '10.0.0.1')).toBe(isRefused);
  });
});

it('a name is checked by the address that is connected to', () => {
  const found = [{ address: '8.8.8.8', family: 4 }];
  const answers: unknown[] = [];
  const look = guardedLookup({ publicOnly: true, ssrf: undefined }, (_, __, done) => done(null, [...found]));
  const ask = () => look?.('a.example.com', { all: true }, (error, address) => answers.push(error?.code ?? address));
  ask();
  found[0] = { address: '127.0.0.1', family: 4 };
  ask();
  expect(answers).toEqual([[{ address: '8.8.8.8', family: 4 }], 'ERR_PRIVATE_ADDRESS']);
});

it('a certificate is checked unless the credential says otherwise', async () => {
  const place = await loopback((response) => response.end('ok'), selfSigned());
  const request = { method: 'GET', url: place.url } as const;
  const ask = (insecure: boolean) => carrier(insecure).send(request, { intent: 'read' });
  expect((await ask(true)).text()).toBe('ok');
  expect(await failureOf(ask(false))).toMatchObject({
    message: expect.stringContaining('certificate'),
  });
  expect(place.received).toHaveLength(1);
});
