import { ECCANG, signEnvelope, testCredentials } from '../../../carriers/eccang';
import { loopback } from '../loopback';
import { enveloped } from './wire';

describe('credential test', () => {
  const tested = async (status: number, body: string) => {
    const server = await loopback(() => ({ status, body }));
    try {
      await testCredentials(ECCANG, { baseUrl: server.url, appToken: 'a', appKey: 'b' });
    } finally {
      await server.close();
    }
  };
  const fault =
    '<s:Envelope xmlns:s="x"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>';

  it('is passed by a refusal of the made-up number', async () => {
    await expect(tested(200, enveloped({ ask: 'Failure', message: '订单不存在' }))).resolves.toBeUndefined();
    await expect(tested(200, enveloped({ ask: 'Failure', message: 'x', err_code: '5000' }))).resolves.toBeUndefined();
  });

  it.each([
    [405, '<html>405 Not Allowed</html>'],
    [400, 'Bad Request'],
    [500, fault],
    [200, enveloped({ ask: 'Failure', message: 'x', err_code: '50002' })],
    [200, enveloped({ hello: 'world' })],
  ])('is not passed by HTTP %i %s', async (status, body) => {
    await expect(tested(status, body)).rejects.toMatchObject({ name: 'CarrierError' });
  });
});

describe('signing for the HTTP Request node', () => {
  const credentials = { baseUrl: 'https://tms.example.com', appToken: 'tok&en', appKey: 'k<ey' };
  const url = 'https://tms.example.com/default/svc/web-service';

  it('makes the envelope, without losing digits', () => {
    const body = signEnvelope(url, '{"service":"getOrder","paramsJson":{"n":12345678901234567890}}', credentials);
    expect(body).toContain('&quot;12345678901234567890&quot;');
    expect(body).toContain('<appToken>tok&amp;en</appToken>');
    expect(signEnvelope(url, '<e><appToken/><appKey></appKey></e>', credentials)).toBe(
      '<e><appToken>tok&amp;en</appToken><appKey>k&lt;ey</appKey></e>',
    );
  });

  it.each([
    'http://tms.example.com/default/svc/web-service',
    'https://evil.example.com/',
    'https://tms.example.com:8443/',
    'nonsense',
  ])('refuses %s', (other) => {
    expect(() => signEnvelope(other, { service: 'getOrder' }, credentials)).toThrow(
      'This credential is only sent to https://tms.example.com',
    );
  });
});
