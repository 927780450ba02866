import type { IHttpRequestOptions } from 'n8n-workflow';
import { EtowerApi } from '../../../credentials/EtowerApi.credentials';
import { EtowerPortalApi } from '../../../credentials/EtowerPortalApi.credentials';
import { testCredential } from '../../../engine';
import sandboxCredentials from '../../../examples/credentials.sandbox.json';
import { credentialsFor } from '../../../sandbox/control-client';
import { useSandbox } from '../sandbox';

const { sandbox } = useSandbox();

const integration = () => ({ ...sandboxCredentials.etowerApi, baseUrl: `${sandbox.url}/etower` });

const portal = () => ({ ...sandboxCredentials.etowerPortalApi, baseUrl: `${sandbox.url}/etower` });

test.each([
  ['right', {}, 'OK', 'eTower accepted the credentials'],
  ['wrong token', { token: 'another-token' }, 'Error', 'did not accept the credentials'],
  ['wrong key', { key: 'another-key' }, 'Error', 'did not accept the credentials'],
  ['no address', { baseUrl: 'etower' }, 'Error', 'is not a web address'],
  ['unknown region', { region: 'mars' }, 'Error', 'Region'],
])('the test of the integration credential: %s', async (_case, changes, status, message) => {
  const { etowerApi } = credentialsFor(sandbox, changes);
  const result = await testCredential('etowerApi', etowerApi ?? {});
  expect(result).toEqual({ status, message: expect.stringContaining(message) });
});

test.each([
  ['right', {}, 'OK', 'eTower accepted the credentials'],
  ['wrong session', { sessionId: 'another-session' }, 'Error', 'did not accept the credentials'],
])('the test of the portal credential: %s', async (_case, changes, status, message) => {
  const { etowerPortalApi } = credentialsFor(sandbox, { baseUrl: `${sandbox.url}/etower/api/shipper/v1/`, ...changes });
  const result = await testCredential('etowerPortalApi', etowerPortalApi ?? {});
  expect(result).toEqual({ status, message: expect.stringContaining(message) });
});

describe('integration', () => {
  const path = '/services/shipper/service-catalog';

  test.each([
    ['url', (base: string) => ({ url: `${base}${path}` })],
    ['baseURL and url', (base: string) => ({ baseURL: base.replace('/etower', ''), url: `/etower${path}` })],
    // The HTTP Request node calls n8n's older helper, which has the address in uri.
    ['uri', (base: string) => ({ uri: `${base}${path}`, url: '' })],
  ])('signs a request with %s', async (_case, request) => {
    const signed = await new EtowerApi().authenticate(integration(), request(`${sandbox.url}/etower`));
    expect(signed).toMatchObject({ disableFollowRedirect: true, followRedirect: false });
    expect((await send(signed)).status).toBe(200);
  });

  test('the query becomes part of the address, once', async () => {
    const request = { url: `${sandbox.url}/etower${path}`, qs: { ids: ['a b', 'c'] } };
    const signed = await new EtowerApi().authenticate(integration(), request);
    expect(signed).toMatchObject({ url: `${sandbox.url}/etower${path}?ids=a+b&ids=c`, qs: {} });
  });

  test('another host gets nothing', async () => {
    const request = { url: 'https://elsewhere.example.com/services/shipper/orders' };
    await expect(new EtowerApi().authenticate(integration(), request)).rejects.toThrow('only sent to http://127.0.0.1');
  });
});

describe('portal', () => {
  test.each([
    ['channel/serviceOptions?channelId=929', { sessionId: 'sandbox-etower-session', language: 'en_US' }],
    ['template/file?templateName=parcel_upload_template', undefined],
  ])('%s', async (path, headers) => {
    const request = { uri: `${sandbox.url}/etower/api/shipper/v1/${path}`, url: '' };
    const signed = await new EtowerPortalApi().authenticate(portal(), request);
    expect(signed.headers).toEqual(headers ?? {});
    expect((await send(signed)).status).toBe(200);
  });

  test('another host gets nothing', async () => {
    const request = { url: 'https://elsewhere.example.com/api/shipper/v1/channel/serviceOptions' };
    await expect(new EtowerPortalApi().authenticate(portal(), request)).rejects.toThrow(
      'only sent to http://127.0.0.1',
    );
  });
});

/** Sends what the HTTP Request node would send: the address of `url` with nothing added. */
async function send({ url, method, headers }: IHttpRequestOptions): Promise<{ status: number; text: string }> {
  const texts = Object.entries(headers ?? {}).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const reply = await fetch(url, { method: method ?? 'GET', headers: texts });
  return { status: reply.status, text: await reply.text() };
}
