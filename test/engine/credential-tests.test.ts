import sandboxCredentials from '../../examples/credentials.sandbox.json';
import { stopEngine, testCredential } from '../../engine';
import { loopback, type Loopback } from '../contract/loopback';

let carrier: Loopback;

/** What a gateway says to keys that it does not know. */
beforeAll(async () => {
  carrier = await loopback(() => ({ status: 401, body: '' }));
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
