import { BASE_URLS, endpointOf, HgeClient } from '../../../carriers/hge';
import { ACCOUNT } from './wire';

describe('addresses', () => {
  it.each([
    ['test', BASE_URLS.test, 'https://test-oms.hanjinexp.com/openapi/customer/query_order/'],
    ['production', BASE_URLS.production, 'https://oms.hanjinexp.com/openapi/customer/query_order/'],
  ])('of %s', (environment, base, address) => {
    const own = new HgeClient({ ...ACCOUNT, environment });
    expect(own.base.href).toBe(base);
    expect(endpointOf(own.base, 'query_order/').href).toBe(address);
  });

  it.each([
    ['query_order/', 'query_order/'],
    ['label_print', 'label_print'],
    ['/query_order/', 'query_order/'],
    ['/openapi/customer/query_order/', 'query_order/'],
    [' https://oms.example.com/openapi/customer/a/b/ ', 'a/b/'],
    ['a/?b=c', 'a/?b=c'],
  ])('"%s" is joined as it stands, slash at the end included', (path, joined) => {
    const base = new URL('https://oms.example.com/openapi/customer/');
    expect(endpointOf(base, path).href).toBe(base.href + joined);
  });

  it.each(['../../admin/', '%2e%2e/%2e%2e/x', 'https://elsewhere.example.com/x/', 'a/#b', '..\\..\\x', 'http:x'])(
    '"%s" leads out of the API and is refused',
    (path) => {
      expect(() => endpointOf(new URL('https://oms.example.com/openapi/customer/'), path)).toThrow(
        'The path does not lead to an endpoint below',
      );
    },
  );

  it('a custom base gets the slash that it lacks; what is no address is refused', () => {
    const own = (baseUrl: string) => new HgeClient({ ...ACCOUNT, environment: 'custom', baseUrl });
    expect(own(' https://oms.example.com/openapi/customer?x#y ').base.href).toBe(
      'https://oms.example.com/openapi/customer/',
    );
    expect(() => own('https://u:p@oms.example.com/openapi/customer/')).toThrow('user name or password in it');
    expect(() => own('oms.example.com')).toThrow('is not a web address');
    expect(() => own('')).toThrow('is not a web address');
    expect(() => new HgeClient({ ...ACCOUNT, environment: 'toString' })).toThrow('Environment in the credential');
  });
});
