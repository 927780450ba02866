import { MgoshipApi } from '../../../credentials/MgoshipApi.credentials';
import { type Credentials, testCredential, type WorkflowRun } from '../../../engine';
import sandboxCredentials from '../../../examples/credentials.sandbox.json';
import { credentialsFor, statsOf } from '../../../sandbox/control-client';
import { outputsOf, toErrorOutput } from '../outputs';
import { runWith, useSandbox } from '../sandbox';
import { mgoship } from './orders';

const { sandbox } = useSandbox();

const { appSecret } = sandboxCredentials.mgoshipApi;

describe('the credential', () => {
  const get = (credentials: Credentials): Promise<WorkflowRun> =>
    runWith(credentials, [{}], mgoship('Stock', 'stockLog', 'getMany', {}, toErrorOutput));
  const wrong = { signatureTemplate: '{appId}{paramsSorted}{secret}' };

  test('has no template of its own', () => {
    const { default: template } = new MgoshipApi().properties.find(({ name }) => name === 'signatureTemplate') ?? {};
    expect(template).toBe('');
  });

  test('without a template nothing is sent, and the message says where the rule is, with two examples', async () => {
    const ran = await get(credentialsFor(sandbox, { signatureTemplate: '' }));
    const [error] = outputsOf(ran, 'Stock', 1);
    expect(error?.error?.message).toBe(
      "The Mgoship credential has no signature template, and Mgoship's signature rule is not known to this node: nothing was sent",
    );
    expect(error?.error?.description).toMatch(
      /page about the signature \(签名.*Example 1 \(an example only.*Example 2 \(an example only/s,
    );
    expect(await statsOf(sandbox, 'mgoship')).toMatchObject({ requests: 0 });
  });

  test('with a wrong template the carrier’s words come through, with a hint and without the secret', async () => {
    const ran = await get(credentialsFor(sandbox, wrong));
    expect(outputsOf(ran, 'Stock', 1)[0]?.error).toMatchObject({
      message: '签名错误',
      description: expect.stringContaining('check app ID, secret and signature template in the credential'),
    });
    expect(JSON.stringify(ran.result)).not.toContain(appSecret);
    const stopped = await runWith(credentialsFor(sandbox, wrong), [{}], mgoship('Stock', 'stockLog', 'getMany'));
    expect(stopped.result.error?.message).toBe('签名错误');
    expect(JSON.stringify(stopped.result)).not.toContain(appSecret);
  });

  test.each([
    [{}, 'OK', 'Mgoship accepted the credentials'],
    [wrong, 'Error', expect.stringMatching(/^签名错误\. .*check app ID, secret and signature template/)],
    [{ appSecret: 'not-the-secret' }, 'Error', expect.stringMatching(/^签名错误\. /)],
    [{ appId: 'M1' }, 'Error', expect.stringMatching(/^appid不存在\. /)],
    [
      { signatureTemplate: '' },
      'Error',
      expect.stringMatching(/has no signature template.*the page about the signature.*Example 1 .*Example 2 /),
    ],
    [{ baseUrl: 'nonsense' }, 'Error', expect.stringContaining('is not a web address')],
  ])('the Test button with %j', async (changes, status, message) => {
    const { mgoshipApi = {} } = credentialsFor(sandbox, changes);
    expect(await testCredential('mgoshipApi', mgoshipApi)).toEqual({ status, message });
  });

  test('signs a request of the HTTP Request node', async () => {
    const { mgoshipApi = {} } = credentialsFor(sandbox);
    const signed = await new MgoshipApi().authenticate(
      { ...mgoshipApi },
      {
        url: `${sandbox.url}/mgoship/api.php`,
        qs: { op: 'storage', mod: 'tms_orders', action: 'get_tms_order_detail' },
        body: { params: { customerno: 'NONE', orderNo: '', trackno: '' } },
      },
    );
    const { url, method = 'GET', body } = signed;
    expect(signed).not.toHaveProperty('qs');
    const reply = await fetch(url, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : '',
    });
    expect(await reply.json()).toEqual({ status: { code: 'ERROR', msg: '订单不存在' } });
    const { headers, disableFollowRedirect } = await new MgoshipApi().authenticate(
      { ...mgoshipApi },
      {
        url: `${sandbox.url}/mgoship/api.php?mod=a&action=b`,
        body: '{"params":{}}',
        headers: { 'content-type': 'text/plain', X: 'y' },
      },
    );
    expect(headers).toEqual({ X: 'y', 'Content-Type': 'application/json; charset=utf-8' });
    expect(disableFollowRedirect).toBe(true);
    const legacy = { url: '', uri: `${sandbox.url}/mgoship/api.php?op=storage&mod=a&action=b`, body: { params: {} } };
    const { url: address } = await new MgoshipApi().authenticate({ ...mgoshipApi }, legacy);
    expect(address).toBe(legacy.uri);
    await expect(
      new MgoshipApi().authenticate({ ...mgoshipApi }, { url: 'http://127.0.0.1:1/api.php?mod=a&action=b' }),
    ).rejects.toThrow('This credential is only sent to');
  });

  test('the Test button asks for one record of the stock log', async () => {
    const { mgoshipApi = {} } = credentialsFor(sandbox);
    await testCredential('mgoshipApi', mgoshipApi);
    expect(await statsOf(sandbox, 'mgoship')).toMatchObject({ requests: 1, services: { get_stock_log: 1 } });
  });
});
