import { EccangTmsApi } from '../../credentials/EccangTmsApi.credentials';
import { EtowerApi } from '../../credentials/EtowerApi.credentials';
import { EtowerPortalApi } from '../../credentials/EtowerPortalApi.credentials';
import { HgeApi } from '../../credentials/HgeApi.credentials';
import { HuahanApi } from '../../credentials/HuahanApi.credentials';
import { MgoshipApi } from '../../credentials/MgoshipApi.credentials';
import sandboxCredentials from '../../examples/credentials.sandbox.json';
import { stopEngine, testCredential } from '../../engine';
import { loopback, type Answer, type Loopback, type Received } from '../contract/loopback';

let carrier: Loopback;

/** What a gateway says to keys that it does not know. */
const UNKNOWN_KEYS: Answer = { status: 401, body: '' };
let answer: (request: Received) => Answer;

beforeAll(async () => {
  carrier = await loopback((request) => answer(request));
});

beforeEach(() => {
  answer = () => UNKNOWN_KEYS;
});

afterAll(async () => {
  await carrier.close();
  await stopEngine();
});

const CREDENTIALS: Record<string, Record<string, string | boolean>> = sandboxCredentials;

test.each([
  ['eccangTmsApi', 'Check the keys in the credential.'],
  ['etowerApi', 'Check Token, Key and Region in the credential: a pair of token and key belongs to one host.'],
  [
    'etowerPortalApi',
    'The session may have expired: log in to the portal, copy the new session ID into the credential, and check its Base URL.',
  ],
  ['hgeApi', 'Check three things in the credential: API Key, API Secret and API Token.'],
  ['huahanApi', 'Check the keys in the credential.'],
  ['mgoshipApi', 'Check the keys in the credential.'],
])('the Test button of %s says what to do when the carrier answers 401', async (type, hint) => {
  const { status, message } = await testCredential(type, { ...CREDENTIALS[type], baseUrl: carrier.url });
  expect(status).toBe('Error');
  expect(message).toMatch(/ did not accept the credentials \(HTTP 401\)\. /);
  expect(message).toContain(`. ${hint}`);
});

test.each(Object.keys(sandboxCredentials))(
  'the Test button of %s says how to write an address that is none',
  async (type) => {
    const { status, message } = await testCredential(type, { ...CREDENTIALS[type], baseUrl: 'no address' });
    expect(status).toBe('Error');
    expect(message).toMatch(/^The Base URL in the credential is not a web address\. Write .* for example https?:\/\//);
  },
);

const KEYS: [type: string, field: string, label: string][] = [
  ['eccangTmsApi', 'appToken', 'App Token'],
  ['eccangTmsApi', 'appKey', 'App Key'],
  ['etowerApi', 'token', 'Token'],
  ['etowerApi', 'key', 'Key'],
  ['etowerPortalApi', 'sessionId', 'Session ID'],
  ['etowerPortalApi', 'language', 'Language'],
  ['hgeApi', 'apiKey', 'API Key'],
  ['hgeApi', 'apiSecret', 'API Secret'],
  ['hgeApi', 'apiToken', 'API Token'],
  ['hgeApi', 'language', 'Language'],
  ['huahanApi', 'appToken', 'App Token'],
  ['huahanApi', 'appKey', 'App Key'],
  ['mgoshipApi', 'appId', 'App ID'],
  ['mgoshipApi', 'appSecret', 'Secret'],
  ['mgoshipApi', 'version', 'Version'],
];

describe.each(KEYS)('a key of %s that nothing can carry, in %s', (type, field, label) => {
  const problem = `${label} in the credential holds a blank, a line break or a letter outside ASCII`;
  const bad = ['of-two words', 'of-two\nlines', 'of-two\r\nlines', 'schlüssel', 'zero\u200bwidth'];

  test('is refused by the Test button, which sends nothing', async () => {
    const before = carrier.received.length;
    for (const value of bad) {
      const credential = { ...CREDENTIALS[type], baseUrl: carrier.url, [field]: value };
      const { status, message } = await testCredential(type, credential);
      expect({ status, message }).toEqual({ status: 'Error', message: `${problem}. Copy it again.` });
    }
    expect(carrier.received.length - before).toBe(0);
  });

  test('is refused where the HTTP Request node has a request signed', async () => {
    for (const value of bad) {
      const credential = { ...CREDENTIALS[type], baseUrl: 'http://carrier.example.com/api.php', [field]: value };
      await expect(signed(type, credential)).rejects.toThrow(problem);
    }
  });
});

test('a request is signed where every key can be carried', async () => {
  for (const type of Object.keys(SIGNERS)) {
    const credential = { ...CREDENTIALS[type], baseUrl: 'http://carrier.example.com/api.php' };
    await expect(signed(type, credential)).resolves.toMatchObject({ followRedirect: false });
  }
});

const SIGNERS = {
  eccangTmsApi: new EccangTmsApi(),
  etowerApi: new EtowerApi(),
  etowerPortalApi: new EtowerPortalApi(),
  hgeApi: new HgeApi(),
  huahanApi: new HuahanApi(),
  mgoshipApi: new MgoshipApi(),
};

async function signed(type: string, credential: Record<string, string | boolean>): Promise<unknown> {
  const signer = Object.entries(SIGNERS).find(([name]) => name === type)?.[1];
  return signer?.authenticate(credential, {
    method: 'POST',
    url: 'http://carrier.example.com/api.php?mod=stock&action=get_stock_log',
    body: { service: 'getOrder', paramsJson: {}, params: {} },
  });
}

/** Everything in a credential that must not be seen, as a carrier may repeat it. */
const REPEATED: Record<string, (secret: string) => string> = {
  'as it is': (secret) => secret,
  'in Base64': (secret) => btoa(`user:${secret}`),
  'in hex': (secret) => Buffer.from(secret).toString('hex'),
  'in a URL': (secret) => encodeURIComponent(secret),
  'in JSON': (secret) => JSON.stringify(JSON.stringify(secret)),
  'in XML': (secret) => secret.replaceAll('&', '&amp;amp;').replaceAll('<', '&amp;lt;'),
};

const SECRETS = KEYS.filter(([, field]) => !['language', 'version', 'appId'].includes(field));

test.each(SECRETS)('the Test button of %s never shows %s', async (type, field) => {
  for (const secret of ['a&b<"c/d-long-secret', 'k&y<1']) {
    for (const repeat of Object.values(REPEATED)) {
      const body = `Unknown: ${repeat(secret)}.`;
      answer = () => ({ status: 400, headers: { 'content-type': 'text/plain' }, body });
      const inJson = {
        code: `E ${body}`,
        msg: body,
        message: body,
        detail: body,
        errors: [{ code: body, message: body }],
      };
      for (const reply of [answer, () => ({ body: JSON.stringify({ ...inJson, ask: 'Failure', status: inJson }) })]) {
        answer = reply;
        const result = await testCredential(type, { ...CREDENTIALS[type], baseUrl: carrier.url, [field]: secret });
        expect(result.status).toBe('Error');
        for (const form of Object.values(REPEATED)) expect(result.message).not.toContain(form(secret));
      }
    }
  }
});
