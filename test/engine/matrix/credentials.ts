import type { Credentials } from '../../../engine';

/** The credentials of all carriers, for the fault server at this address. They are placeholders. */
export function credentialsAt(url: string): Credentials {
  const eccang = { baseUrl: url, appToken: 'matrix-app-token', appKey: 'matrix-app-key' };
  return {
    eccangTmsApi: eccang,
    huahanApi: eccang,
    etowerApi: { region: 'custom', baseUrl: url, token: 'matrix-token', key: 'matrix-key' },
    etowerPortalApi: { baseUrl: url, sessionId: 'matrix-session', language: 'en_US' },
    hgeApi: {
      environment: 'custom',
      baseUrl: `${url}/openapi/customer/`,
      apiKey: 'matrix-api-key',
      apiSecret: 'matrix-api-secret',
      apiToken: 'matrix-api-token',
      language: 'en',
    },
    mgoshipApi: {
      environment: 'custom',
      baseUrl: `${url}/api.php`,
      appId: 'M10001',
      appSecret: 'matrix-app-secret',
      version: '1.0',
      signatureTemplate: '{appId}{secret}{params}',
      signatureAlgorithm: 'sha1',
      signatureCase: 'upper',
    },
  };
}
