import { credentialsOf as eccangCredentialsOf, ECCANG, EccangClient } from '../../carriers/eccang';
import { EtowerClient } from '../../carriers/etower/integration';
import { etowerCredentialsOf } from '../../carriers/etower/integration/account';
import { PortalClient } from '../../carriers/etower/portal';
import { portalCredentialsOf } from '../../carriers/etower/portal/account';
import { credentialsOf as hgeCredentialsOf, HgeClient } from '../../carriers/hge';
import { HUAHAN } from '../../carriers/huahan';
import { credentialsOf as mgoshipCredentialsOf, MgoshipClient } from '../../carriers/mgoship';
import { loopback, type Loopback } from '../loopback';
import { selfSigned } from '../unit/http/loopback';

/** A test system of a carrier whose certificate nobody has signed but itself. */
let server: Loopback;
beforeAll(async () => {
  server = await loopback((response) => response.writeHead(400).end('no'), selfSigned());
});
afterAll(() => server.close());

type Fields = Record<string, string | boolean>;

const ECCANG_FIELDS = { appToken: 'token-of-a-test', appKey: 'key-of-a-test' };
const RULE = { signatureTemplate: '{params}{secret}', signatureAlgorithm: 'sha1', signatureCase: 'upper' };

const ASK: readonly [string, Fields, (fields: Fields) => Promise<unknown>][] = [
  [
    'eccangTmsApi',
    ECCANG_FIELDS,
    (fields) => new EccangClient(ECCANG, eccangCredentialsOf(fields)).call('a', {}, READ),
  ],
  ['huahanApi', ECCANG_FIELDS, (fields) => new EccangClient(HUAHAN, eccangCredentialsOf(fields)).call('a', {}, READ)],
  [
    'etowerApi',
    { region: 'custom', token: 'token-of-a-test', key: 'key-of-a-test' },
    (fields) => new EtowerClient(etowerCredentialsOf(fields)).call({ path: '/a' }, READ),
  ],
  [
    'etowerPortalApi',
    { sessionId: 'session-of-a-test', language: 'en_US' },
    (fields) => new PortalClient(portalCredentialsOf(fields)).call({ path: '/a' }, 'read'),
  ],
  [
    'hgeApi',
    { environment: 'custom', apiKey: 'key-of-a-test', apiSecret: 'secret-of-a-test', apiToken: '', language: 'en' },
    (fields) => {
      const client = new HgeClient(hgeCredentialsOf(fields));
      return client.call({ method: 'GET', url: new URL('a/', client.base) }, READ);
    },
  ],
  [
    'mgoshipApi',
    { environment: 'custom', appId: 'M10001', appSecret: 'secret-of-a-test', version: '1.0', ...RULE },
    (fields) => new MgoshipClient(mgoshipCredentialsOf(fields)).call({ module: 'a', action: 'b' }, {}, READ),
  ],
];

const READ = { intent: 'read' } as const;

it.each(ASK)('%s checks the certificate unless Ignore SSL Issues is on', async (_, given, ask) => {
  const fields = { ...given, baseUrl: server.url };
  const before = server.received.length;
  await expect(ask({ ...fields, ignoreSslIssues: false })).rejects.toMatchObject({
    kind: 'unavailable',
    message: expect.stringContaining('certificate'),
    hint: expect.stringContaining('Ignore SSL Issues'),
  });
  expect(server.received).toHaveLength(before);
  await expect(ask({ ...fields, ignoreSslIssues: true })).rejects.toMatchObject({ httpStatus: 400 });
  expect(server.received).toHaveLength(before + 1);
});
