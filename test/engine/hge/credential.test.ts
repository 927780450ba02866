import { testCredential } from '../../../engine';
import sandboxCredentials from '../../../examples/credentials.sandbox.json';
import { useHge } from './runs';

const { account, hge } = useHge();

describe('credential', () => {
  it('is proved by the Test button: key, secret and token', async () => {
    expect(await testCredential('hgeApi', account())).toEqual({
      status: 'OK',
      message: 'HGE accepted the credentials',
    });
    for (const name of ['apiKey', 'apiSecret', 'apiToken']) {
      expect(await testCredential('hgeApi', account({ [name]: 'another-one' }))).toEqual({
        status: 'Error',
        message: expect.stringMatching(/^unauthorized: .*API Key, API Secret and API Token/),
      });
    }
  });

  it('that cannot be used is told by the Test button', async () => {
    const result = async (changes: Record<string, string>) =>
      (await testCredential('hgeApi', account(changes))).message;
    expect(await result({ baseUrl: 'not an address' })).toContain('Base URL');
    expect(await result({ apiSecret: '' })).toContain('must both be filled in');
    expect(await result({ baseUrl: 'http://127.0.0.1:1/openapi/customer/' })).toContain('could not be reached');
  });

  it('never shows its secrets in an error', async () => {
    const secret = 'another-secret-one';
    const result = await hge(
      'order',
      'get',
      { number: 'X' },
      { hgeApi: account({ apiToken: secret, sendBearer: true }) },
    );
    expect(result.status).toBe('error');
    expect(JSON.stringify(result)).not.toContain(secret);
    expect(JSON.stringify(result)).not.toContain(sandboxCredentials.hgeApi.apiSecret);
  });
});
