import { MgoshipClient, signCall } from '../../../carriers/mgoship';
import { credentials } from './wire';

describe('addresses', () => {
  const at = (environment: string, baseUrl?: string): string =>
    new MgoshipClient({ ...credentials, environment, ...(baseUrl === undefined ? {} : { baseUrl }) }).endpoint.href;

  it.each([
    ['production', undefined, 'http://www.mgoship.com/api.php'],
    ['test', undefined, 'http://test.mgoship.com/api.php'],
    ['custom', ' https://www.mgoship.com/api.php?op=storage&mod=x ', 'https://www.mgoship.com/api.php'],
    ['custom', 'http://test.mgoship.com//api.php', 'http://test.mgoship.com/api.php'],
    ['custom', 'http://127.0.0.1:4010/mgoship/', 'http://127.0.0.1:4010/mgoship/api.php'],
  ])('%s %s is %s', (environment, baseUrl, address) => {
    expect(at(environment, baseUrl)).toBe(address);
  });

  it.each(['', 'www.mgoship.com', 'ftp://www.mgoship.com/api.php'])('"%s" is no address', (baseUrl) => {
    expect(() => at('custom', baseUrl)).toThrow('The Base URL in the credential is not a web address');
  });

  it.each(['http://user:pass@host.example.com', 'http://user@host.example.com/api.php'])(
    '%s is refused for what stands before the host',
    (baseUrl) => {
      expect(() => at('custom', baseUrl)).toThrow('The Base URL in the credential has a user name or password in it');
    },
  );

  it('signs a request of the HTTP Request node for the own host only', () => {
    const own = { ...credentials, baseUrl: 'http://host.example.com/api.php' };
    const url = 'http://host.example.com/api.php?op=storage&mod=stock&action=get_stock_log';
    const signed = signCall({ url, body: { params: { page: 1 } } }, own);
    expect(signed.url).toBe(url);
    expect(JSON.parse(signed.body)).toEqual({
      appid: 'M10001',
      params: { page: '1' },
      sign: expect.stringMatching(/^[0-9A-F]{40}$/),
      version: '1.0',
    });
    expect(signCall({ url, body: '{"params":{"page":"1"}}' }, own)).toEqual(signed);
    const { body } = signCall({ url, body: '{"params":{"goodsId":12345678901234567890}}' }, own);
    expect(body).toContain('"12345678901234567890"');
    for (const other of [
      'http://other.example.com/api.php?mod=a&action=b',
      'https://host.example.com/api.php?mod=a&action=b',
      'nothing',
    ]) {
      expect(() => signCall({ url: other, body: { params: {} } }, own)).toThrow(
        'is only sent to http://host.example.com',
      );
    }
    expect(() => signCall({ url: 'http://host.example.com/api.php', body: { params: {} } }, own)).toThrow(
      'must name the operation',
    );
    expect(() => signCall({ url, body: { page: 1 } }, own)).toThrow('The body must be');
    expect(() => signCall({ url, body: '{' }, own)).toThrow('not valid JSON');
  });
});
