import { EccangTmsApi } from '../../../credentials/EccangTmsApi.credentials';
import { HuahanApi } from '../../../credentials/HuahanApi.credentials';
import { listSearch, testCredential } from '../../../engine';
import { credentialsFor } from '../../../sandbox/control-client';
import { eccangOrder } from '../../../sandbox/sample-orders';
import { outputsOf, pairs, toErrorOutput } from '../outputs';
import { runWith, useSandbox } from '../sandbox';
import { create } from './orders';

const { sandbox } = useSandbox();

test.each([
  ['eccang', new EccangTmsApi()],
  ['huahan', new HuahanApi()],
] as const)(
  '%s: a request of another node follows no redirect, which would take the secret along',
  async (family, type) => {
    const url = `${sandbox.url}/${family}/default/svc/web-service`;
    const signed = await type.authenticate(credentialsFor(sandbox)[type.name] ?? {}, {
      url,
      headers: { 'content-type': 'application/json', accept: '*/*' },
      body: { service: 'getShippingMethod', paramsJson: {} },
    });
    expect(signed).toMatchObject({ disableFollowRedirect: true, followRedirect: false, followAllRedirects: false });
    expect(signed.headers).toEqual({ 'Content-Type': 'application/xml', accept: '*/*' });
  },
);

describe.each(['huahan', 'eccangTms'])('%s', (node) => {
  describe('wrong credentials', () => {
    const secret = 'wrong-and-secret-key-123456';

    test("turn the credential test red, with the carrier's text and without the key", async () => {
      const type = `${node}Api`;
      const good = credentialsFor(sandbox)[type] ?? {};
      expect(await testCredential(type, good)).toEqual({ status: 'OK', message: expect.any(String) });
      const result = await testCredential(type, { ...good, appToken: secret });
      expect(result.status).toBe('Error');
      expect(result.message).toMatch(/[\u4e00-\u9fff]|token/i);
      expect(result.message).not.toContain(secret);
      expect(await testCredential(type, { ...good, baseUrl: 'http://127.0.0.1:9' })).toMatchObject({ status: 'Error' });
      expect(await testCredential(type, { ...good, baseUrl: 'no address' })).toMatchObject({
        status: 'Error',
        message: expect.stringContaining('Base URL'),
      });
    });

    test('fail the run with a message that says where to look', async () => {
      const credentials = credentialsFor(sandbox, { appKey: secret });
      const ran = await runWith(credentials, [eccangOrder('A')], create(node));
      expect(ran.result.status).toBe('error');
      expect(ran.result.error?.description).toContain('Check App Token and App Key in the credential');
      expect(ran.result.error?.description).toContain('50001');
      expect(JSON.stringify(ran.result.error)).not.toContain(secret);
    });

    test('that cannot even be read make every item an error, where the node continues', async () => {
      const credentials = credentialsFor(sandbox, { baseUrl: 'no address' });
      const items = [eccangOrder('A'), eccangOrder('B')];
      const ran = await runWith(credentials, items, create(node, {}, toErrorOutput));
      expect(outputsOf(ran, 'Create')).toEqual([]);
      expect(pairs(outputsOf(ran, 'Create', 1))).toEqual([{ item: 0 }, { item: 1 }]);
      expect(outputsOf(ran, 'Create', 1)[0]?.error?.message).toContain('Base URL');
      const stopped = await runWith(credentials, items, create(node));
      expect(stopped.result).toMatchObject({
        status: 'error',
        error: { message: expect.stringContaining('Base URL') },
      });
    });

    test("show the carrier's message in the product list", async () => {
      const credentials = credentialsFor(sandbox, { appKey: secret });
      const search = listSearch({ node, method: 'searchProducts', credentials });
      await expect(search).rejects.toMatchObject({
        message: expect.stringMatching(/[\u4e00-\u9fff]|token/i),
        description: expect.stringContaining('credential'),
      });
    });
  });
});
